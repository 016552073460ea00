import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isClassified } from '../../src/engine/indexing/classification.ts';
import { globPattern } from '../../src/engine/indexing/globPattern.ts';
import { checksum } from '../../src/engine/store/checksum.ts';
import { cleanStore } from '../../src/engine/store/cleanStore.ts';
import { chooseMerge } from '../../src/engine/store/mergePolicy.ts';
import type { StoredSegment } from '../../src/engine/store/manifest.ts';
import { DamageError, PageCache, PagedFile, writePaged } from '../../src/engine/store/pagedFile.ts';
import { StoreLock } from '../../src/engine/store/storeLock.ts';
import { temporary } from './builtEngine.ts';

test('pages give back what was written, across their borders too', (context) => {
  const file = join(temporary(context), 'paged');
  const content = Uint8Array.from({ length: 500_000 }, (_, index) => (index * 31) % 251);
  writePaged(file, content);
  const paged = new PagedFile(file, new PageCache(1 << 20));
  for (const [offset, length] of [[0, 10], [65_530, 20], [0, 500_000], [131_072, 65_536], [499_999, 1], [10, 0]] as const) {
    assert.deepEqual(paged.read(offset, length), content.subarray(offset, offset + length), `${String(offset)}+${String(length)}`);
  }
  assert.throws(() => paged.read(499_999, 2), DamageError);
  paged.close();
  for (const at of [0, 70_000, 499_999, readFileSync(file).length - 1, readFileSync(file).length - 20]) {
    const bytes = readFileSync(file);
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    const damaged = `${file}-${String(at)}`;
    writeFileSync(damaged, bytes);
    assert.throws(() => new PagedFile(damaged, new PageCache(1 << 20)).verify(), DamageError, String(at));
  }
  for (const length of [0, 5, 100_000, readFileSync(file).length - 1]) {
    writeFileSync(`${file}-cut`, readFileSync(file).subarray(0, length));
    assert.throws(() => new PagedFile(`${file}-cut`, new PageCache(1 << 20)).verify(), DamageError, String(length));
  }
});

test('a cache too small for what is read never gives a wrong page, nor one of a closed file', (context) => {
  const folder = temporary(context);
  const contents = [1, 2, 3].map((seed) => Uint8Array.from({ length: 200_000 }, (_, index) => (index * seed + (index >>> 8)) & 0xff));
  contents.forEach((content, number) => writePaged(join(folder, String(number)), content));
  const cache = new PageCache(5 * 8192);
  const files = contents.map((_, number) => new PagedFile(join(folder, String(number)), cache));
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let turn = 0; turn < 3000; turn += 1) {
    const number = random(3);
    const offset = random(200_000);
    const length = Math.min(200_000 - offset, random(20) === 0 ? random(100_000) : random(300));
    const content = contents[number] as Uint8Array;
    assert.deepEqual(Buffer.from((files[number] as PagedFile).read(offset, length)), Buffer.from(content.subarray(offset, offset + length)));
    if (turn % 500 !== 499) continue;
    files[number]?.close();
    assert.throws(() => files[number]?.read(0, 10), DamageError);
    files[number] = new PagedFile(join(folder, String(number)), cache);
  }
  for (const file of files) file.close();
});

test('the checksum is CRC-32', () => {
  assert.equal(checksum(Buffer.from('123456789')), 0xcbf43926);
});

test('a lock keeps others out, is released, and is taken from the dead', (context) => {
  const folder = temporary(context);
  const lock = StoreLock.take(folder);
  assert.ok(lock !== null);
  assert.equal(StoreLock.take(folder), null);
  lock.release();
  assert.ok(!existsSync(join(folder, 'lock')));
  const old = new Date(Date.now() - 60_000);
  for (const [what, content, touched] of [
    ['a dead process of this machine', JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), token: 'x' }), new Date()],
    ['a silent process of another machine', JSON.stringify({ pid: 1, host: 'elsewhere', token: 'x' }), old],
    ['one that died while writing it', '', old],
  ] as const) {
    writeFileSync(join(folder, 'lock'), content);
    utimesSync(join(folder, 'lock'), touched, touched);
    const taken = StoreLock.take(folder);
    assert.ok(taken !== null, what);
    assert.ok(taken.held());
    taken.release();
  }
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1, host: 'elsewhere', token: 'x' }));
  assert.equal(StoreLock.take(folder), null, 'a process of another machine that shows signs of life');
});

test('segments of about one size are merged, large and worn ones by themselves', () => {
  const segment = (name: string, paragraphs: number, change: Partial<StoredSegment> = {}): StoredSegment => ({ name, files: 20, paragraphs, characters: 0, indexBytes: 0, textBytes: 0, dead: [], ...change });
  const small = Array.from({ length: 6 }, (_, index) => segment(String(index), 10));
  assert.deepEqual(chooseMerge(small.slice(0, 5)), []);
  assert.deepEqual(chooseMerge([segment('big', 30_000), ...small]), small);
  assert.deepEqual(chooseMerge(Array.from({ length: 9 }, (_, index) => segment(String(index), 250_000))), []);
  const total = chooseMerge(Array.from({ length: 12 }, (_, index) => segment(String(index), 60_000))).reduce((sum, each) => sum + each.paragraphs, 0);
  assert.ok(total > 60_000 && total <= 200_000);
  const worn = segment('worn', 100_000, { dead: Array.from({ length: 16 }, (_, index) => index) });
  assert.deepEqual(chooseMerge([worn]), [worn]);
});

test('globs', () => {
  for (const [glob, fits, not] of [
    ['草稿', ['草稿', '草稿/a.md', '2024/草稿/b.md'], ['草稿箱/a.md']],
    ['*.tmp', ['a.tmp', 'x/y.tmp'], ['a.tmp2']],
    ['旧稿/2019*', ['旧稿/2019年会.md'], ['x/旧稿/2019.md', '旧稿/2020.md']],
    ['**/旧稿/**', ['旧稿/a.md', 'x/旧稿/y/a.md'], ['旧稿2/a.md']],
    ['{备份,存档}/*.md', ['备份/a.md', '存档/b.md'], ['备份/x/a.md', '留底/a.md']],
    ['/根.md', ['根.md'], ['x/根.md']],
    ['a?c(1).md', ['abc(1).md'], ['ac(1).md']],
    ['稿[0-9].md', ['稿1.md'], ['稿x.md']],
    ['稿[!0-9].md', ['稿x.md'], ['稿1.md']],
    ['稿[z-a].md', [], ['稿z.md']],
  ] as const) {
    for (const path of fits) assert.ok(globPattern(glob)(path), `${glob} fits ${path}`);
    for (const path of not) assert.ok(!globPattern(glob)(path), `${glob} does not fit ${path}`);
  }
});

test('classification marks are seen in the first lines, and words alone are none', () => {
  for (const text of ['机密★1年\n标题', '标题\n秘密 ★\n', '绝　密★', '机 密\n关于……', '【秘密】\n标题', '秘密 5年\n']) assert.ok(isClassified(text), text);
  for (const text of ['保守国家秘密是公民的义务', '机密工作条例解读\n正文', `${'正文\n'.repeat(30)}机密★`, '']) assert.ok(!isClassified(text), text);
});

test('what other versions have left goes after two weeks, nothing else does', (context) => {
  const store = temporary(context);
  const make = (name: string, age: number): void => {
    mkdirSync(join(store, name, '0123456789abcdef0123'), { recursive: true });
    const time = new Date(Date.now() - age * 24 * 3600 * 1000);
    utimesSync(join(store, name), time, time);
  };
  make('native-aaaaaaaaaaaa-f1r1', 30);
  make('native-bbbbbbbbbbbb-f1r1', 30);
  make('native-cccccccccccc-f1r1', 3);
  make('wasm-dddddddddddd-f1r1', 30);
  make('别人的文件夹', 30);
  cleanStore(store, 'native-aaaaaaaaaaaa-f1r1');
  assert.deepEqual(['native-aaaaaaaaaaaa-f1r1', 'native-bbbbbbbbbbbb-f1r1', 'native-cccccccccccc-f1r1', 'wasm-dddddddddddd-f1r1', '别人的文件夹'].map((name) => existsSync(join(store, name))), [true, false, true, true, true]);
});
