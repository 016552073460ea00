// What happens in the folders of the library while they are watched, beyond a file that is saved.
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startEngine, temporary, until, type Running } from './builtEngine.ts';

const limit = { timeout: 60_000 };
const onWindows = process.platform === 'win32';

async function watching(context: Parameters<typeof temporary>[0], ...roots: readonly string[]): Promise<Running> {
  const running = startEngine(context, { store: temporary(context), roots });
  await running.engine.configure(running.configuration());
  await running.engine.refresh().catch(() => undefined);
  return running;
}

const speech = (words: string): string => `# 讲话\n\n同志们：\n\n${words}已经验收，大家都很高兴。\n`;
const finds = async ({ engine }: Running, words: string): Promise<string[]> => (await engine.search({ query: `“${words}”` })).map(({ file }) => file);

test('a link that leads nowhere, saved together with a speech, keeps it from nobody', { ...limit, skip: onWindows ? 'links need rights there' : false }, async (context) => {
  const root = temporary(context);
  const running = await watching(context, root);
  symlinkSync('圈.md', join(root, '圈.md'));
  writeFileSync(join(root, '讲话.md'), speech('云杉项目'));
  await until('the speech is found', async () => (await finds(running, '云杉项目')).length === 1);
  assert.ok(running.statuses.every(({ message }) => message === null), JSON.stringify(running.statuses.map(({ message }) => message)));
});

test('a file that is written without end keeps no other waiting', limit, async (context) => {
  const root = temporary(context);
  const running = await watching(context, root);
  let written = 0;
  const writer = setInterval(() => writeFileSync(join(root, '记录.txt'), `第${String((written += 1))}行\n`), 100);
  try {
    await pause(500);
    writeFileSync(join(root, '讲话.md'), speech('冷杉项目'));
    const saved = Date.now();
    await until('the speech is found', async () => (await finds(running, '冷杉项目')).length === 1);
    assert.ok(Date.now() - saved < 3_000, String(Date.now() - saved));
  } finally {
    clearInterval(writer);
  }
});

test('folders with a dot in their names come, go and are renamed', limit, async (context) => {
  const root = temporary(context);
  const elsewhere = temporary(context);
  const running = await watching(context, root);
  mkdirSync(join(elsewhere, '讲话2023.5'));
  writeFileSync(join(elsewhere, '讲话2023.5', '一.md'), speech('铁杉项目'));
  renameSync(join(elsewhere, '讲话2023.5'), join(root, '讲话2023.5'));
  await until('it is found', async () => (await finds(running, '铁杉项目')).length === 1);
  renameSync(join(root, '讲话2023.5'), join(root, '讲话2024.1'));
  await until('it is found at its new place', async () => (await finds(running, '铁杉项目'))[0] === join(root, '讲话2024.1', '一.md'));
  renameSync(join(root, '讲话2024.1'), join(elsewhere, '讲话2024.1'));
  await until('it is found no more', async () => (await finds(running, '铁杉项目')).length === 0);
});

test('a folder of the library that is not there yet, goes and comes back', limit, async (context) => {
  const place = temporary(context);
  const root = join(place, '移动硬盘');
  const running = await watching(context, root);
  assert.equal(running.engine.status().state, 'ready');
  const refused = async (): Promise<(string | null)[]> => (await running.engine.report()).files.flatMap(({ state, reason }) => (state === 'refused' ? [reason] : []));
  assert.match((await refused()).join(), /找不到这个文件夹/);
  mkdirSync(root);
  writeFileSync(join(root, '一.md'), speech('油杉项目'));
  await until('what came is found', async () => (await finds(running, '油杉项目')).length === 1);
  assert.deepEqual(await refused(), []);
  renameSync(root, join(place, '拔走'));
  await pause(1_500);
  // A drive that was pulled out may come back: what is known of it stays.
  assert.equal((await finds(running, '油杉项目')).length, 1);
  renameSync(join(place, '拔走'), root);
  writeFileSync(join(root, '二.md'), speech('柳杉项目'));
  await until('what changed meanwhile is found', async () => (await finds(running, '柳杉项目')).length === 1);
});

test('a folder that goes while it is read ends in a report, not in a failure', limit, async (context) => {
  const root = temporary(context);
  mkdirSync(join(root, '走'));
  for (let index = 0; index < 400; index += 1) writeFileSync(join(root, '走', `${String(index)}.md`), speech(`第${String(index)}号项目`));
  writeFileSync(join(root, '留.md'), speech('银杉项目'));
  const running = startEngine(context, { store: temporary(context), roots: [root] });
  await running.engine.configure(running.configuration());
  const refreshed = running.engine.refresh();
  await until('some files are read', () => running.statuses.some(({ progress }) => (progress?.done ?? 0) > 20));
  rmSync(join(root, '走'), { recursive: true });
  await refreshed;
  await running.engine.refresh();
  assert.deepEqual(await finds(running, '银杉项目'), [join(root, '留.md')]);
  assert.equal(running.engine.status().files, 1);
});

test('a name that changes in its capitals alone', limit, async (context) => {
  const root = temporary(context);
  writeFileSync(join(root, 'Speech.md'), speech('水松项目'));
  const running = await watching(context, root);
  renameSync(join(root, 'Speech.md'), join(root, 'speech.md'));
  await until('the new name is told', async () => (await finds(running, '水松项目')).join() === join(root, 'speech.md'));
});

test('two windows over one folder both find what one of them sees saved', limit, async (context) => {
  const root = temporary(context);
  const store = temporary(context);
  const [one, other] = [startEngine(context, { store, roots: [root] }), startEngine(context, { store, roots: [root] })];
  for (const { engine, configuration } of [one, other]) await engine.configure(configuration());
  writeFileSync(join(root, '一.md'), speech('红豆杉项目'));
  for (const running of [one, other]) await until('both find it', async () => (await finds(running, '红豆杉项目')).length === 1);
  writeFileSync(join(root, '一.md'), speech('白豆杉项目'));
  for (const running of [one, other]) await until('both find the change', async () => (await finds(running, '白豆杉项目')).length === 1 && (await finds(running, '红豆杉项目')).length === 0);
});

test('what a linked folder holds is brought up to date as well', { ...limit, skip: onWindows ? 'links need rights there' : false }, async (context) => {
  const root = temporary(context);
  const elsewhere = temporary(context);
  symlinkSync(elsewhere, join(root, '远'));
  const running = await watching(context, root);
  writeFileSync(join(elsewhere, '一.md'), speech('穗花杉项目'));
  await until('it is found', async () => (await finds(running, '穗花杉项目')).length === 1);
});
