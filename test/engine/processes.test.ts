import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { StoreLock } from '../../src/engine/store/storeLock.ts';
import { rootKey } from '../../src/engine/store/storeLayout.ts';
import { EngineError } from '../../src/protocol/engine.ts';
import { copyOfDist, pids, startEngine, temporary, until, writeLibrary } from './builtEngine.ts';

const limit = { timeout: 60_000 };
const asked = { text: '流动科技馆走进山区，是今年的任务' };

test('answers over the bundled corpus without any root', limit, async (context) => {
  const { engine, configuration } = startEngine(context, { store: temporary(context) });
  await engine.configure(configuration({ includeBundled: true }));
  const found = await engine.similar({ text: '弘扬科学家精神，团结引领广大科技工作者' });
  assert.ok(found.length > 5);
  assert.ok(found.every((passage) => passage.root === 'bundled' && passage.file.startsWith('bundled:')));
});

test('a searcher that is killed is started anew, and the question under way is answered', limit, async (context) => {
  const root = temporary(context);
  writeLibrary(root);
  const { engine, statuses, configuration } = startEngine(context, { store: temporary(context), roots: [root] });
  await engine.configure(configuration());
  await engine.refresh();
  // Without a compiler the WebAssembly segmenter has been told of already, and is not changed to again.
  const before = engine.status().segmenter;
  const known = new Set(statuses.map((status) => status.message));
  for (let round = 0; round < 3; round += 1) {
    const answer = engine.similar(asked);
    process.kill(pids(engine).searcher ?? 0, 'SIGKILL');
    assert.ok((await answer).length > 0);
  }
  const told = new Set(statuses.map((status) => status.message).filter((message) => message !== null && !known.has(message)));
  assert.deepEqual([...told], [before === 'native' ? '检索进程两次意外退出，已改用备用分词。' : '检索进程两次意外退出，已重新启动。']);
  assert.equal(engine.status().segmenter, 'wasm');
});

test('an indexer that is killed goes on where it was', limit, async (context) => {
  const root = temporary(context);
  writeLibrary(root, 400);
  const { engine, configuration } = startEngine(context, { store: temporary(context), roots: [root] });
  await engine.configure(configuration());
  await until('indexing has begun', () => (engine.status().progress?.done ?? 0) > 5);
  process.kill(pids(engine).indexer ?? 0, 'SIGKILL');
  await engine.refresh();
  assert.equal(engine.status().files, 400);
  assert.equal((await engine.report()).files.filter((file) => file.state === 'read').length, 400);
});

test('the searcher starts the indexer; one that goes with it is at no fault, and nothing is left out', limit, async (context) => {
  const root = temporary(context);
  writeLibrary(root, 400);
  const { engine, configuration, log } = startEngine(context, { store: temporary(context), roots: [root] });
  await engine.configure(configuration());
  // Twice over one file would leave it out, were it blamed.
  for (let round = 0; round < 3; round += 1) {
    await until('indexing goes on', () => (engine.status().progress?.file ?? null) !== null && pids(engine).indexer !== undefined);
    const { searcher, indexer } = pids(engine);
    process.kill(searcher ?? 0, 'SIGKILL');
    await until('another indexer runs', () => pids(engine).indexer !== undefined && pids(engine).indexer !== indexer);
  }
  await engine.refresh();
  assert.ok(log.some((line) => line.includes('the process that started it has gone')), log.join('\n'));
  assert.equal((await engine.report()).files.filter((file) => file.state === 'read').length, 400);
});

test('questions are answered while indexing', limit, async (context) => {
  const root = temporary(context);
  writeLibrary(root, 300);
  const { engine, configuration } = startEngine(context, { store: temporary(context), roots: [root] });
  await engine.configure(configuration({ includeBundled: true }));
  assert.equal(engine.status().state, 'ready');
  assert.ok((await engine.similar({ text: '科普工作' })).length > 0);
  await engine.refresh();
});

for (const [name, damage] of [
  ['missing', (file: string) => rmSync(file)],
  ['truncated', (file: string) => truncateSync(file, 4000)],
  ['empty', (file: string) => truncateSync(file, 0)],
] as const) {
  test(`a ${name} dictionary changes the segmenter and nothing else`, limit, async (context) => {
    const distDir = copyOfDist(context);
    damage(join(distDir, 'segmenter', 'dictionary.utf8'));
    const root = temporary(context);
    writeLibrary(root);
    const { engine, configuration } = startEngine(context, { store: temporary(context), roots: [root], distDir });
    await engine.configure(configuration());
    await engine.refresh();
    assert.ok((await engine.similar(asked)).length > 0);
    assert.equal(engine.status().segmenter, 'wasm');
    assert.match(engine.status().message ?? '', /备用分词/);
  });
}

test('works from a folder with Chinese characters and spaces in its path', limit, async (context) => {
  const distDir = copyOfDist(context, '讲话稿 助手');
  const root = join(temporary(context), '历年 讲话');
  writeLibrary(root);
  const store = join(temporary(context), '索引 存放处');
  const { engine, configuration } = startEngine(context, { store, roots: [root], distDir });
  await engine.configure(configuration());
  await engine.refresh();
  assert.ok((await engine.similar(asked)).length > 0);
  const native = spawnSync(process.execPath, [join(distDir, 'cli.js'), 'similar', '--store', store], { input: asked.text, encoding: 'utf8' });
  assert.equal(native.status, 0, native.stderr);
  assert.ok((JSON.parse(native.stdout) as unknown[]).length > 0);
});

test('a saved file is found within a second, and a removed one no more', limit, async (context) => {
  const root = temporary(context);
  writeLibrary(root, 50);
  const { engine, configuration } = startEngine(context, { store: temporary(context), roots: [root] });
  await engine.configure(configuration());
  await engine.refresh();
  const file = join(root, '新稿.md');
  const found = async (text: string): Promise<boolean> => (await engine.search({ query: `"${text}"` })).length > 0;
  writeFileSync(file, '# 新稿\n\n蓝鲸计划今天在码头启动。\n');
  const start = Date.now();
  await engine.refresh([file]);
  assert.ok(await found('蓝鲸计划'));
  assert.ok(Date.now() - start < 1000, `${String(Date.now() - start)} ms`);
  // Not told by anyone: seen by watching.
  appendFileSync(file, '\n白鹭计划明天在湿地启动。\n');
  await until('the change is found', () => found('白鹭计划'));
  rmSync(file);
  await until('the file is gone', async () => !(await found('蓝鲸计划')));
});

test('files with a classification mark and ignored files are left out', limit, async (context) => {
  const root = temporary(context);
  writeFileSync(join(root, '甲.md'), '# 公开讲话\n\n红杉项目已经验收。\n');
  writeFileSync(join(root, '乙.md'), '机密★一年\n\n# 内部讲话\n\n银杏项目已经验收。\n');
  mkdirSync(join(root, '草稿'));
  writeFileSync(join(root, '草稿', '丙.md'), '# 草稿\n\n水杉项目已经验收。\n');
  writeFileSync(join(root, '.speechdraftignore'), '# 不收草稿\n草稿/\n');
  const { engine, configuration } = startEngine(context, { store: temporary(context), roots: [root] });
  await engine.configure(configuration());
  await engine.refresh();
  const found = async (): Promise<string[]> => (await engine.search({ query: '项目 验收' })).map((passage) => passage.text);
  assert.deepEqual(await found(), ['红杉项目已经验收。']);
  const { files } = await engine.report();
  assert.deepEqual(files.map(({ file, state }) => [file, state]).sort(), [[join(root, '乙.md'), 'ignored'], [join(root, '甲.md'), 'read']]);
  await engine.configure(configuration({ includeClassified: true }));
  await engine.refresh();
  assert.equal((await found()).length, 2);
  // Taken back: what was read under the other rule goes again.
  await engine.configure(configuration());
  await engine.refresh();
  assert.equal((await found()).length, 1);
});

test('two engines share a store, each with its own roots', limit, async (context) => {
  const store = temporary(context);
  const [first, second] = [temporary(context), temporary(context)];
  writeFileSync(join(first, '甲.md'), '# 甲\n\n海棠园今年开放。\n');
  writeFileSync(join(second, '乙.md'), '# 乙\n\n海棠园去年开放。\n');
  const one = startEngine(context, { store, roots: [first] });
  const two = startEngine(context, { store, roots: [second] });
  await Promise.all([one.engine.configure(one.configuration()), two.engine.configure(two.configuration())]);
  await Promise.all([one.engine.refresh(), two.engine.refresh()]);
  assert.deepEqual((await one.engine.search({ query: '海棠园' })).map((passage) => passage.text), ['海棠园今年开放。']);
  assert.deepEqual((await two.engine.search({ query: '海棠园' })).map((passage) => passage.text), ['海棠园去年开放。']);
});

test('of several roots that another window is writing none is forgotten', limit, async (context) => {
  const store = temporary(context);
  const roots = [temporary(context), temporary(context)];
  const running = startEngine(context, { store, roots });
  await running.engine.configure(running.configuration());
  await running.engine.refresh();
  const keys = roots.map(rootKey);
  const folders = readdirSync(store).flatMap((sub) => keys.map((key) => join(store, sub, key)));
  const locks = folders.map((folder) => StoreLock.take(folder));
  assert.deepEqual(locks.map((lock) => lock !== null), [true, true]);
  for (const root of roots) writeLibrary(root, 1);
  const refreshed = running.engine.refresh();
  await until('both wait', () => roots.every((root) => running.log.some((line) => line.startsWith(root))));
  for (const lock of locks) lock?.release();
  await refreshed;
  assert.equal((await running.engine.report()).files.length, 2);
});

test('two engines with the same root both bring it up to date', limit, async (context) => {
  const store = temporary(context);
  const root = temporary(context);
  writeLibrary(root, 200);
  const one = startEngine(context, { store, roots: [root] });
  const two = startEngine(context, { store, roots: [root] });
  await Promise.all([one.engine.configure(one.configuration()), two.engine.configure(two.configuration())]);
  await Promise.all([one.engine.refresh(), two.engine.refresh()]);
  assert.equal(one.engine.status().files, 200);
  await until('the other sees it too', async () => (await two.engine.similar(asked)).length > 0);
});

test('a store that cannot be written is a sentence, and answers go on', limit, async (context) => {
  const root = temporary(context);
  writeLibrary(root);
  const parent = temporary(context);
  // A file where the folder should be: fails for every user, also for root, whom permissions do not stop.
  const store = join(parent, 'store');
  writeFileSync(store, '');
  const { engine, statuses, configuration } = startEngine(context, { store, roots: [root] });
  await engine.configure(configuration({ includeBundled: true }));
  await assert.rejects(engine.refresh(), (error) => error instanceof EngineError && /索引/.test(error.message));
  assert.ok(statuses.some((status) => /索引/.test(status.message ?? '')));
  assert.ok((await engine.similar({ text: '科普工作' })).length > 0);
});

test('a read-only store goes on answering', { ...limit, skip: process.getuid?.() === 0 || process.platform === 'win32' ? 'permissions do not stop this user' : false }, async (context) => {
  const root = temporary(context);
  writeLibrary(root);
  const store = temporary(context);
  const { engine, configuration } = startEngine(context, { store, roots: [root] });
  await engine.configure(configuration());
  await engine.refresh();
  const folders = readdirSync(store, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  for (const folder of folders) chmodSync(folder, 0o500);
  writeFileSync(join(root, '新.md'), '# 新\n\n新的一段。\n');
  await assert.rejects(engine.refresh(), EngineError);
  for (const folder of folders) chmodSync(folder, 0o700);
  assert.ok((await engine.similar(asked)).length > 0);
});

test('a question that was given up is not answered', limit, async (context) => {
  const { engine, configuration } = startEngine(context, { store: temporary(context) });
  await engine.configure(configuration({ includeBundled: true }));
  const controller = new AbortController();
  const given = engine.similar(asked, controller.signal);
  controller.abort();
  await assert.rejects(given, (error) => error instanceof EngineError && error.code === 'cancelled');
  assert.ok((await engine.similar(asked)).length > 0);
});

test('reads single documents, and says why one cannot be read', limit, async (context) => {
  const { engine, configuration } = startEngine(context, { store: temporary(context) });
  await engine.configure(configuration());
  const bytes = new TextEncoder().encode('# 年会讲话\n\n同志们：\n\n大会开幕了。\n');
  assert.equal((await engine.outline(bytes, '年会.md')).articles[0]?.title, '年会讲话');
  assert.match(await engine.text(bytes, '年会.md'), /大会开幕了。/);
  const copied = new TextEncoder().encode('年会讲话\n同志们：\n大会开幕了。\n版权所有 某某网\n一、头一件事\n先说开头。\n三、后一件事\n再说后头。\n');
  const { articles, problems } = await engine.reading(copied, '抄来的.txt');
  assert.deepEqual(articles, [{ title: '年会讲话', sections: 2 }]);
  assert.deepEqual(problems.map(({ code, line }) => [code, line]), [['site-chrome', 4], ['numbering-gap', 7]]);
  assert.equal(problems[0]?.text, '版权所有 某某网');
  await assert.rejects(engine.outline(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), '图.png'), (error) => error instanceof EngineError && error.code === 'unreadable');
});

test('erasing leaves nothing of ours and nothing else’s harmed', limit, async (context) => {
  const store = temporary(context);
  writeFileSync(join(store, '别人的文件.txt'), '原样');
  const root = temporary(context);
  writeLibrary(root);
  const { engine, configuration } = startEngine(context, { store, roots: [root] });
  await engine.configure(configuration());
  await engine.refresh();
  await engine.erase();
  assert.deepEqual(readdirSync(store), ['别人的文件.txt']);
  assert.deepEqual(await engine.similar(asked), []);
});

test('no process is left behind', limit, async (context) => {
  const { engine, configuration } = startEngine(context, { store: temporary(context) });
  await engine.configure(configuration());
  const { searcher } = pids(engine);
  engine.dispose();
  await until('the searcher is gone', () => {
    try {
      process.kill(searcher ?? 0, 0);
      return false;
    } catch {
      return true;
    }
  });
  await assert.rejects(engine.similar(asked), EngineError);
});

