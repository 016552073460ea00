import assert from 'node:assert/strict';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Worker } from 'node:worker_threads';
import { cutDocument } from '../../src/core/passages/documentCuts.ts';
import { ReadAhead, readAheadDepth } from '../../src/engine/indexing/readAhead.ts';
import { indexRoot } from '../../src/engine/indexing/indexRoot.ts';
import type { FileAnswer, FileRequest } from '../../src/engine/indexing/readFile.ts';
import type { IndexJob } from '../../src/engine/messages.ts';
import { loadSegmenter } from '../../src/engine/segmenter/loadSegmenter.ts';
import { dist, temporary } from './builtEngine.ts';

function requests(folder: string, count: number): FileRequest[] {
  return Array.from({ length: count }, (_, number) => {
    const path = join(folder, `${String(number)}.md`);
    writeFileSync(path, `# 第${String(number)}次全会报告\n\n这一段说的是第${String(number)}件事，请大家审议。\n`);
    const { size, mtimeMs } = statSync(path);
    return { file: { key: `${String(number)}.md`, path, size, changed: mtimeMs }, known: null, rules: { maxBytes: 1e6, includeClassified: true } };
  });
}

const textOf = async (ahead: ReadAhead, request: FileRequest): Promise<string> => {
  const answer = await ahead.take(request);
  return answer.kind === 'read' ? (answer.document?.sections[0]?.paragraphs[0]?.text ?? '') : answer.kind;
};

test('files read ahead are those that were asked for, in whatever order they are taken', async (context) => {
  const all = requests(temporary(context), 30);
  const ahead = new ReadAhead(null);
  ahead.expect(all.length);
  context.after(() => ahead.close());
  for (let number = 0; number < all.length; number += 1) {
    for (const request of all.slice(number, number + 5)) ahead.begin(request);
    // Now and then a file just saved comes between.
    if (number % 7 === 3) assert.match(await textOf(ahead, all[29 - number] as FileRequest), new RegExp(`第${String(29 - number)}件事`));
    assert.match(await textOf(ahead, all[number] as FileRequest), new RegExp(`第${String(number)}件事`));
  }
});

test('a thread that ends costs the file that it was reading, and no other', async (context) => {
  const all = requests(temporary(context), 20);
  const ahead = new ReadAhead(null);
  ahead.expect(all.length);
  context.after(() => ahead.close());
  for (const request of all.slice(0, 3)) ahead.begin(request);
  const first = textOf(ahead, all[0] as FileRequest);
  await (ahead as unknown as { readonly worker: Worker }).worker.terminate();
  assert.equal(await first, 'closed');
  assert.match(await textOf(ahead, all[1] as FileRequest), /第1件事/);
  assert.match(await textOf(ahead, all[2] as FileRequest), /第2件事/);
});

test('a file that is gone and a file that is the same are told apart', async (context) => {
  const [gone, same] = requests(temporary(context), 2) as [FileRequest, FileRequest];
  for (const files of [2, 100]) {
    const ahead = new ReadAhead(null);
    ahead.expect(files);
    const missing = { ...gone, file: { ...gone.file, path: `${gone.file.path}.none` } };
    assert.equal((await ahead.take(missing)).kind, 'closed');
    const read = await ahead.take(same);
    assert.equal(read.kind, 'read');
    const hash = read.kind === 'read' ? read.entry.hash : '';
    assert.equal((await ahead.take({ ...same, known: hash })).kind, 'same');
    await ahead.close();
  }
});

test('where the thread is behind, short texts are read beside the index, each once and by one of the two', async (context) => {
  const folder = temporary(context);
  const all = requests(folder, 16);
  const [slow] = all as [FileRequest];
  const long = `# 第0次全会报告\n\n这一段说的是第0件事，请大家审议。\n${'\n各单位要按照分工抓好落实，一级做给一级看。\n'.repeat(8_000)}`;
  writeFileSync(slow.file.path, long);
  const ahead = new ReadAhead(null, true);
  ahead.expect(100);
  context.after(() => ahead.close());
  for (const request of all) assert.ok(ahead.begin(request));
  assert.match(await textOf(ahead, slow), /第0件事/);
  const { waiting } = ahead as unknown as { readonly waiting: readonly { readonly request: FileRequest }[] };
  assert.ok(waiting.length < 15, 'the last ones are read already');
  assert.ok(waiting.every(({ request }, place) => request === all[place + 1]), 'the first ones are the thread’s');
  for (const [number, request] of all.entries()) if (number > 0) assert.match(await textOf(ahead, request), new RegExp(`第${String(number)}件事`));
});

test('what was read ahead is not read again', async (context) => {
  const all = requests(temporary(context), readAheadDepth + 4);
  const ahead = new ReadAhead(null);
  ahead.expect(all.length);
  context.after(() => ahead.close());
  for (const request of all.slice(0, readAheadDepth)) assert.ok(ahead.begin(request));
  assert.ok(!ahead.begin(all[readAheadDepth] as FileRequest), 'there is room for so many');
  // A file is answered after those that were begun before it.
  await ahead.take(all[1] as FileRequest);
  const begun = all[0] as FileRequest;
  writeFileSync(begun.file.path, '# 改过\n\n改过以后的第0件事。\n');
  assert.match(await textOf(ahead, begun), /请大家审议/);
  assert.ok(ahead.begin(all[readAheadDepth] as FileRequest), 'one that was taken makes room');
});

test('texts are cut ahead by the segmenter that the index uses, and left to it where that one is not to be had', async (context) => {
  const folder = join(dist, 'segmenter');
  const { segmenter } = loadSegmenter(folder, 'auto');
  // Short texts might be read beside the index, which cuts them itself.
  const all = requests(temporary(context), 20).map((request) => ({ ...request, file: { ...request.file, size: 300_000 } }));
  for (const id of [segmenter.id, 'another']) {
    const ahead = new ReadAhead({ folder, kind: segmenter.kind, id });
    context.after(() => ahead.close());
    ahead.expect(all.length);
    for (const request of all.slice(0, 4)) ahead.begin(request);
    // The first file is taken and the second ready, so there is time to cut the third.
    await ahead.take(all[0] as FileRequest);
    await (ahead as unknown as { readonly begun: Map<string, { readonly answer: Promise<unknown> }> }).begun.get('2.md')?.answer;
    const answer = await ahead.take(all[2] as FileRequest);
    assert.ok(answer.kind === 'read' && answer.document !== null);
    const expected = id === segmenter.id ? cutDocument(answer.document, segmenter, () => false) : undefined;
    assert.deepEqual(answer.cuts, expected);
  }
});

test('a file that outgrew its memory is not read again until it changes', async (context) => {
  const root = temporary(context);
  const store = temporary(context);
  const [request] = requests(root, 1) as [FileRequest];
  const { segmenter } = loadSegmenter(join(dist, 'segmenter'), 'auto');
  const asked: string[] = [];
  class Outgrown extends ReadAhead {
    override take(wanted: FileRequest): Promise<FileAnswer> {
      asked.push(wanted.file.key);
      return Promise.resolve({ kind: 'closed', reason: '读取这份文件时占用内存过多，已跳过。', outgrew: true });
    }
  }
  const job = { distDir: dist, store, root, exclude: [], includeClassified: false, segmenter: { kind: segmenter.kind, reason: null }, maxBytes: 1e6, skip: [] } as unknown as IndexJob;
  const index = async (): Promise<string[]> => {
    const { summary } = await indexRoot(job, { segmenter, ahead: new Outgrown(null), onProgress: () => undefined, onCommit: () => undefined });
    return summary.failed.map((failure) => failure.reason);
  };
  assert.deepEqual(await index(), ['读取这份文件时占用内存过多，已跳过。']);
  assert.deepEqual(await index(), ['读取这份文件时占用内存过多，已跳过。'], 'it stays in the report');
  assert.equal(asked.length, 1);
  writeFileSync(request.file.path, '# 改短了\n\n这回只有一段。\n');
  await index();
  assert.equal(asked.length, 2);
});

test('no more is read ahead than there is room for in memory', async (context) => {
  const all = requests(temporary(context), 20).map((request) => ({ ...request, file: { ...request.file, size: 3e6 } }));
  const ahead = new ReadAhead(null);
  context.after(() => ahead.close());
  ahead.expect(all.length);
  assert.deepEqual(all.slice(0, 4).map((request) => ahead.begin(request)), [true, true, false, false]);
  await ahead.take(all[0] as FileRequest);
  assert.ok(ahead.begin(all[2] as FileRequest));
  const huge = { ...(all[3] as FileRequest), file: { ...(all[3] as FileRequest).file, size: 4e7 } };
  assert.ok(!ahead.begin(huge), 'a huge file waits until it is alone');
  await ahead.take(all[1] as FileRequest);
  await ahead.take(all[2] as FileRequest);
  assert.ok(ahead.begin(huge));
});
