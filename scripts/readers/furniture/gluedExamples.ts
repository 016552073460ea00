import type { Span } from '../../../src/core/contracts.ts';
import { marksOf, type MarkedPage } from '../../eval/reading/markedPages.ts';
import type { Random } from '../../eval/reading/damage.ts';
import { gluedLines } from './gluedLines.ts';
import type { FurnitureMaker } from './makeFurniture.ts';
import { fillerFor, writtenEntries } from './writtenEntries.ts';

/**
 * What pages put into a line of a text, to learn from: templates and entries of our own wording, lines that pages put between
 * paragraphs, which come to stand within one where breaks are lost, and what is marked within the lines of documents.
 */

/** A piece of text, and what in it is the page's. */
export interface GluedExample {
  readonly text: string;
  /** Ascending. */
  readonly put: readonly Span[];
}

/** How much of what is put in is written, not made from templates; how much stands in lines of its own elsewhere. */
const writtenShare = 0.75;
const linesShare = 0.17;
/** And how much is a notice in sentences. */
const noticesShare = 0.08;
/** Longer lines do not come to stand within others. */
const longestPut = 100;

/** As short as a word. */
const scrap = /^(?:.{1,2}|[\u4e00-\u9fff]{3})$/su;

/** What may be a sentence though nothing ends it. */
const longSentence = /^.{9,}[\u4e00-\u9fff]$/su;

const siteEndings = ['文库', '网', '公文', '文秘', '文书', '文稿', '文档', '书房', '驿站', '家园', '宝库', '范文网', '之家', '在线', '笔记', '学堂', '文苑', '论坛', '文秘网', '资料网', '公文网', '写作网', '书屋', '学习网', '党建网', '小站'];

export class GluedMaker {
  private readonly written: string[];
  private readonly pageLines: readonly string[];
  private readonly notices: readonly string[];
  private readonly fill: (line: string) => string;
  private readonly words: readonly string[];
  private readonly maker: FurnitureMaker;
  private readonly random: Random;

  /** `marked` is what was found in marked documents; without `scraps` entries of `within` that are as short as a word are left out. */
  constructor(maker: FurnitureMaker, random: Random, { passages, marked, scraps = true }: { readonly passages: readonly string[]; readonly marked: readonly string[]; readonly scraps?: boolean }) {
    const entries = [...writtenEntries('written'), ...writtenEntries('within').filter(({ place, lines }) => scraps || place !== 'glued' || !scrap.test(lines.join('')))];
    this.maker = maker;
    this.random = random;
    this.fill = fillerFor(passages, random);
    this.words = passages.flatMap((passage) => /(?<=[，。])[\u4e00-\u9fff]{2,3}/u.exec(passage)?.[0] ?? []);
    this.written = [...entries.filter(({ place }) => place === 'glued').map(({ lines }) => lines.join('')), ...marked];
    this.pageLines = [...maker.lines(3), ...entries.flatMap(({ place, lines }) => (place === 'amid' || place === 'below' ? lines : []))];
    this.notices = writtenEntries('notices').flatMap(({ place, lines }) => (place === 'above' || place === 'amid' || place === 'below' ? lines : []));
  }

  put(): string {
    const chance = this.random();
    const text = chance < linesShare ? (this.any(this.pageLines) ?? '') : chance < linesShare + noticesShare ? (this.any(this.notices) ?? '') : this.line();
    const trimmed = this.fill(text).replace(/\s{3,}/gu, '  ').trim();
    if (trimmed.length > longestPut || trimmed.length < 2) return '登录后阅读全文';
    return this.spaced(longSentence.test(trimmed) && this.random() < 0.3 ? `${trimmed}${this.any(['。', '。', '。', '！', '!']) ?? ''}` : trimmed);
  }

  private spaced(trimmed: string): string {
    const gap = this.random();
    return gap < 0.1 ? ` ${trimmed}` : gap < 0.17 ? ` ${trimmed} ` : gap < 0.22 ? `${trimmed} ` : trimmed;
  }

  private line(): string {
    if (this.random() < writtenShare) return this.any(this.written) ?? '';
    const template = this.any(gluedLines) ?? '';
    return this.maker.filled(this.random() < 0.7 ? template.replace(/(?<=.)\{site\}/u, this.siteName()) : template);
  }

  /** Where a name that is not set off begins cannot be learnt from words that are the text's as well. Any word of the passages with what sites end with, at times with marks or gaps between its characters. */
  private siteName(): string {
    const name = `${this.any(this.words) ?? '青山'}${this.any(siteEndings) ?? '网'}`;
    return this.random() < 0.1 ? [...name].join(this.any([' ', '·', '*', '-', '_', '/', '~', '^', '.']) ?? ' ') : name;
  }

  private any<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)];
  }
}

/** What is marked within the lines of documents, beside text of their own. */
export function markedWithin(pages: readonly MarkedPage[]): string[] {
  return pages.flatMap((page) => {
    const marks = marksOf(page);
    const isOwn = (at: number): boolean => at >= 0 && at < page.text.length && marks[at] === 0 && page.text.charAt(at) !== '\n';
    return page.added
      .filter(({ start, end }) => end - start >= 2 && end - start <= longestPut && !page.text.slice(start, end).includes('\n') && (isOwn(start - 1) || isOwn(end)))
      .map(({ start, end }) => page.text.slice(start, end).trim());
  });
}

/** Where a stretch is put into a text: within a sentence, behind one, behind a clause, in a row of its own. */
const betweenHan = /(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/gu;
const behindSentences = /(?<=[。！？][”）]?)(?![”）])/gu;
const behindClauses = /(?<=[，；、])/gu;

/** What may be a sentence is no shorter. */
const leastLong = 12;

/** A passage with up to three stretches in it, or none. */
export function exampleOf(passage: string, maker: GluedMaker, random: Random): GluedExample {
  const chance = random();
  const count = chance < 0.4 ? 0 : chance < 0.75 ? 1 : chance < 0.92 ? 2 : 3;
  const puts: { at: number; text: string; row: boolean }[] = [];
  for (let each = 0; each < count; each += 1) {
    const text = maker.put();
    const kind = random();
    // Whole sentences mostly stand between others.
    const form = kind < (text.length < leastLong ? 0.35 : 0.2) ? betweenHan : kind < (text.length < leastLong ? 0.65 : 0.75) ? behindSentences : behindClauses;
    const places = [...passage.matchAll(form)].map((match) => match.index).filter((at) => at > 3 && puts.every((known) => Math.abs(known.at - at) > 8));
    const at = places[Math.floor(random() * places.length)] ?? (puts.length === 0 ? passage.length : -1);
    if (at >= 0) puts.push({ at, text, row: random() < 0.2 });
  }
  puts.sort((a, b) => a.at - b.at);
  let text = '';
  let from = 0;
  const put: Span[] = [];
  for (const { at, text: words, row } of puts) {
    text += passage.slice(from, at);
    if (row && !text.endsWith('\n')) text += '\n';
    put.push({ start: text.length, end: text.length + words.length });
    text += words;
    if (row && passage.charAt(at) !== '\n') text += '\n';
    from = at;
  }
  return { text: text + passage.slice(from), put };
}
