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

const FILES = ['sections.json', 'moves.json', 'speeches.json'] as const;
const snippets = FILES.flatMap(read);

/** Occasions that a whole-speech skeleton must exist for; the skeleton bears the occasion's name. */
const OCCASIONS = [
  '全委会讲话', '全委会闭幕讲话', '代表大会工作报告', '工作会议部署', '学习心得发言', '表态发言', '中心组发言', '党课',
  '表彰大会', '座谈会', '主持词', '开班式', '启动仪式', '揭牌致辞', '学术年会致辞', '视频致辞', '全国科普月',
  '全国科技工作者日', '调研汇报', '述职述责述廉', '动员会', '警示教育', '推进会', '经验交流', '换届', '慰问',
] as const;

/** Prefixes of the section skeletons and the moves that writers ask for by name. */
const NAMED = [
  '思想引领', '第一生产力', '政治引领力', '摸清家底', '引入搭建提升', '谁来科普', '着力打造品牌', '构建新机制', '夯实基础',
  '强担当', '聚焦牵引', '奠定基础', '一是二是三是', '问题原因对策', '回顾形势任务要求',
  '开场白', '会议回顾', '层层致谢', '过渡句', '发出号召', '结束语',
] as const;

test('there are at least 48 skeletons, each name once', () => {
  const names = snippets.map((each) => each.name);
  assert.ok(names.length >= 48, `只有 ${names.length} 个`);
  assert.equal(new Set(names).size, names.length);
});

test('every occasion has a whole speech, and only whole speeches are file templates', () => {
  const whole = snippets.filter((each) => each.isFileTemplate);
  assert.deepEqual(OCCASIONS.filter((each) => !whole.some((snippet) => snippet.name === each)), []);
  assert.deepEqual(whole.filter((each) => each.file !== 'speeches.json').map((each) => each.name), []);
  assert.equal(whole.length, snippets.filter((each) => each.file === 'speeches.json').length);
});

test('the sections and moves asked for by name are there', () => {
  const prefixes = new Set(snippets.flatMap((each) => each.prefix));
  assert.deepEqual(NAMED.filter((each) => !prefixes.has(each)), []);
});

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
    assertHintsMarked(text);
    assertHeadings(text, snippet.isFileTemplate);
  });
}

/** A fact to fill in stands as `〔…〕`, so that a forgotten one is seen and found by the checks; the rest is speakable text. */
function assertHintsMarked(text: string): void {
  const marked = [...text.matchAll(/〔([^〔〕]*)〕/g)].map(([, hint = '']) => hint);
  assert.ok(marked.every((hint) => hint.trim() !== ''), '空的提示');
  const rest = text.replace(/〔[^〔〕]*〕/g, '');
  assert.doesNotMatch(rest, /[〔〕]/, '提示的括号不成对');
  assert.doesNotMatch(rest, /某|年月日|××|XX/, '没有标出的提示');
}

const ORDINALS = '一二三四五六七八九十';

/** `#` title (whole speeches only, once, first), `##` 一、, `###` （一）, `####` 1., no level skipped, ordinals in order. */
function assertHeadings(text: string, whole: boolean): void {
  const heads = [...text.matchAll(/^(#+) (.*)$/gm)].map(([, marks = '', words = '']) => ({ level: marks.length, words }));
  assert.equal(heads.filter((each) => each.level === 1).length, whole ? 1 : 0, '题目');
  if (whole) assert.equal(heads[0]?.level, 1);
  // A section may come second or third in the speech: its first ordinal is a choice, the rest count on from there.
  const first = ORDINALS.indexOf(heads.find((each) => each.level === 2)?.words.charAt(0) ?? '一');
  const offset = whole ? 0 : first;
  const counts = [0, 0, 0, 0, 0];
  let last = heads[0]?.level ?? 0;
  for (const { level, words } of heads) {
    assert.ok(level <= 4 && level <= last + 1, `跳级：${words}`);
    assert.doesNotMatch(words, /[。；，：]$/, words);
    last = level;
    const count = (counts[level] ?? 0) + 1;
    counts.fill(0, level);
    counts[level] = count;
    if (level === 2) assert.ok(words.startsWith(`${ORDINALS.charAt(count - 1 + offset)}、`), words);
    if (level === 3) assert.ok(words.startsWith(`（${ORDINALS.charAt(count - 1)}）`), words);
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
