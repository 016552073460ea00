import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { bundledFormulations } from '../../../scripts/attest/lexiconFiles.ts';
import { checkPairs } from '../../../src/core/draft/checkPairs.ts';
import { countHan, isHan } from '../../../src/core/text/han.ts';

interface Speech {
  readonly file: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Everything after the front matter, the title line first. */
  readonly body: string;
  /** Paragraphs and headings below the title line. */
  readonly blocks: readonly string[];
}

/** Occasions that at least one speech must bear under exactly this name. */
const OCCASIONS = [
  '全委会讲话', '全委会闭幕讲话', '代表大会工作报告', '工作会议部署', '学习心得发言', '表态发言', '中心组发言', '党课',
  '表彰大会', '座谈会', '主持词', '开班式', '启动仪式', '揭牌致辞', '学术年会致辞', '视频致辞', '全国科普月',
  '全国科技工作者日', '调研汇报', '述职述责述廉', '动员会', '警示教育', '推进会', '经验交流', '换届', '慰问',
] as const;

const FIELDS = ['title', 'occasion', 'organisation', 'speaker', 'year', 'topics'] as const;

/** Two paragraphs may share this many running Chinese characters; more is a copied sentence. */
const LONGEST_SHARED_RUN = 30;
/** A formulation at least this long is left out of the count of shared characters; shorter ones are ordinary words. */
const SHORTEST_SET_PHRASE = 8;

const NUMERAL = '[一二三四五六七八九十]{1,3}';
const HEADING: Readonly<Record<string, RegExp>> = {
  '##': new RegExp(`^## (?:${NUMERAL}、)?[^、\\s]\\S*$`, 'u'),
  '###': new RegExp(`^### （${NUMERAL}）\\S+$`, 'u'),
  '####': /^#### \d{1,2}\. \S.*$/u,
};

const folder = fileURLToPath(new URL('../../../corpus/speeches/', import.meta.url));
const speeches = readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map(read);

test('there are at least 48 speeches with 150,000 characters over 16 occasions, each named occasion among them', () => {
  const occasions = new Set(speeches.map(({ fields }) => fields.get('occasion')));
  const characters = speeches.reduce((sum, { body }) => sum + countHan(body), 0);
  assert.ok(speeches.length >= 48, `只有 ${speeches.length} 篇`);
  assert.ok(characters >= 150_000, `只有 ${characters} 字`);
  assert.ok(occasions.size >= 16, `只有 ${occasions.size} 种场合`);
  assert.deepEqual(OCCASIONS.filter((each) => !occasions.has(each)), []);
});

test('several kinds of organisation and of speaker are heard', () => {
  assert.ok(new Set(speeches.map(({ fields }) => fields.get('organisation'))).size >= 7);
  assert.ok(new Set(speeches.map(({ fields }) => fields.get('speaker'))).size >= 12);
});

for (const { file, fields, body, blocks } of speeches) {
  test(`${file}: front matter`, () => {
    assert.match(file, /^[a-z0-9]+(?:-[a-z0-9]+)*\.md$/);
    assert.deepEqual([...fields.keys()], [...FIELDS]);
    assert.equal(body.split('\n')[0], `# ${fields.get('title') ?? ''}`);
    assert.match(fields.get('year') ?? '', /^20\d{2}$/);
    assert.match(fields.get('topics') ?? '', /^\[[^,\s[\]]+(?:, [^,\s[\]]+){2,4}\]$/);
    for (const name of ['occasion', 'organisation', 'speaker']) assert.match(fields.get(name) ?? '', /^[\p{Script=Han}、]{2,30}$/u);
  });

  test(`${file}: length`, () => {
    const characters = countHan(body);
    assert.ok(characters >= 2_000 && characters <= 5_000, `${characters} 字`);
  });

  test(`${file}: headings step down level by level and count from 一`, () => {
    let level = 1;
    const counters = [0, 0, 0, 0, 0];
    for (const heading of blocks.filter((each) => each.startsWith('#'))) {
      const marks = heading.slice(0, heading.indexOf(' '));
      assert.match(heading, HEADING[marks] ?? /^$/, heading);
      assert.ok(marks.length <= level + 1, `跳级：${heading}`);
      level = marks.length;
      counters.fill(0, level + 1);
      const number = /^## ([一二三四五六七八九十]+)、|（([一二三四五六七八九十]+)）|^#### (\d+)\./u.exec(heading);
      if (number === null) continue;
      counters[level] = (counters[level] ?? 0) + 1;
      const [, first, second, third] = number;
      assert.equal(numberOf(first ?? second ?? third ?? ''), counters[level], heading);
    }
  });

  test(`${file}: punctuation, pairs and placeholders`, () => {
    assert.deepEqual(checkPairs(body).map(({ message, start }) => `${message}${body.slice(start, start + 12)}`), []);
    for (const block of blocks) {
      assert.doesNotMatch(block, /[,;:!?()[\]{}<>"'`*_~|\\]|\.{2,}|[Xx×*]{2,}|(?<!…)…(?!…)|…{3,}/u, block);
      assert.doesNotMatch(block, /〔\s*〕|〔[^〕]*〔/u, block);
      assert.doesNotMatch(block, /[^\S\n]{2,}|\p{Script=Han} \p{Script=Han}|\n/u, block);
      if (!block.startsWith('#')) assert.match(block, /[。！？：）…][”）]?$/u, `没有写完：${block.slice(-20)}`);
    }
  });

  test(`${file}: the General Secretary's full form comes before the short one`, () => {
    const at = body.indexOf('总书记');
    assert.ok(at < 0 || body.slice(0, at).endsWith('习近平'), body.slice(Math.max(0, at - 10), at + 10));
  });
}

test('no two paragraphs share more than 30 running characters outside formulations', () => {
  const seen = new Map<string, string>();
  const shared: string[] = [];
  for (const { file, blocks } of speeches) {
    blocks.forEach((block, index) => {
      const place = `${file} ${index + 1}`;
      for (const run of runsOutsideFormulations(block)) {
        for (let at = 0; at + LONGEST_SHARED_RUN < run.length; at += 1) {
          const characters = run.slice(at, at + LONGEST_SHARED_RUN + 1);
          const earlier = seen.get(characters);
          if (earlier !== undefined && earlier !== place) shared.push(`${earlier} = ${place}：${characters}`);
          seen.set(characters, place);
        }
      }
    });
  }
  assert.deepEqual(shared, []);
});

test('a copied sentence would be found, and a set phrase alone would not', () => {
  const setPhrase = bundledFormulations().map(({ text }) => onlyHan(text)).find((text) => text.length >= SHORTEST_SET_PHRASE) ?? '';
  assert.ok(setPhrase !== '');
  assert.deepEqual(runsOutsideFormulations(`${setPhrase}。`), []);
  assert.deepEqual(runsOutsideFormulations('把门开着，把灯点着。'), ['把门开着把灯点着']);
});

let setPhrases: RegExp | undefined;

/** Runs of Chinese characters, punctuation passed over, with every bundled formulation cut out of them. */
function runsOutsideFormulations(block: string): string[] {
  setPhrases ??= new RegExp(
    bundledFormulations()
      .map(({ text }) => onlyHan(text))
      .filter((text) => text.length >= SHORTEST_SET_PHRASE)
      .sort((one, other) => other.length - one.length)
      .join('|'),
    'gu',
  );
  return onlyHan(block).split(setPhrases).filter((run) => run !== '');
}

function onlyHan(text: string): string {
  return [...text].filter((character) => isHan(character.codePointAt(0) ?? 0)).join('');
}

/** 十二 and 12 are both 12; numbers of headings stay below a hundred. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (character: string): number => '〇一二三四五六七八九'.indexOf(character);
  const [tens, units] = text.includes('十') ? text.split('十') : ['', text];
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens ?? '')) * 10 : 0) + (units === '' ? 0 : digit(units ?? ''));
}

function read(file: string): Speech {
  const [, frontMatter, body] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/u.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
  assert.ok(frontMatter !== undefined && body !== undefined, `${file} 没有前言`);
  const fields = new Map(frontMatter.split('\n').map((line) => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), line.slice(colon + 2)] as const;
  }));
  return { file, fields, body, blocks: body.trimEnd().split('\n\n').slice(1) };
}
