// What a folder of the library may hold besides plain files, and what becomes of it.
import assert from 'node:assert/strict';
import { chmodSync, closeSync, copyFileSync, ftruncateSync, mkdirSync, openSync, renameSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import type { FileReport } from '../../src/protocol/engine.ts';
import { startEngine, temporary, until, writeLibrary, type Running } from './builtEngine.ts';

const limit = { timeout: 60_000 };

async function report({ engine }: Running, root: string): Promise<string[]> {
  const { files } = await engine.report();
  return files.map((file: FileReport) => `${relative(root, file.file)} ${file.state}`).sort();
}

async function libraryOf(context: Parameters<typeof temporary>[0], root: string): Promise<Running> {
  const running = startEngine(context, { store: temporary(context), roots: [root] });
  await running.engine.configure(running.configuration());
  await running.engine.refresh();
  return running;
}

test('symbolic links are followed once: loops end, a file under two names is read under one', { ...limit, skip: process.platform === 'win32' ? 'links need rights there' : false }, async (context) => {
  const root = temporary(context);
  const elsewhere = temporary(context);
  mkdirSync(join(root, '甲', '乙'), { recursive: true });
  writeFileSync(join(root, '甲', '讲话.md'), '# 讲话\n\n云杉项目已经验收。\n');
  writeFileSync(join(elsewhere, '远处.md'), '# 远处\n\n冷杉项目已经验收。\n');
  symlinkSync('..', join(root, '甲', '乙', '回到甲'));
  symlinkSync(root, join(root, '甲', '乙', '回到顶'));
  symlinkSync(join(root, '甲'), join(root, '丙'));
  symlinkSync(join(root, '甲', '讲话.md'), join(root, '甲', '又名.md'));
  symlinkSync(elsewhere, join(root, '远'));
  symlinkSync('没有.md', join(root, '断.md'));
  symlinkSync('圈.md', join(root, '圈.md'));
  const running = await libraryOf(context, root);
  assert.deepEqual(await report(running, root), ['丙/又名.md read', '圈.md refused', '断.md refused', '远/远处.md read'].sort());
  assert.equal((await running.engine.search({ query: '云杉项目' })).length, 1);
});

test('the same document under two names is one passage that names the other', limit, async (context) => {
  const root = temporary(context);
  const text = '# 在林业科普会上的讲话\n\n同志们：\n\n今年的林业科普要把护林员请上讲台，让他们讲自己巡山三十年见过的树和火，这比发十本册子管用。\n';
  writeFileSync(join(root, '讲话.md'), text);
  writeFileSync(join(root, '讲话（终稿）.txt'), text.replace('# ', ''));
  const { engine } = await libraryOf(context, root);
  const found = await engine.similar({ text: '把护林员请上讲台，让他们讲自己巡山三十年见过的树和火' });
  const told = found.filter(({ text: passage }) => passage.includes('护林员'));
  assert.equal(told.length, 1);
  assert.deepEqual(told[0]?.duplicates.map(({ file }) => file).concat(told[0].file).sort(), [join(root, '讲话.md'), join(root, '讲话（终稿）.txt')].sort());
});

test('ignore files are those of Git: nested, with exceptions, in any encoding', limit, async (context) => {
  const root = temporary(context);
  for (const name of ['要.md', '不要.md', '留.tmp.md', '旧/一.md', '旧/二.md', '旧/深/三.md', '旧/深/四.md']) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), `# ${name}\n\n水杉项目已经验收。\n`);
  }
  writeFileSync(join(root, '.speechdraftignore'), Buffer.from('\ufeff# 说明\r\n不要.md\r\n*.tmp.md\r\n!留.tmp.md\r\n', 'utf16le'));
  writeFileSync(join(root, '旧', '.speechdraftignore'), '/一.md\n深/*\n!深/四.md\n');
  const running = await libraryOf(context, root);
  assert.deepEqual(await report(running, root), ['旧/二.md read', '旧/深/四.md read', '留.tmp.md read', '要.md read'].sort());
  // New rules hold at once.
  writeFileSync(join(root, '旧', '.speechdraftignore'), '*\n');
  await until('the new rules hold', async () => (await report(running, root)).length === 2);
});

test('a file beyond a limit is named with the setting, and read once the setting allows it', limit, async (context) => {
  const root = temporary(context);
  writeFileSync(join(root, '大.txt'), `在林业会上的讲话\n${'红松项目已经验收，大家都很高兴。\n'.repeat(40_000)}`);
  const running = startEngine(context, { store: temporary(context), roots: [root] });
  await running.engine.configure(running.configuration({ maxFileSize: 1 }));
  await running.engine.refresh();
  const [file] = (await running.engine.report()).files;
  assert.match(file?.reason ?? '', /文件大小（fileBytes）不得超过 1 MB.*speechDraft\.library\.maxFileSize/);
  await running.engine.configure(running.configuration({ maxFileSize: 5 }));
  await running.engine.refresh();
  assert.deepEqual(await report(running, root), ['大.txt read']);
});

test('a text of two gigabytes is refused at a glance', limit, async (context) => {
  const root = temporary(context);
  const file = openSync(join(root, '巨.txt'), 'w');
  writeSync(file, '讲话');
  ftruncateSync(file, 2_147_483_648);
  closeSync(file);
  writeFileSync(join(root, '小.md'), '# 小\n\n油松项目已经验收。\n');
  const started = Date.now();
  const running = await libraryOf(context, root);
  assert.deepEqual(await report(running, root), ['小.md read', '巨.txt refused']);
  assert.ok(Date.now() - started < 20_000);
});

test('names with control characters do no harm', { ...limit, skip: process.platform === 'win32' ? 'no such names there' : false }, async (context) => {
  const root = temporary(context);
  writeFileSync(join(root, '坏\n名\u001b[2J\u0007<b>.md'), '# 坏名\n\n马尾松项目已经验收。\n');
  const { engine } = await libraryOf(context, root);
  const [found] = await engine.search({ query: '马尾松项目' });
  assert.equal(found?.file, join(root, '坏\n名\u001b[2J\u0007<b>.md'));
});

test('moved folders: what was there goes, what is there now is found', limit, async (context) => {
  const root = temporary(context);
  mkdirSync(join(root, '旧名'));
  writeFileSync(join(root, '旧名', '讲话.md'), '# 讲话\n\n白皮松项目已经验收。\n');
  const { engine } = await libraryOf(context, root);
  renameSync(join(root, '旧名'), join(root, '新名'));
  await until('the new place is found', async () => {
    const found = await engine.search({ query: '白皮松项目' });
    return found.length === 1 && found[0]?.file === join(root, '新名', '讲话.md');
  });
  // A file that comes by copying, in a folder made meanwhile.
  mkdirSync(join(root, '又一'));
  copyFileSync(join(root, '新名', '讲话.md'), join(root, '又一', '抄本.md'));
  await until('the copy is found', async () => ((await engine.search({ query: '白皮松项目' }))[0]?.duplicates.length ?? 0) === 1);
});

test('a folder that cannot be read now keeps what is known of it', { ...limit, skip: process.getuid?.() === 0 || process.platform === 'win32' ? 'permissions do not bind here' : false }, async (context) => {
  const root = temporary(context);
  mkdirSync(join(root, '盘'));
  writeFileSync(join(root, '盘', '讲话.md'), '# 讲话\n\n黑松项目已经验收。\n');
  const running = await libraryOf(context, root);
  chmodSync(join(root, '盘'), 0);
  try {
    await running.engine.refresh();
    assert.deepEqual(await report(running, root), ['盘 refused', '盘/讲话.md read']);
    assert.equal((await running.engine.search({ query: '黑松项目' })).length, 1);
  } finally {
    chmodSync(join(root, '盘'), 0o755);
  }
  await running.engine.refresh();
  assert.deepEqual(await report(running, root), ['盘/讲话.md read']);
});

test('progress counts the files; cancelling stops at once, keeps what was read, and goes on later', limit, async (context) => {
  const root = temporary(context);
  writeLibrary(root, 1500);
  const { engine, statuses, configuration } = startEngine(context, { store: temporary(context), roots: [root] });
  await engine.configure(configuration());
  const refreshed = engine.refresh().catch(() => undefined);
  await until('some files are read', () => statuses.some(({ progress }) => (progress?.done ?? 0) > 20));
  await engine.cancelIndexing();
  await refreshed;
  await until('it stands still', () => engine.status().state === 'ready');
  const kept = engine.status().files;
  assert.ok(kept > 0 && kept < 1500, String(kept));
  const told = statuses.flatMap(({ progress }) => (progress === null || progress.total === 0 ? [] : [progress]));
  assert.ok(told.every(({ done, total }) => total === 1500 && done <= total));
  await engine.refresh();
  assert.equal(engine.status().files, 1500);
});
