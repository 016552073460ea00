import type { Problem } from '../contracts.ts';
import { countHan } from '../text/han.ts';
import { findCutLeads } from './cutLead.ts';
import { removeCountedStamps, removeInlinePageMarks } from './inlinePageMarks.ts';
import { findMarkup } from './markupNoise.ts';
import { findEdges } from './pageEdges.ts';
import { readOrdinal } from './ordinals.ts';
import { removePageMarks } from './pageMarks.ts';
import { endsSentence, startsInside } from './punctuation.ts';
import { removeRepeatedLines } from './repeatedLines.ts';
import { removal, removeBlock, removeStretches } from './removal.ts';
import { findJunk } from './strewnJunk.ts';
import { readAuthorLine } from './authorLine.ts';
import { furnitureScore } from './furnitureScore.ts';
import { countLicenceWords, countSiteWords, isEditorsNote, isSiteLine, sureFurniture } from './siteChrome.ts';
import { isSignature } from './signature.ts';
import { isLabelled } from './title.ts';
import { findTitleCopies } from './titleCopies.ts';
import { sliceBlock, sliceText, splitLines, type Block, type Piece, type SourceText } from './sourceText.ts';

/** The lines of a document that belong to its text, and what was taken out, in source order. */
export interface CleanLines {
  readonly lines: readonly Block[];
  readonly removed: readonly Problem[];
}

// Soft hyphens, zero-width characters, byte-order marks, directional marks and control characters but white space.
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]+/gu;

export function cleanLines(source: SourceText): CleanLines {
  const removed: Problem[] = [];
  let lines = splitLines(source);
  lines = withoutSkips(lines, source, removed);
  lines = lines.flatMap((line) => withoutInvisible(line, source.text, removed));
  lines = withoutBold(lines, source.text, removed);
  lines = withoutMarkup(lines, removed);
  lines = withoutCopies(lines, findCutLeads(lines), removed);
  lines = withoutCopies(lines, findTitleCopies(lines), removed);
  const stamped = removeCountedStamps(lines);
  lines = removeSiteLines(withoutJunk(stamped.lines, removed), removed);
  const marks = removePageMarks(lines);
  const repeats = removeRepeatedLines(marks.lines, marks.beside);
  const inline = removeInlinePageMarks(repeats.lines);
  removed.push(...stamped.removed, ...marks.removed, ...repeats.removed, ...inline.removed);
  return { lines: withoutDoubledTitle(inline.lines, removed), removed };
}

/** Style sheets, scripts, tags and entities that a copy took along. */
function withoutMarkup(lines: readonly Block[], removed: Problem[]): Block[] {
  return lines.flatMap((line) => {
    const found = line.hint?.table === true ? [] : findMarkup(line.text);
    return found.length === 0 ? [line] : removeStretches('markup', line, found.sort((a, b) => a.start - b.start), removed);
  });
}

/** What a page shows of the text or of its title once more above it, in one line with it or on one of its own. */
function withoutCopies(lines: readonly Block[], copies: readonly (Piece & { readonly line: number })[], removed: Problem[]): Block[] {
  return copies.length === 0 ? [...lines] : lines.flatMap((line, index) => removeStretches('site-chrome', line, copies.filter((copy) => copy.line === index), removed));
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
  if (line.text.search(invisible) < 0) return [line];
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
    return match[4] === '' || readOrdinal(match[2] ?? '', 0) !== null ? match : null;
  });
  if (bold.filter((match) => match !== null).length < 2) return [...lines];
  return lines.flatMap((line, index) => {
    const length = bold[index]?.[2]?.length;
    const start = line.pieces[0]?.start;
    if (length === undefined || start === undefined) return [line];
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

/** Takes menus, breadcrumbs, download notes and licences out, line by line and by what stands around them. */
function removeSiteLines(all: readonly Block[], removed: Problem[]): Block[] {
  // What the format tells to be furniture must not part the lines of the text from each other.
  const told = all.filter((line) => line.hint?.furniture === true);
  for (const line of told) removed.push(...removeBlock('page-furniture', line));
  const lines = told.length === 0 ? all : all.filter((line) => line.hint?.furniture !== true);
  const { above, below: foot, evidence } = findEdges(lines, told);
  const below = Math.max(foot, lines.findLastIndex(isAmid) + 1);
  const listed = findLabels(lines);
  // A document that begins with its text begins with its title.
  const least = evidence >= leastEvidence * 2 ? likelyFurniture / 2 : evidence >= leastEvidence ? likelyFurniture : sureFurniture;
  const kept: Block[] = [];
  lines.forEach((line, index) => {
    const tabled = line.hint?.table === true;
    const edge = index < 15 || index >= lines.length - 15;
    if (line.hint?.level === 1 && index < below) {
      // What a format or a page says to be its title is the text's, whatever it reads like.
      kept.push(line);
      return;
    }
    if (index === below) {
      const own = speechBefore(line);
      const rest = sliceBlock(line, { start: own, end: line.text.length });
      if (own > 0) kept.push(sliceBlock(line, { start: 0, end: own }));
      removed.push(...removeBlock(countLicenceWords(rest.text) > 0 ? 'licence' : 'site-chrome', rest));
    } else if (index > below) removed.push(...removeBlock(countLicenceWords(line.text) > 0 ? 'licence' : 'site-chrome', line));
    else if (isAmid(line) ? !tabled && !listed.has(index) && (isSiteLine(line.text) || isFurniture(line, sureFurniture)) && !isLink(lines, index) : above.has(index) || (!tabled && (isSiteLine(line.text) || isFurniture(line, index === 0 && evidence < leastEvidence ? Infinity : isInside(lines, index) ? sureFurniture : least)) && !isLink(lines, index))) removed.push(...removeBlock('site-chrome', line));
    else if (index < furthestNote && isEditorsNote(line.text)) removed.push(...removeBlock('site-chrome', line));
    else if (edge && isLicence(line.text)) removed.push(...removeBlock('licence', line));
    else kept.push(line);
  });
  return kept;
}

function isAmid(line: Block): boolean {
  return line.hint?.amid === true;
}

/** A label that comes back as often in a text is a list's: `票价：30元`, `地点：二号楼`. */
const leastLabels = 3;
const label = /^([\u4e00-\u9fff\s]{2,12})[:：]/u;

function findLabels(lines: readonly Block[]): Set<number> {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const name = isAmid(line) ? label.exec(line.text)?.[1]?.replace(/\s+/gu, '') : undefined;
    if (name !== undefined) places.set(name, [...(places.get(name) ?? []), index]);
  });
  return new Set([...places.values()].filter((indices) => indices.length >= leastLabels).flat());
}

/** An editor's note stands within as many lines. */
const furthestNote = 15;

/** A law on copyright holds the words of a licence too, and a whole speech on one line may hold some of them. */
const leastForLicence = -4;
const densestText = 80;

function isLicence(text: string): boolean {
  const words = countLicenceWords(text);
  return words >= 3 && words * densestText >= countHan(text) && furnitureScore(text) > leastForLicence;
}

/** Longer lines of a page stand at its edges. */
const longestAmid = 80;
/** Where as many lines show that the text was saved with its page, less is asked of those amid the text. */
const leastEvidence = 3;
const likelyFurniture = 2;

function isFurniture({ text, hint }: Block, least: number): boolean {
  if (text.length > longestAmid || (hint?.level ?? null) !== null || furnitureScore(text) < least || isLabelled(text) || isSignature(text) || readAuthorLine(text) !== null) return false;
  // What a site stamped into a sentence does not make the sentence its own.
  const plain = text.replace(/[（(【[][^（()）】\]]*[)）】\]]/gu, '');
  return countHan(plain) < 6 || furnitureScore(plain) >= least / 2;
}

/** A row of a narrow column goes on with a sentence; it is a piece, and reads like anything. */
function isInside(lines: readonly Block[], index: number): boolean {
  const before = lines[index - 1]?.text ?? '';
  const line = lines[index];
  return line?.indented === false && !line.apart && before.length >= 12 && before.length * 1.3 >= line.text.length && !endsSentence(before) && furnitureScore(before) < 0;
}

/** A word of a sentence that a converter put on a line of its own, as it does with links: `…加强\n互动交流\n，…`. */
function isLink(lines: readonly Block[], index: number): boolean {
  const before = lines[index - 1]?.text ?? '';
  if ((lines[index]?.text.length ?? 0) <= 20 && /[“《（]$/u.test(before) && /^[”》）]/u.test(lines[index + 1]?.text ?? '')) return true;
  return (lines[index]?.text.length ?? 0) <= 8 && before.length >= 15 && !endsSentence(before) && countHan(before) * 2 > before.length && startsInside(lines[index + 1]?.text ?? '');
}

/** `谢谢大家！|微信扫一扫…`: length of the sentences before the first that speaks for the site. */
function speechBefore({ text }: Block): number {
  let length = 0;
  for (const match of text.matchAll(/[。！？!?]+[”’」』）)]*/gu)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(length, end).trim();
    if ((countHan(sentence) < 3 && !/^(?:谢谢|散会|敬礼)/u.test(sentence)) || countSiteWords(sentence) > 0 || countLicenceWords(sentence) > 0 || isSiteLine(sentence)) break;
    length = end;
  }
  return length;
}
