import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../../src/core/contracts.ts';
import { readOrdinal } from '../../../src/core/speech/ordinals.ts';
import type { Random } from '../../eval/reading/damage.ts';
import { listText } from './listTexts.ts';
import type { MarkedText } from './pageLayouts.ts';

/**
 * What pages, viewers, forums, mail, office programs, scanners and subtitles put around a text and amid it, of our own wording
 * (`written/*.txt`): entries of one line or of several that come together, parted by empty lines, each with where it stands. Beside
 * them short lines and words within lines that are a speech's own though they look otherwise. `{题}` is the speech's title, `{人}` its speaker, `{地}` a
 * place or an organisation, `{词}` what it speaks of.
 */
export interface WrittenEntry {
  /** Above a text, between two of its paragraphs, below it, within a line of it, or the text's own, as a line, its first or last, or within one. */
  readonly place: 'above' | 'amid' | 'below' | 'glued' | 'own' | 'first' | 'last' | 'within';
  readonly lines: readonly string[];
}

const places: Readonly<Record<string, WrittenEntry['place']>> = { T: 'above', M: 'amid', E: 'below', I: 'glued', S: 'own', F: 'first', L: 'last', W: 'within' };

/** Entries of `told` and `notices` that stand together are of both kinds: one half must not get all of one. */
const pairs = 8;

/**
 * All entries, in the order of the files: those of one kind of source stand together. `part` gives every second one. Those of `told` are
 * whole sentences, of others about a speech and of the speaker's own that sound like theirs, his first and last words among them; those of
 * `notices` what sites, sellers and editors say in sentences to whoever reads, and a speaker's own like that; those of `within` stand within
 * lines, a trade, a kind of site or of paper to a file.
 */
export function writtenEntries(set: 'written' | 'told' | 'notices' | 'within', part = -1): WrittenEntry[] {
  const folder = join(import.meta.dirname, set);
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\n{2,}/u))
    .flatMap((entry): WrittenEntry[] => {
      const [first = '', ...rest] = entry.replace(/^\n+|\s+$/gu, '').split('\n');
      const place = places[first.charAt(0)];
      return place === undefined || first.charAt(1) !== '\t' ? [] : [{ place, lines: [first.slice(2), ...rest] }];
    })
    .filter((_, index) => part < 0 || Math.floor(index / (set === 'written' ? 1 : pairs)) % 2 === part);
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const given = ['建国', '志强', '晓东', '文博', '海燕', '春梅', '立新', '国庆', '明远', '静', '磊', '敏', '卫民', '丽华', '成', '玉兰', '德生', '一鸣'];
const grounds = ['青山', '临江', '云溪', '东屏', '松岭', '白沙', '长桥', '安平', '清河', '石门', '南岗', '西塘', '北川', '金湖'];
const bodiesOfPlaces = ['市', '县', '区', '镇', '省', '市委办公室', '县人民政府', '区教育局', '大学', '集团', '街道', '总工会'];

function any<T>(random: Random, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** Fills in what an entry says of the speech it stands at. */
export function fillerFor(speech: readonly string[], random: Random): (line: string) => string {
  const title = speech[0] ?? '';
  const name = `${any(random, surnames) ?? ''}${any(random, given) ?? ''}`;
  const place = `${any(random, grounds) ?? ''}${any(random, bodiesOfPlaces) ?? ''}`;
  const topics = speech.slice(0, mostAsked).flatMap((line) => line.match(/(?<=[，。、“》]|^)[\u4e00-\u9fff]{4,6}(?=[，。、”《])/gu) ?? []);
  return (line) => line.replaceAll('{题}', title).replaceAll('{人}', name).replaceAll('{地}', place).replace(/\{词\}/gu, () => any(random, topics) ?? '工作');
}

/** Paragraphs from which words are taken. */
const mostAsked = 2000;

const longestHead = 32;

/** Heads that lost their numbers: lines of a few words amid a text that are its own. */
export function withoutNumbers(speech: readonly string[]): string[] {
  return speech.map((line) => {
    const length = line.length <= longestHead ? (readOrdinal(line, 0)?.length ?? 0) : 0;
    return length === 0 || length + 3 > line.length ? line : line.slice(length);
  });
}

interface Row {
  readonly text: string;
  readonly added: boolean;
}

/** Entries of a document are taken from as many that stand together. */
const together = 60;

/** What a speaker says before a list of his own. */
const announcements = ['今天的议程是：', '具体安排如下：', '下面宣布名单：', '时间安排是这样的：', '各组分工：', '现将有关事项公布如下：', '受表彰的单位和个人有：', '会议分几项：', '有这么几组数字：', '联系方式请大家记一下：', '日程安排：', '要办的事列在下面：'];

/** Lines that a speech announces. */
function announced(random: Random): Row[] {
  const lines = listText(random).split(/\n+/u).slice(1, 4 + Math.floor(random() * 8));
  return [any(random, announcements) ?? '', ...lines].map((text) => ({ text, added: false }));
}

/** A speech with entries around it and amid it, as many as may be, most of them of one kind of source. `speech` is its title and its paragraphs. */
export function composeDocument(entries: readonly WrittenEntry[], speech: readonly string[], random: Random): MarkedText {
  const from = Math.floor(random() * Math.max(1, entries.length - together));
  const near = random() < 0.8 ? entries.slice(from, from + together) : entries;
  const fill = fillerFor(speech, random);
  const choose = (place: WrittenEntry['place'], most: number): Row[][] => {
    const own = near.filter((entry) => entry.place === place);
    const count = Math.floor(random() * (most + 1));
    return Array.from({ length: own.length === 0 ? 0 : count }, () => (any(random, own)?.lines ?? []).map((line) => ({ text: fill(line), added: place !== 'own' })));
  };
  const sparse = random() < 0.35;
  const told = random() < 0.4 ? withoutNumbers(speech) : speech;
  const [title = '', ...paragraphs] = random() < 0.3 ? told.slice(0, 5 + Math.floor(random() * 12)) : told;
  const above = choose('above', sparse ? 1 : 4);
  const below = choose('below', sparse ? 1 : 4);
  const rows: Row[] = [];
  const split = random() < 0.6 ? above.length : Math.floor(random() * (above.length + 1));
  rows.push(...above.slice(0, split).flat(), { text: title, added: false }, ...above.slice(split).flat());
  const inner: Row[][] = paragraphs.map((text) => [{ text, added: false }]);
  for (const entry of [...choose('amid', sparse ? 2 : 6), ...choose('own', 4), ...(random() < 0.25 ? [announced(random)] : [])]) inner.splice(1 + Math.floor(random() * Math.max(1, inner.length - 1)), 0, entry);
  rows.push(...inner.flat(), ...below.flat());
  return laidOut(rows, random);
}

const addresses = ['同志们：', '各位代表：', '大家好！', '各位领导、各位来宾：', '老师们、同学们：', '乡亲们：', '各位师傅：', '各位家长：', '朋友们：', '各位：'];
const farewells = ['谢谢大家！', '谢谢！', '我就讲这些。', '散会。', '我的发言完了，谢谢大家。', '谢谢各位！', '就讲到这里。', '讲完了。'];
/** A speech told of has at most as many paragraphs of its own, most of them few. */
const mostParagraphs = 18;

/**
 * A speech as somebody else tells of it, in the sentences of `told`, or the speech alone whose own sentences sound like that; `scraps` are
 * entries of pages, a few of which stand around some.
 */
export function composeTold(told: readonly WrittenEntry[], scraps: readonly WrittenEntry[], speech: readonly string[], random: Random): MarkedText {
  const fill = fillerFor(speech, random);
  const from = Math.floor(random() * Math.max(1, told.length - together));
  const near = random() < 0.7 ? told.slice(from, from + together) : told;
  const choose = (entries: readonly WrittenEntry[], place: WrittenEntry['place'], most: number): Row[][] => {
    const own = entries.filter((entry) => entry.place === place);
    const added = place === 'above' || place === 'amid' || place === 'below';
    return Array.from({ length: own.length === 0 ? 0 : Math.floor(random() * (most + 1)) }, () => (any(random, own)?.lines ?? []).map((line) => ({ text: fill(line), added })));
  };
  // Whose entries come: the others', at all or some places, or the speaker's alone.
  const others = random() < 0.55;
  const someOf = (most: number): number => (others && random() < 0.7 ? most : 0);
  const own = (texts: readonly (string | undefined)[]): Row[] => texts.flatMap((text) => (text === undefined ? [] : [{ text, added: false }]));
  const [title = '', ...all] = random() < 0.4 ? withoutNumbers(speech) : speech;
  const start = random() < 0.5 ? 0 : Math.floor(random() * Math.max(1, all.length - 3));
  const paragraphs = all.slice(start, start + 2 + Math.floor(random() ** 2 * mostParagraphs));
  const addressed = start > 0 && random() < 0.6;
  const taken = random() < 0.5 ? any(random, farewells) : undefined;
  const inner: Row[][] = paragraphs.map((text) => own([text]));
  for (const entry of [...choose(near, 'amid', someOf(3)), ...choose(random() < 0.3 ? scraps : told, 'own', 3)]) inner.splice(1 + Math.floor(random() * Math.max(1, inner.length - 1)), 0, entry);
  const lasts = random() < (others ? 0.3 : 0.6) ? choose(scraps, 'own', 2).flat() : choose(told, 'last', 2).flat();
  const ends = random() < 0.75 ? [...lasts, ...own([taken])] : [...own([taken]), ...lasts];
  const page = random() < 0.3;
  return laidOut(
    [
      ...(page ? choose(scraps, 'above', 2).flat() : []),
      ...(random() < 0.7 ? own([title]) : []),
      ...choose(near, 'above', someOf(2)).flat(),
      ...own([addressed ? any(random, addresses) : undefined]),
      ...choose(told, 'first', random() < 0.35 ? 2 : 0).flat(),
      ...inner.flat(),
      ...ends,
      ...choose(near, 'below', someOf(3)).flat(),
      ...(page ? choose(scraps, 'below', 2).flat() : []),
    ],
    random,
  );
}

function laidOut(rows: readonly Row[], random: Random): MarkedText {
  const gap = random() < 0.7 ? '\n' : '\n\n';
  const indent = random() < 0.4 ? '　　' : '';
  const width = random() < 0.15 ? 18 + Math.floor(random() * 24) : 0;
  let text = '';
  const added: Span[] = [];
  for (const row of rows) {
    if (text !== '') text += gap;
    const start = text.length;
    const broken = width > 0 && !row.added ? row.text.replace(new RegExp(`.{${width}}(?=.)`, 'gu'), '$&\n') : row.text;
    text += row.added ? broken : indent + broken;
    if (row.added) added.push({ start, end: text.length });
  }
  return { text, added, either: [] };
}
