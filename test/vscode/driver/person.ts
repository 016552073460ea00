import { createServer, type Server } from 'node:http';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Frame, Page } from 'playwright-core';
import type { PersonAction, PersonAnswer } from './protocol.ts';

const patience = 20_000;

/** Finds the webview document that holds `selector`; webviews are nested frames that come and go. */
async function frameWith(page: Page, selector: string, timeout = patience): Promise<Frame> {
  const end = Date.now() + timeout;
  for (;;) {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue;
      // A frame can go away between listing and asking; it is then simply not the one.
      const count = await frame.locator(selector).count().catch(() => 0);
      if (count > 0) return frame;
    }
    if (Date.now() > end) throw new Error(`no webview shows ${selector} after ${timeout} ms`);
    await page.waitForTimeout(50);
  }
}

/** What a webview shows there; one that is shown anew while it is read is read again. */
async function textsIn(page: Page, selector: string): Promise<string[]> {
  for (let attempt = 1; ; attempt += 1) {
    const frame = await frameWith(page, selector);
    try {
      return await frame.locator(selector).allInnerTexts();
    } catch (error) {
      if (attempt === 5 || !frame.isDetached()) throw error;
    }
  }
}

async function composing(page: Page, steps: readonly string[]): Promise<void> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  for (const step of steps) {
    await cdp.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
    await page.waitForTimeout(40);
  }
  await cdp.detach();
}

async function compose(page: Page, steps: readonly string[], commit: string | null): Promise<void> {
  await composing(page, steps);
  const cdp: CDPSession = await page.context().newCDPSession(page);
  if (commit === null) await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  else await cdp.send('Input.insertText', { text: commit });
  await cdp.detach();
}

async function typeText(page: Page, text: string, delay: number): Promise<void> {
  for (const character of text) {
    if (/^[\x20-\x7e]$/.test(character)) await page.keyboard.press(character === ' ' ? 'Space' : character);
    else if (character === '\n') await page.keyboard.press('Enter');
    else await page.keyboard.insertText(character);
    await page.waitForTimeout(delay);
  }
}

async function perform(page: Page, action: PersonAction, pictures: string): Promise<unknown> {
  switch (action.do) {
    case 'type':
      return typeText(page, action.text, action.delay ?? 60);
    case 'press':
      return page.keyboard.press(action.key);
    case 'composing':
      return composing(page, action.steps);
    case 'compose':
      return compose(page, action.steps, action.commit);
    case 'click':
      return page.locator(action.selector).first().click({
        button: action.button ?? 'left',
        clickCount: action.clicks ?? 1,
        timeout: patience,
      });
    case 'wait':
      return page.locator(action.selector).first().waitFor({ state: action.state, timeout: action.timeout ?? patience });
    case 'texts':
      return page.locator(action.selector).filter({ visible: true }).allInnerTexts();
    case 'webviewClick':
      return (await frameWith(page, action.selector)).locator(action.selector).first().click({ timeout: patience });
    case 'webviewWait':
      await frameWith(page, action.selector, action.timeout);
      return null;
    case 'webviewTexts':
      return textsIn(page, action.selector);
    case 'webviewPress':
      return (await frameWith(page, action.selector)).locator(action.selector).first().press(action.key, { timeout: patience });
    case 'webviewFill':
      return (await frameWith(page, action.selector)).locator(action.selector).first().fill(action.text, { timeout: patience });
    case 'webviewChoose':
      await (await frameWith(page, action.selector)).locator(action.selector).first().selectOption({ label: action.label });
      return null;
    case 'webviewValue':
      return (await frameWith(page, action.selector)).locator(action.selector).first().inputValue();
    case 'webviewAria':
      return (await frameWith(page, action.selector)).locator('body').ariaSnapshot({ timeout: patience });
    case 'webviewFocus':
      // An expression as text: the driver itself is typed without a DOM.
      return (await frameWith(page, action.selector)).evaluate(
        "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''",
      );
    case 'resize':
      return page.setViewportSize({ width: action.width, height: action.height });
    case 'drag': {
      const box = await page.locator(action.selector).first().boundingBox({ timeout: patience });
      if (box === null) throw new Error(`${action.selector} is not to be seen`);
      const [x, y] = [box.x + box.width, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + action.by, y, { steps: 8 });
      await page.mouse.up();
      // Away from the edge, which would stay lit.
      return page.mouse.move(x + action.by + 200, y);
    }
    case 'screenshot': {
      mkdirSync(pictures, { recursive: true });
      const path = join(pictures, `${action.name}.png`);
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
      const top = action.top ?? 0;
      await page.screenshot({ path, ...(top === 0 ? {} : { clip: { x: 0, y: top, width, height: height - top } }) });
      return path;
    }
    case 'report':
      process.stdout.write(`${action.line}\n`);
      return null;
    default: {
      const unknown: never = action;
      throw new Error(`no such action: ${JSON.stringify(unknown)}`);
    }
  }
}

/** Serves a person's actions on `page` at a loopback address until closed. */
export function servePerson(page: () => Page, pictures: string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const reply = (answer: PersonAnswer) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
      };
      const action = JSON.parse(Buffer.concat(chunks).toString('utf8')) as PersonAction;
      perform(page(), action, pictures).then(
        (value) => reply({ ok: true, value: value ?? null }),
        (error: unknown) => reply({ ok: false, error: error instanceof Error ? error.message : String(error) }),
      );
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      resolve({ url: `http://127.0.0.1:${port}/`, server });
    });
  });
}
