import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Completion, Finding, IndexSummary, Outline, Passage, Skeleton } from '../../src/core/contracts.ts';
import { dist, temporary, writeLibrary } from './builtEngine.ts';

const limit = { timeout: 60_000 };

function call(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], { input, encoding: 'utf8' });
  assert.doesNotMatch(stderr, /\n\s+at /, 'no stack trace');
  return { status, stdout, stderr };
}

function answer<T>(args: readonly string[], input = ''): T {
  const { status, stdout, stderr } = call(args, input);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as T;
}

test('wrong usage is one sentence, the usage, and status 2', limit, () => {
  for (const args of [[], ['nonsense'], ['outline'], ['outline', 'a', 'b'], ['similar', '--limit', 'x'], ['similar', '--role', 'x'], ['similar', '--depth', '3'], ['search'], ['complete'], ['index', 'x'], ['index', '--store', 's'], ['similar', '--limit']]) {
    const { status, stdout, stderr } = call(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, /用法/);
  }
});

test('input that cannot be read is one sentence and status 2', limit, (context) => {
  const folder = temporary(context);
  writeFileSync(join(folder, '图.docx'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
  for (const args of [['outline', join(folder, '没有.md')], ['text', folder], ['outline', join(folder, '图.docx')], ['check', join(folder, '没有.md')], ['similar', '--store', join(folder, '没有')], ['index', '--store', join(folder, 's'), join(folder, '没有')]]) {
    const { status, stdout, stderr } = call(args, '科普');
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr.trim(), /^[^\n]+$/);
  }
  assert.equal(call(['similar', '--batch'], '{"text": 3}\n').status, 2);
  if (process.platform !== 'win32') {
    assert.equal(call(['text', '/dev/zero']).status, 2);
    writeFileSync(join(folder, '坏\n名\u001b[2J.md'), '');
    const { status, stderr } = call(['text', join(folder, '坏\n名\u001b[2J.md')]);
    assert.equal(status, 2);
    assert.match(stderr, /^[^\p{Cc}]+\n$/u);
  }
  assert.equal(call(['search', '--batch'], 'x\n').status, 2);
});

test('a damaged store is told of, and index builds it anew', limit, (context) => {
  const folder = temporary(context);
  const [library, store] = [join(folder, '资料'), join(folder, '索引')];
  mkdirSync(library);
  writeFileSync(join(library, '讲话.md'), '# 年会讲话\n\n流动科技馆开进山区，孩子们动手做实验。\n');
  const indexed = (): string => {
    const { status, stderr } = call(['index', '--store', store, library]);
    assert.equal(status, 0, stderr);
    return stderr;
  };
  assert.doesNotMatch(indexed(), /损坏/);
  for (const kind of ['.index', '.text']) {
    const files = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(kind) && !name.includes('damaged'));
    for (const name of files) {
      const bytes = readFileSync(join(store, name));
      bytes[8] = (bytes[8] ?? 0) ^ 0x55;
      writeFileSync(join(store, name), bytes);
    }
    const { stdout, stderr } = call(['search', '--store', store, '流动科技馆']);
    assert.deepEqual(JSON.parse(stdout), []);
    assert.match(stderr, /资料”的索引已损坏/);
    assert.doesNotMatch(stderr, /还没有建立/);
    assert.match(indexed(), /已损坏.*重新建立/);
    assert.equal(answer<Passage[]>(['search', '--store', store, '流动科技馆']).length, 1);
    assert.doesNotMatch(indexed(), /损坏/);
  }
});

test('outline and text', limit, (context) => {
  const file = join(temporary(context), '年会 讲话.md');
  writeFileSync(file, '# 年会讲话\n\n同志们：\n\n## 一、提高站位\n\n要提高站位。\n');
  const outline = answer<Outline>(['outline', file]);
  assert.equal(outline.articles[0]?.title, '年会讲话');
  assert.equal(outline.articles[0].sections[0]?.level, 1);
  assert.match(call(['text', file]).stdout, /要提高站位。/);
});

test('indexing touches only the roots named', limit, (context) => {
  const folder = temporary(context);
  const [store, one, two] = [join(folder, '索引'), join(folder, '甲'), join(folder, '乙')];
  writeLibrary(one, 6);
  mkdirSync(two);
  writeFileSync(join(two, '讲话.txt'), '榕树计划今年启动。榕树计划要办好。\n');
  const first = answer<IndexSummary>(['index', '--store', store, one, two]);
  assert.deepEqual([first.files, first.added, first.unchanged, first.roots.length], [7, 7, 0, 2]);
  assert.ok(first.bytes.index > 0 && first.bytes.text > 0 && first.characters > 0);
  const again = answer<IndexSummary>(['index', '--store', store, one]);
  assert.deepEqual([again.added, again.updated, again.removed, again.unchanged], [0, 0, 0, 6]);
  rmSync(join(one, '000.md'));
  writeFileSync(join(one, '001.md'), '# 改过的讲话\n\n木棉计划今年启动。\n');
  const changed = answer<IndexSummary>(['index', '--store', store, one]);
  assert.deepEqual([changed.added, changed.updated, changed.removed, changed.unchanged], [0, 1, 1, 4]);
  // What cannot be read counts among the failed alone.
  writeFileSync(join(one, '坏.docx'), 'PK\u0003\u0004');
  for (const [added, unchanged] of [[0, 5], [0, 5]]) {
    const { files, failed, ...counts } = answer<IndexSummary>(['index', '--store', store, one]);
    assert.deepEqual([files, failed.length, counts.added, counts.updated, counts.removed, counts.unchanged], [5, 1, added, 0, 0, unchanged]);
  }
  rmSync(join(one, '坏.docx'));
  assert.equal(answer<IndexSummary>(['index', '--store', store, one]).removed, 0);
  const search = (query: string): Passage[] => answer<Passage[]>(['search', '--store', store, query]);
  assert.equal(search('"木棉计划"').length, 1);
  assert.equal(search('榕树计划')[0]?.root, two);
  answer<IndexSummary>(['index', '--store', store, '--remove', two]);
  assert.deepEqual(search('"榕树计划"'), []);
  assert.equal(search('"木棉计划"').length, 1);
});

test('similar and search, one at a time and in a batch', limit, () => {
  const text = '弘扬科学家精神，团结引领广大科技工作者';
  const one = answer<Passage[]>(['similar', '--limit', '3'], text);
  assert.equal(one.length, 3);
  assert.ok(one.every((passage) => passage.file.startsWith('bundled:') && passage.root === 'bundled' && passage.overlap >= 0 && passage.overlap <= 1));
  const lines = call(['similar', '--batch'], `${JSON.stringify({ text, limit: 3 })}\n\n${JSON.stringify({ text: '' })}\n`).stdout.trim().split('\n');
  assert.deepEqual(JSON.parse(lines[0] ?? ''), one);
  assert.deepEqual(JSON.parse(lines[1] ?? ''), []);
  const closings = answer<Passage[]>(['similar', '--role', 'closing', '--limit', '5'], '让我们携起手来，再创辉煌');
  assert.ok(closings.length > 0 && closings.every((passage) => passage.role === 'closing'));
  const found = answer<Passage[]>(['search', '--limit', '4', '“科学家精神”']);
  assert.ok(found.length > 0 && found.every((passage) => passage.text.includes('科学家精神')));
});

test('complete, check and skeletons', limit, (context) => {
  const [first] = answer<Completion[]>(['complete', '--before', '我们要增强四个']);
  assert.equal(first?.text, '增强“四个意识”');
  const batch = call(['complete', '--batch'], '{"before":"增强四个","limit":1}\n').stdout.trim();
  assert.equal((JSON.parse(batch) as unknown[]).length, 1);
  const folder = temporary(context);
  const [bad, good] = [join(folder, '坏.md'), join(folder, '好.md')];
  writeFileSync(bad, '# 讲话\n\n在〔市名〕的同志们：\n\n## 一、开局“良好\n\n## 三、再接再厉\n');
  writeFileSync(good, '# 讲话\n\n同志们，大家好。\n');
  const { status, stdout } = call(['check', bad, good]);
  assert.equal(status, 1);
  const findings = JSON.parse(stdout) as Finding[];
  assert.deepEqual(new Set(findings.map((finding) => finding.code)).size >= 3, true);
  assert.ok(findings.every((finding) => finding.file === bad && finding.line >= 1 && finding.column >= 1));
  assert.equal(call(['check', good]).status, 0);
  const phrases = join(folder, '我的常用语.txt');
  writeFileSync(phrases, '科普集市 < 大家好\n增强四个方面本领\n- 增强“四个意识”\n');
  const replaced = call(['check', '--phrases', phrases, good]);
  assert.deepEqual((JSON.parse(replaced.stdout) as Finding[]).map(({ code }) => code), ['phrase-book']);
  assert.equal(replaced.status, 1);
  const own = answer<Completion[]>(['complete', '--before', '增强四个', '--phrases', phrases]);
  assert.equal(own[0]?.text, '增强四个方面本领');
  assert.ok(!own.some(({ text }) => text === '增强“四个意识”'));
  assert.equal(call(['check', '--phrases', join(folder, '没有.txt'), good]).status, 2);
  const skeletons = answer<Skeleton[]>(['skeletons']);
  assert.ok(skeletons.length >= 8 && skeletons.every((skeleton) => skeleton.prefix.length > 0 && skeleton.body !== ''));
});

test('what cannot be read keeps nothing else from its answer', limit, (context) => {
  const folder = temporary(context);
  const draft = join(folder, '稿.txt');
  writeFileSync(draft, Buffer.from('\ufeff同志们：\n\n要增强“四个意思”。\n', 'utf16le'));
  const checked = call(['check', join(folder, '没有.md'), draft]);
  assert.equal(checked.status, 2);
  assert.deepEqual((JSON.parse(checked.stdout) as Finding[]).map(({ file, line }) => [file, line]), [[draft, 3]]);
  const requests = ['\ufeff{"before":"增强四个","after":null,"limit":1}', '', 'x', '[1]', '{"before":"增强四个","limit":-1}', '{"before":"增强四个","limit":2}'];
  const { status, stdout, stderr } = call(['complete', '--batch'], `${requests.join('\n')}\n`);
  assert.equal(status, 2);
  assert.deepEqual(stdout.trim().split('\n').map((line) => (JSON.parse(line) as unknown[]).length), [1, 0, 0, 0, 2]);
  assert.match(stderr, /^第 3 行：.*\n第 4 行：.*\n第 5 行：.*\n$/);
});

test('a store without an index is said to be so, a file is none', limit, (context) => {
  const folder = temporary(context);
  const { status, stdout, stderr } = call(['search', '--store', folder, '科普']);
  assert.deepEqual([status, JSON.parse(stdout)], [0, []]);
  assert.match(stderr, /没有可用的索引/);
  writeFileSync(join(folder, '索引'), '');
  for (const args of [['search', '科普'], ['similar'], ['complete', '--before', '科普']]) {
    assert.equal(call([...args, '--store', join(folder, '索引')], '科普').status, 2, args.join(' '));
  }
});

test('a paragraph may come in the encoding of a Chinese Windows terminal; help is no mistake', limit, () => {
  // 科普大篷车 in GBK.
  const gbk = Buffer.from('bfc6c6d5b4f3c5f1b3b5', 'hex');
  const run = (args: readonly string[], input: Buffer): ReturnType<typeof spawnSync> => spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], { input });
  const same = [gbk, Buffer.from('科普大篷车')].map((input) => run(['similar', '--limit', '3'], input).stdout.toString());
  assert.ok((JSON.parse(same[0] ?? '') as Passage[]).length > 0);
  assert.equal(same[0], same[1]);
  assert.equal(call(['--help']).status, 0);
  if (process.platform === 'linux') {
    const full = openSync('/dev/full', 'w');
    const { status } = spawnSync(process.execPath, [join(dist, 'cli.js'), 'skeletons'], { stdio: ['ignore', full, 'ignore'] });
    closeSync(full);
    assert.equal(status, 2, 'an answer cut short is no success');
  }
});

test('the segmenter of one session rebuilds nothing of the other’s index', limit, (context) => {
  const folder = temporary(context);
  const [store, root] = [join(folder, 'store'), join(folder, 'root')];
  writeLibrary(root, 6);
  assert.equal(answer<IndexSummary>(['index', '--store', store, root]).added, 6);
  const text = '流动科技馆走进山区';
  assert.ok(answer<Passage[]>(['similar', '--store', store, '--segmenter', 'wasm'], text).length > 0, 'the other’s index is read');
  answer<IndexSummary>(['index', '--store', store, '--segmenter', 'wasm', root]);
  assert.equal(answer<IndexSummary>(['index', '--store', store, root]).unchanged, 6);
});

test('wording repeated in the store is offered', limit, (context) => {
  const folder = temporary(context);
  const [store, root] = [join(folder, 'store'), join(folder, 'root')];
  mkdirSync(root);
  const shared = '推动沿海实验室同山区学堂结对共建';
  const around = [['会议要求', '，加快见效。'], ['各地大力', '；形成新优势。'], ['我们要', '。'], ['坚持', '、培育人才。']];
  around.forEach(([before = '', after = ''], index) => writeFileSync(join(root, `${String(index)}.md`), `# 第${String(index)}次讲话\n\n${before}${shared}${after}\n`));
  answer<IndexSummary>(['index', '--store', store, root]);
  const offered = answer<Completion[]>(['complete', '--before', '推动沿海', '--store', store]);
  assert.ok(offered.some((each) => each.text === shared), JSON.stringify(offered.map((each) => each.text)));
});
