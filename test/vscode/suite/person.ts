import { personVariable, type PersonAction, type PersonAnswer } from '../driver/protocol.ts';

async function ask(action: PersonAction): Promise<unknown> {
  const url = process.env[personVariable];
  if (url === undefined) throw new Error('nobody sits at the keyboard: these tests need test/vscode/run.ts');
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(action) });
  const answer = (await response.json()) as PersonAnswer;
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

/** The person at the keyboard of the VS Code under test. */
export const person = {
  async type(text: string, delay?: number): Promise<void> {
    await ask({ do: 'type', text, ...(delay === undefined ? {} : { delay }) });
  },
  async press(key: string): Promise<void> {
    await ask({ do: 'press', key });
  },
  /** `compose(['z', 'ze', 'zengqiang'], '增强')`; a commit of `null` cancels. */
  async compose(steps: readonly string[], commit: string | null): Promise<void> {
    await ask({ do: 'compose', steps, commit });
  },
  /** As `compose`, without the commit. */
  async composing(steps: readonly string[]): Promise<void> {
    await ask({ do: 'composing', steps });
  },
  async click(selector: string, options: { readonly button?: 'left' | 'right'; readonly clicks?: number } = {}): Promise<void> {
    await ask({ do: 'click', selector, ...options });
  },
  async see(selector: string, timeout?: number): Promise<void> {
    await ask({ do: 'wait', selector, state: 'visible', ...(timeout === undefined ? {} : { timeout }) });
  },
  async seeGone(selector: string, timeout?: number): Promise<void> {
    await ask({ do: 'wait', selector, state: 'hidden', ...(timeout === undefined ? {} : { timeout }) });
  },
  async texts(selector: string): Promise<string[]> {
    return (await ask({ do: 'texts', selector })) as string[];
  },
  /** Labels of the rows of an open suggestion list, none where no list is open. */
  async suggestions(): Promise<string[]> {
    return (await ask({ do: 'texts', selector: '.suggest-widget.visible .monaco-list-row .label-name' })) as string[];
  },
  async ghostText(): Promise<string> {
    const parts = (await ask({ do: 'texts', selector: '[class*="ghost-text-decoration"]' })) as string[];
    return parts.join('');
  },
  async resize(width: number, height: number): Promise<void> {
    await ask({ do: 'resize', width, height });
  },
  async drag(selector: string, by: number): Promise<void> {
    await ask({ do: 'drag', selector, by });
  },
  /** `top` pixels of the window are left out. */
  async screenshot(name: string, top = 0): Promise<string> {
    return (await ask({ do: 'screenshot', name, top })) as string;
  },
  async report(line: string): Promise<void> {
    await ask({ do: 'report', line });
  },
  webview: {
    async click(selector: string): Promise<void> {
      await ask({ do: 'webviewClick', selector });
    },
    async see(selector: string, timeout?: number): Promise<void> {
      await ask({ do: 'webviewWait', selector, ...(timeout === undefined ? {} : { timeout }) });
    },
    async texts(selector: string): Promise<string[]> {
      return (await ask({ do: 'webviewTexts', selector })) as string[];
    },
    async press(selector: string, key: string): Promise<void> {
      await ask({ do: 'webviewPress', selector, key });
    },
    async choose(selector: string, label: string): Promise<void> {
      await ask({ do: 'webviewChoose', selector, label });
    },
    async value(selector: string): Promise<string> {
      return (await ask({ do: 'webviewValue', selector })) as string;
    },
    async aria(selector: string): Promise<string> {
      return (await ask({ do: 'webviewAria', selector })) as string;
    },
    async focused(selector: string): Promise<string> {
      return (await ask({ do: 'webviewFocus', selector })) as string;
    },
    async fill(selector: string, text: string): Promise<void> {
      await ask({ do: 'webviewFill', selector, text });
    },
  },
};

/** Waits until `condition` gives something else than `undefined` or `false`, at most `timeout` ms. */
export async function eventually<T>(
  condition: () => T | undefined | false | Promise<T | undefined | false>,
  what: string,
  timeout = 20_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${timeout} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
