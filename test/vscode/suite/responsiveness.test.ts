import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { closeAll, openDraft } from './editors.ts';
import { exportedApi, foundIn, setFolders } from './library.ts';
import { assertShortBlocks, ownTime, reportOwnTime } from './ownTime.ts';
import { leavePanelIdle, seeAnswerTo, showPanel } from './panel.ts';
import { eventually, pause, person } from './person.ts';

/** Prints how long the extension host's thread was held up while `work` ran; asserted is what is our own doing. */
async function watched(what: string, work: () => Promise<void>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const { own } = await ownTime(work);
  delay.disable();
  const shown = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
  await person.report(`      ${what}: the thread waited p95 ${shown(delay.percentile(95))} ms, at most ${shown(delay.max)} ms`);
  await reportOwnTime(what, own);
  assertShortBlocks(own);
}

/** Writes 40 files that share 2,592 clauses of made-up places and works, each in four of them. */
function writeRepeated(folder: string): void {
  const places = ['牛头山', '清水湾', '白石坡', '柳树屯', '双桥镇', '榆林沟', '龙泉寨', '青瓦巷', '河东渠', '北岭堡', '杏花坞', '石门峡'];
  const works = ['修好引水渡槽', '办起夜间识字班', '种下千亩油茶', '接通入户光缆', '整治沿街招牌', '补上护坡石墙', '翻新敬老食堂', '添置巡诊马车', '疏浚回龙河道', '培训养蜂能手', '收储陈年谷种', '改造危旧校舍'];
  const spans = ['入冬以前', '今年之内', '三年以后'];
  const aims = ['给乡亲一个交代', '要见到成效', '不留一处死角', '拿出像样的东西', '件件落到人头', '让人人看得明白'];
  const ends = spans.flatMap((span) => aims.map((aim) => `${span}${aim}`));
  const clauses = places.flatMap((place) => works.flatMap((work) => ends.map((end) => `${place}${work}${end}`)));
  for (let file = 0; file < 40; file += 1) {
    const own = clauses.filter((_, index) => [0, 7, 19, 31].some((shift) => (index * 13 + shift) % 40 === file));
    const text = own.map((clause, index) => `第${String(file)}村第${String(index)}回，${clause}。`).join('\n\n');
    writeFileSync(join(folder, `村里的讲话${String(file)}.md`), `# 村里的讲话${String(file)}\n\n${text}\n`);
  }
}

const sentence = '要大力弘扬科学家精神，涵养优良学风，支持青年科技人才挑大梁、当主角，把论文写在祖国大地上。';

// These tests run in the extension host itself, beside the extension: what holds it up holds them up. VS Code's own
// Markdown extension lives there as well, and sends its server a draft of a megabyte whole when it opens.
suite('the extension host’s thread', function () {
  // What is long of itself is long each time. On a machine that has other work a thread waits in the middle of a stretch, and
  // neither the profiler nor the system's own count tells then for certain what was whose.
  this.retries(4);
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
    const exported = await exportedApi();
    try {
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
      await eventually(async () => (await exported.searchLibrary('玛瑙行动', { limit: 20 })).every(({ file }) => !file.endsWith('末篇.md')), 'a library without the folder');
    }
  });

  test('while thousands of expressions of a library come in', async () => {
    const folder = mkdtempSync(join(tmpdir(), '惯用语 '));
    const exported = await exportedApi();
    const before = '这件事要靠牛头山';
    try {
      writeRepeated(folder);
      assert.equal((await exported.completeFormulation(before)).length, 0);
      await watched('taking in the wording of 40 files', async () => {
        await setFolders([folder]);
        await eventually(async () => (await exported.completeFormulation(before)).length > 0, 'wording of the library', 60_000);
        // What was found last comes in last.
        await pause(1000);
      });
    } finally {
      await setFolders([]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      await eventually(async () => (await exported.completeFormulation(before)).length === 0, 'the wording gone', 60_000);
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
