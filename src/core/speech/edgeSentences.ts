import { countHan } from '../text/han.ts';
import { isForeign } from './foreignText.ts';
import { furnitureScore } from './furnitureScore.ts';
import { gluedScores } from './gluedNet.ts';
import { besideNeighbours, lineOdds } from './lineNet.ts';
import { foldForStretches } from './pageStretch.ts';
import type { OwnLines } from './siteLines.ts';
import { sliceBlock, textOutside, type Block, type Piece } from './sourceText.ts';
import { tellStretches } from './twoStates.ts';

/**
 * `…回去下田。谢谢大家！|本站承接各类文稿的修改，有需要的朋友请与站长联系。`: sentences that a page, a viewer or a collector put before the text's
 * first or behind its last one, in one line with it. All that is known of a document tells lines, not parts of them, so such sentences are parted
 * from their line before lines are judged; what of them stays is put back.
 */
export interface PartedLines {
  readonly lines: readonly Block[];
  /** By each part of a line that was parted. */
  readonly parted: ReadonlyMap<Block, Parted>;
}

interface Parted {
  /** The line before it was parted. */
  readonly line: Block;
  readonly parts: readonly Block[];
  /** Where in it they stand. */
  readonly spans: readonly Piece[];
  /** Which of the parts is the paragraph. */
  readonly own: number;
}

const sentence = /[^。！？!?]*[。！？!?]+[”’」』）)]*|[^。！？!?]+$/gu;
const sentenceEnd = /[。！？!?]/u;
/** As many sentences are looked at on each side, of as many characters. */
const mostSentences = 4;
const shortest = 5;
const longest = 160;
/** How much each must read like a page's, by the table of furniture and by the network that reads lines. */
const leastScore = -3;
const leastOdds = 1;
/** And how little what they stand beside. */
const mostOfRest = -2;
/** A line of the text is as long, and reads so little like a page's without its last or its first words. */
const shortestText = 20;
const mostOfText = -2;
const wordsAtEdge = 60;

/** Parts from the first paragraph of the text, and from those above it, the first sentences that may be a page's, and from the last and those below it the last ones. */
export function partSentences(lines: readonly Block[]): PartedLines {
  const parted = new Map<Block, Parted>();
  if (isForeign(lines)) return { lines, parted };
  const lengthOfText = (text: string): number => Math.max(shortestText, text.length - wordsAtEdge);
  const first = lines.findIndex(({ text }) => text.length >= shortestText && furnitureScore(text.slice(-lengthOfText(text))) < mostOfText);
  const last = lines.findLastIndex(({ text }) => text.length >= shortestText && furnitureScore(text.slice(0, lengthOfText(text))) < mostOfText);
  const all = lines.flatMap((line, index) => {
    const sides = { leads: index <= first, tails: index >= last };
    if (!(sides.leads || sides.tails) || line.hint?.table === true || line.hint?.parted === true || !holdsSeveral(line.text)) return [line];
    const found = findParts(line.text, { ...sides, above: lines[index - 1]?.text ?? '', below: lines[index + 1]?.text ?? '' });
    if (found === null) return [line];
    const parts = found.spans.map((span, at) => ({ ...sliceBlock(line, span), apart: at === 0 && line.apart }));
    for (const part of parts) parted.set(part, { line, parts, ...found });
    return parts;
  });
  return { lines: parted.size === 0 ? lines : all, parted };
}

function holdsSeveral(text: string): boolean {
  const end = text.search(sentenceEnd);
  return end >= 0 && /\p{L}/u.test(text.slice(end));
}

interface Sides {
  readonly leads: boolean;
  readonly tails: boolean;
  /** The lines beside it. */
  readonly above: string;
  readonly below: string;
}

/** The parts of a line, and which of them is the paragraph; `null` where it stays whole. */
function findParts(text: string, { leads, tails, above, below }: Sides): Pick<Parted, 'spans' | 'own'> | null {
  const sentences = Array.from(text.matchAll(sentence), ({ index, 0: said }): Piece => ({ start: index, end: index + said.length }));
  const before: Piece[] = [];
  const behind: Piece[] = [];
  const rest = (): Piece => ({ start: before.at(-1)?.end ?? 0, end: behind[0]?.start ?? text.length });
  const lineAbove = (): string => sliceOf(text, before.at(-1)) ?? above;
  const lineBelow = (): string => sliceOf(text, behind[0]) ?? below;
  for (const span of tails ? sentences.slice(1).reverse().slice(0, mostSentences) : []) {
    if (!readsLikePages(text, span, { above: text.slice(0, span.start), below: lineBelow() })) break;
    behind.unshift(span);
  }
  for (const span of leads ? sentences.slice(0, Math.min(mostSentences, sentences.length - 1 - behind.length)) : []) {
    if (!readsLikePages(text, span, { above: lineAbove(), below: text.slice(span.end) })) break;
    before.push(span);
  }
  if (before.length + behind.length === 0 || lineOdds(besideNeighbours(sliceOf(text, rest()) ?? '', lineAbove(), lineBelow())) > mostOfRest) return null;
  return { spans: [...before, rest(), ...behind], own: before.length };
}

function sliceOf(text: string, span: Piece | undefined): string | null {
  return span === undefined ? null : text.slice(span.start, span.end);
}

function readsLikePages(text: string, span: Piece, { above, below }: Pick<Sides, 'above' | 'below'>): boolean {
  const said = (sliceOf(text, span) ?? '').trim();
  if (said.length < shortest || said.length > longest || furnitureScore(said) < leastScore || thanks.test(said)) return false;
  return lineOdds(besideNeighbours(said, above, below)) >= leastOdds && !isMixed(said);
}

/** `第2页共3页 本文格式为Word版谢谢大家！` */
const thanks = /(?:谢谢(?:大家|各位|同志们)?|散会|完了)[！。!]$/u;
/** So much of a sentence is the text's where the page's stands within it. */
const leastOwn = 8;
const leastMean = 1.8;

/** `把十一条河都走了一遍，|【弹窗】您已连续观看 15 分钟|有的河段清得见底。`: what a page put within a sentence is looked for later. */
function isMixed(said: string): boolean {
  const found = tellStretches(gluedScores(foldForStretches(said))).filter(({ mean }) => mean >= leastMean);
  if (found.length === 0) return false;
  const own = textOutside(said, found).join('');
  return countHan(own) >= leastOwn && furnitureScore(own) < mostOfText;
}

/** Where the paragraph stays, a sentence before it goes only with all before that one, and one behind it with all behind: takes the other verdicts back. */
export function keepWithin(verdicts: unknown[], { lines, parted }: PartedLines): void {
  if (parted.size === 0) return;
  lines.forEach((line, index) => {
    const group = parted.get(line);
    if (group?.parts[0] !== line || verdicts[index + group.own] !== null) return;
    const own = verdicts.slice(index, index + group.parts.length);
    verdicts.fill(null, index + own.indexOf(null), index + own.lastIndexOf(null));
  });
}

/** Puts the parts that stayed back together; what is sure of a paragraph is sure of its line. */
export function rejoin({ lines, sure }: OwnLines, { parted }: PartedLines): OwnLines {
  if (parted.size === 0) return { lines, sure };
  const whole: Block[] = [];
  const own = new Set(sure);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Block;
    const group = parted.get(line);
    if (group === undefined) {
      whole.push(line);
      continue;
    }
    const from = group.parts.indexOf(line);
    let to = from;
    while (to + 1 < group.parts.length && lines[index + 1] === group.parts[to + 1]) [to, index] = [to + 1, index + 1];
    const rest = from === to ? line : sliceBlock(group.line, { start: group.spans[from]?.start ?? 0, end: group.spans[to]?.end ?? 0 });
    whole.push(rest);
    if (sure.has(group.parts[group.own] as Block)) own.add(rest);
  }
  return { lines: whole, sure: own };
}
