import type { Problem } from '../contracts.ts';
import { countHan } from '../text/han.ts';
import { findCutLeads } from './cutLead.ts';
import { partSentences } from './edgeSentences.ts';
import { findGluedEdges } from './gluedEdges.ts';
import { removeCountedStamps, removeInlinePageMarks } from './inlinePageMarks.ts';
import { holder } from './lineKinds.ts';
import { findLineFrames } from './lineFrames.ts';
import { findMarkup } from './markupNoise.ts';
import { joinSetNumbers } from './looseOrdinals.ts';
import { removeMissedPageMarks } from './missedPageMarks.ts';
import { readOrdinal } from './ordinals.ts';
import { removePageMarks } from './pageMarks.ts';
import { endsSentence } from './punctuation.ts';
import { removeRepeatedLines } from './repeatedLines.ts';
import { cutsByLine, removal, removeBlock, removeStretches } from './removal.ts';
import { findJunk } from './strewnJunk.ts';
import { findSignedLines } from './signedLines.ts';
import { removeSiteLines } from './siteLines.ts';
import { withTitleBack } from './titleBack.ts';
import { findTitleCopies } from './titleCopies.ts';
import { sliceBlock, sliceText, splitLines, type Block, type Piece, type SourceText } from './sourceText.ts';

/** The lines of a document that belong to its text, and what was taken out, in source order. */
export interface CleanLines {
  readonly lines: readonly Block[];
  readonly removed: readonly Problem[];
  /** What a page put above and below the text in one line with it: none, one or two stretches. */
  readonly edges: number;
}

// Soft hyphens, zero-width characters, byte-order marks, marks of direction and of variants, what a terminal is told, and
// control characters but white space.
const invisible =
  /(?:\u001b\[[\d;]{0,20}[A-Za-z]|[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e01ef}])+/gu;
/** All of them are in these classes of Unicode, and little else is. */
const mayHoldInvisible = holder(/[\p{C}\p{Mn}]/u);

export function cleanLines(source: SourceText): CleanLines {
  const removed: Problem[] = [];
  const all = wholeLines(source, removed);
  const edges = findGluedEdges(all);
  const own = removeSiteLines(withoutRepeats(withoutCopies(all, edges, removed), removed), removed);
  const marks = removePageMarks(own.lines);
  const repeats = removeRepeatedLines(marks.lines, marks.beside, own.sure);
  const inline = removeInlinePageMarks(repeats.lines);
  removed.push(...marks.removed, ...repeats.removed, ...inline.removed);
  const missed = removeMissedPageMarks(inline.lines, removed, source.text);
  removed.push(...missed.removed);
  return { ...withTitleBack(withoutDoubledTitle(missed.lines, removed), removed, source.text), edges: edges.length };
}

/** The lines as they are judged, one by one and by what stands around them: without syntax, junk, copies and what pages count out. */
export function linesToJudge(source: SourceText, removed: Problem[]): Block[] {
  const lines = wholeLines(source, removed);
  return [...partSentences(withoutRepeats(withoutCopies(lines, findGluedEdges(lines), removed), removed)).lines];
}

function wholeLines(source: SourceText, removed: Problem[]): Block[] {
  let lines = withoutSkips(splitLines(source), source, removed);
  lines = lines.flatMap((line) => withoutInvisible(line, source.text, removed));
  lines = withoutMarkup(withoutQuotes(withoutBold(lines, source.text, removed), source, removed), removed);
  return [...joinSetNumbers(withoutFrames(lines, source, removed), source.text)];
}

/** Without what a page shows more than once above the text, what it counts out and what it strews. */
function withoutRepeats(all: readonly Block[], removed: Problem[]): Block[] {
  let lines = withoutCopies(all, findCutLeads(all), removed);
  lines = withoutCopies(lines, findTitleCopies(lines), removed);
  const stamped = removeCountedStamps(lines);
  removed.push(...stamped.removed);
  return withoutJunk(stamped.lines, removed);
}

/** `> 同志们：`: what a mail puts before each line of what it answers. One line may begin with a sign of its own. */
const quoted = /^(?:[>＞]\s?){1,6}(?![>＞])/u;
const leastQuoted = 4;

function withoutQuotes(lines: readonly Block[], source: SourceText, removed: Problem[]): Block[] {
  if (source.layout !== 'lines' || lines.filter(({ text }) => quoted.test(text)).length < leastQuoted) return [...lines];
  // `>> 渠口` above a paragraph that has no such sign is a head set off by it.
  const heads = findSignedLines(lines);
  return lines.flatMap((line, index) => {
    const length = heads.has(index) ? 0 : (quoted.exec(line.text)?.[0].length ?? 0);
    return length === 0 ? [line] : removeStretches('markup', line, [{ start: 0, end: length }], removed).map((rest) => sliceBlock(rest, { start: 0, end: rest.text.length }));
  });
}

/** Style sheets, scripts, tags and entities that a copy took along. */
function withoutMarkup(lines: readonly Block[], removed: Problem[]): Block[] {
  return lines.flatMap((line) => {
    const found = line.hint?.table === true ? [] : findMarkup(line.text);
    return found.length === 0 ? [line] : removeStretches('markup', line, found.sort((a, b) => a.start - b.start), removed);
  });
}

/** What a program writes around each line. */
function withoutFrames(lines: readonly Block[], source: SourceText, removed: Problem[]): Block[] {
  const frames = source.layout === 'lines' ? findLineFrames(lines) : [];
  if (frames.length === 0) return [...lines];
  const cuts = cutsByLine(frames);
  return lines.flatMap((line, index) => {
    const own = cuts.get(index);
    return own === undefined ? [line] : removeStretches('markup', line, own, removed).map((rest) => sliceBlock(rest, { start: 0, end: rest.text.length }));
  });
}

/** What a page shows of the text or of its title once more above it, in one line with it or on one of its own. */
function withoutCopies(lines: readonly Block[], copies: readonly (Piece & { readonly line: number })[], removed: Problem[]): Block[] {
  if (copies.length === 0) return [...lines];
  const cuts = cutsByLine(copies);
  return lines.flatMap((line, index) => removeStretches('site-chrome', line, cuts.get(index) ?? [], removed));
}

/** Before lines are joined: what is strewn over a line's end hides that a sentence ends there. */
function withoutJunk(lines: readonly Block[], removed: Problem[]): Block[] {
  return lines.flatMap((line) => {
    const junk = line.hint?.table === true ? [] : findJunk(line.text);
    // A line of nothing else is judged as lines are.
    return junk.length === 0 || countHan(line.text) === 0 ? [line] : removeStretches('site-chrome', line, junk, removed).map((rest) => sliceBlock(rest, { start: 0, end: rest.text.length }));
  });
}

/** No lead above a title is as long. */
const leastWhole = 100;

/** A title that stands twice above the text, the site's and the document's own: the one nearest to the text is kept, or what the format says is a head. */
function withoutDoubledTitle(lines: readonly Block[], removed: Problem[]): Block[] {
  const seen = new Map<string, number>();
  const doubled = new Set<number>();
  for (const [index, line] of lines.slice(0, furthestTitle).entries()) {
    // Below a whole text the title begins it anew.
    if (line.text.length >= leastWhole) break;
    const plain = line.text.replace(/\s+/gu, '');
    if (opensBelow(lines, index, plain)) {
      doubled.add(index);
      continue;
    }
    if (plain.length < 6 || plain.length > 60 || endsSentence(plain)) continue;
    const before = seen.get(plain);
    const kept = before !== undefined && (lines[before]?.hint?.level ?? null) !== null ? before : index;
    if (before !== undefined) doubled.add(kept === before ? index : before);
    seen.set(plain, kept);
  }
  return lines.filter((line, index) => {
    if (doubled.has(index)) removed.push(...removeBlock('doubled-title', line));
    return !doubled.has(index);
  });
}

/** A title stands above as many lines. */
const furthestTitle = 6;
/** As many characters of a title are enough where the line below begins with them. */
const leastOpening = 10;
const leastBehind = 8;

/** Whether a title stands alone above the line that it opens, cut short or whole: `在…开学典礼……` over `在…开学典礼上的讲话校长 温若谷尊敬的…`. */
function opensBelow(lines: readonly Block[], index: number, plain: string): boolean {
  const title = plain.replace(/[.…]+$/u, '');
  const below = lines[index + 1]?.text.replace(/\s+/gu, '') ?? '';
  return (lines[index]?.hint?.level ?? null) === null && title.length >= leastOpening && below.length >= title.length + leastBehind && below.startsWith(title);
}

/** Leaves out what the format interprets; the skips are walked once, beside the lines. */
function withoutSkips(lines: readonly Block[], source: SourceText, removed: Problem[]): Block[] {
  const skips = source.skips ?? [];
  if (skips.length === 0) return [...lines];
  for (const skip of skips) if (skip.code !== null) removed.push(removal(skip.code, skip));
  let next = 0;
  return lines.flatMap((line) => {
    const first = line.pieces[0]?.start ?? 0;
    while (next < skips.length && (skips[next]?.end ?? Infinity) <= first) next += 1;
    const end = line.pieces.at(-1)?.end ?? 0;
    const cuts: Piece[] = [];
    for (let index = next; index < skips.length && (skips[index]?.start ?? Infinity) < end; index += 1) {
      const skip = skips[index];
      if (skip !== undefined) cuts.push(skip);
    }
    return cutLine(line, cuts, source.text);
  });
}

function withoutInvisible(line: Block, source: string, removed: Problem[]): Block[] {
  if (!mayHoldInvisible(line.text) || line.text.search(invisible) < 0) return [line];
  const cuts: Piece[] = [];
  for (const piece of line.pieces) {
    for (const match of source.slice(piece.start, piece.end).matchAll(invisible)) {
      const start = piece.start + match.index;
      cuts.push({ start, end: start + match[0].length });
    }
  }
  for (const cut of cuts) removed.push(removal('invisible', cut));
  return cutLine(line, cuts, source);
}

/** `**一、标题**`: the marks of bold type in a file that is no Markdown. `**市委书记**同志` are two facts taken out. */
const boldLine = /^(\*\*|__)([^*_\n]{2,80})(\*\*|__)(.*)$/u;

function withoutBold(lines: readonly Block[], source: string, removed: Problem[]): Block[] {
  const bold = lines.map((line) => {
    const match = boldLine.exec(line.text);
    if (match === null || match[1] !== match[3] || line.pieces.length !== 1) return null;
    return match[4] === '' || readOrdinal(match[2] ?? '', 0) !== null || /。$/u.test(match[2] ?? '') ? match : null;
  });
  if (bold.filter((match) => match !== null).length < 2) return [...lines];
  // Where no number heads the lines the marks are all that tells of heads, as ■ does.
  const heads = findSignedLines(lines);
  return lines.flatMap((line, index) => {
    const length = bold[index]?.[2]?.length;
    const start = line.pieces[0]?.start;
    if (length === undefined || start === undefined || heads.has(index)) return [line];
    const cuts = [{ start, end: start + 2 }, { start: start + 2 + length, end: start + 4 + length }];
    for (const cut of cuts) removed.push(removal('markup', cut));
    return cutLine(line, cuts, source);
  });
}

/** A line without the stretches given, ascending; no line where nothing but white space is left. */
function cutLine(line: Block, cuts: readonly Piece[], source: string): Block[] {
  if (cuts.length === 0) return [line];
  const pieces: Piece[] = [];
  for (const piece of line.pieces) {
    let from = piece.start;
    for (const cut of cuts) {
      if (cut.end <= from || cut.start >= piece.end) continue;
      if (cut.start > from) pieces.push({ start: from, end: cut.start });
      from = Math.max(from, cut.end);
    }
    if (from < piece.end) pieces.push({ start: from, end: piece.end });
  }
  const text = sliceText(source, pieces);
  const rest = sliceBlock({ ...line, pieces, text }, { start: 0, end: text.length });
  return rest.text === '' ? [] : [{ ...rest, indented: line.indented }];
}
