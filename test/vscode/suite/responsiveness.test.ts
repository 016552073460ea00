import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { closeAll, openDraft } from './editors.ts';
import { exportedApi, foundIn, setFolders } from './library.ts';
import { ownTime, reportOwnTime } from './ownTime.ts';
import { leavePanelIdle, seeAnswerTo, showPanel } from './panel.ts';
import { eventually, pause, person } from './person.ts';

/** Prints how long the extension host's thread was held up while `work` ran. Not asserted: machines differ. */
async function watched(what: string, work: () => Promise<void>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const { own } = await ownTime(work);
  delay.disable();
  const shown = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
  await person.report(`      ${what}: the thread waited p95 ${shown(delay.percentile(95))} ms, at most ${shown(delay.max)} ms`);
  await reportOwnTime(what, own);
}

const sentence = '要大力弘扬科学家精神，涵养优良学风，支持青年科技人才挑大梁、当主角，把论文写在祖国大地上。';

// These tests run in the extension host itself, beside the extension: what holds it up holds them up. VS Code's own
// Markdown extension lives there as well, and sends its server a draft of a megabyte whole when it opens.
suite('the extension host’s thread', () => {
  teardown(async () => {
    await closeAll();
    await leavePanelIdle();
  });

  test('while a person types, with the panel following', async () => {
    await exportedApi();
    const editor = await openDraft(`# 讲话\n\n${sentence}|\n`);
    await showPanel();
    await seeAnswerTo(sentence);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    const typed = '要坚持科技创新和制度创新双轮驱动，不断提升创新体系整体效能。';
    await watched('typing', () => person.type(typed, 80));
    await eventually(() => editor.document.getText().includes(typed), 'the typed text');
  });

  test('while a folder is read', async () => {
    const folder = mkdtempSync(join(tmpdir(), '历年 讲话 '));
    try {
      const exported = await exportedApi();
      for (let file = 0; file < 150; file += 1) {
        const body = Array.from({ length: 20 }, (_, line) => `第${file}篇第${line}段，${sentence}`).join('\n\n');
        writeFileSync(join(folder, `讲话${file}.md`), `# 讲话${file}\n\n${body}\n`);
      }
      writeFileSync(join(folder, '末篇.md'), '# 末篇\n\n要把玛瑙行动收好尾，把账算清楚。\n');
      await openDraft(`${sentence}|`);
      await showPanel();
      await watched('indexing 151 files', async () => {
        await setFolders([folder]);
        await foundIn(exported, '玛瑙行动', '末篇.md');
      });
    } finally {
      await setFolders([]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });

  test('in a draft of a megabyte', async () => {
    const body = `${sentence}\n\n`.repeat(Math.ceil(1e6 / Buffer.byteLength(`${sentence}\n\n`)));
    const editor = await openDraft(`${body}要建设好科普场馆，把优质科普资源送到|`);
    await showPanel();
    await seeAnswerTo('要建设好科普场馆，把优质');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await watched('typing at the end of 1 MB', async () => {
      await person.type('农村中小学', 120);
      await pause(1000);
    });
    await eventually(() => editor.document.getText().endsWith('农村中小学'), 'the typed text');
    await seeAnswerTo('要建设好科普场馆，把优质');
  });
});
