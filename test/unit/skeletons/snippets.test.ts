import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { pinyin } from 'pinyin-pro';
import { initialText, parseSnippet, tabStops } from '../../../src/core/skeletons/snippetSyntax.ts';

interface Snippet {
  readonly file: string;
  readonly name: string;
  readonly scope: string;
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: string;
  readonly isFileTemplate: boolean;
}

const FILES = ['sections.json'] as const;
const snippets = FILES.flatMap(read);

test('prefixes are unique, and each Chinese one is followed by its pinyin initials', () => {
  const owner = new Map<string, string>();
  for (const { name, prefix } of snippets) {
    assert.ok(prefix.length >= 2 && prefix.length % 2 === 0, name);
    prefix.forEach((each, index) => {
      assert.ok(!owner.has(each), `${each}：${name}、${owner.get(each) ?? ''}`);
      owner.set(each, name);
      if (index % 2 === 0) assert.match(each, /^\p{Script=Han}{2,}$/u);
      else assert.equal(each, initials(prefix[index - 1] ?? ''), name);
    });
  }
});

for (const snippet of snippets) {
  test(`${snippet.file}: ${snippet.name}`, () => {
    assert.equal(snippet.scope, 'markdown,plaintext');
    assert.ok(snippet.description.length >= 8 && snippet.description.length <= 40, snippet.description);
    assert.doesNotMatch(snippet.description, /\n/);

    const parsed = parseSnippet(snippet.body);
    assert.deepEqual(parsed.problems, []);
    const stops = tabStops(parsed.nodes);
    assert.equal(stops.filter((each) => each === 0).length, 1, '$0 恰好一个');
    assert.equal(stops.at(-1), 0, '$0 在最后');
    const order = [...new Set(stops.slice(0, -1))];
    assert.deepEqual(order, order.map((_, index) => index + 1), '序号从 1 起依次出现');
    assert.ok(order.length >= 3, '至少三处可填');

    const text = initialText(parsed.nodes);
    assert.doesNotMatch(text, /[\p{Script=Han}“”《》（）][,;:?!()"]|[,;:?!()"]\p{Script=Han}/u, '半角标点');
    assertHeadings(text, snippet.isFileTemplate);
  });
}

/** `#` title (whole speeches only, once, first), `##` 一、, `###` （一）, `####` 1., no level skipped, ordinals in order. */
function assertHeadings(text: string, whole: boolean): void {
  const heads = [...text.matchAll(/^(#+) (.*)$/gm)].map(([, marks = '', words = '']) => ({ level: marks.length, words }));
  assert.equal(heads.filter((each) => each.level === 1).length, whole ? 1 : 0, '题目');
  if (whole) assert.equal(heads[0]?.level, 1);
  const counts = [0, 0, 0, 0, 0];
  let last = heads[0]?.level ?? 0;
  for (const { level, words } of heads) {
    assert.ok(level <= 4 && level <= last + 1, `跳级：${words}`);
    assert.doesNotMatch(words, /[。；，：]$/, words);
    last = level;
    const count = (counts[level] ?? 0) + 1;
    counts.fill(0, level);
    counts[level] = count;
    const ordinal = '一二三四五六七八九十'.charAt(count - 1);
    if (level === 2) assert.ok(words.startsWith(`${ordinal}、`), words);
    if (level === 3) assert.ok(words.startsWith(`（${ordinal}）`), words);
    if (level === 4) assert.ok(words.startsWith(`${count}.`), words);
  }
}

function initials(words: string): string {
  return pinyin(words, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
}

function read(file: (typeof FILES)[number]): Snippet[] {
  const path = new URL(`../../../snippets/${file}`, import.meta.url);
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  assert.ok(isRecord(content), file);
  return Object.entries(content).map(([name, value]) => {
    assert.ok(isRecord(value), name);
    const { scope, prefix, description, body, isFileTemplate } = value;
    assert.ok(typeof scope === 'string' && typeof description === 'string', name);
    assert.ok(isStrings(prefix) && isStrings(body), name);
    return { file, name, scope, prefix, description, body: body.join('\n'), isFileTemplate: isFileTemplate === true };
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
