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
  /** Above a text, between two of its paragraphs, below it, within a line of it, or the text's own, in a line or within one. */
  readonly place: 'above' | 'amid' | 'below' | 'glued' | 'own' | 'within';
  readonly lines: readonly string[];
}

const places: Readonly<Record<string, WrittenEntry['place']>> = { T: 'above', M: 'amid', E: 'below', I: 'glued', S: 'own', W: 'within' };

/** All entries, in the order of the files: those of one kind of source stand together. `part` gives every second one. */
export function writtenEntries(part = -1): WrittenEntry[] {
  const folder = join(import.meta.dirname, 'written');
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\n{2,}/u))
    .flatMap((entry): WrittenEntry[] => {
      const [first = '', ...rest] = entry.replace(/^\n+|\s+$/gu, '').split('\n');
      const place = places[first.charAt(0)];
      return place === undefined || first.charAt(1) !== '\t' ? [] : [{ place, lines: [first.slice(2), ...rest] }];
    })
    .filter((_, index) => part < 0 || index % 2 === part);
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
