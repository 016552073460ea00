import type { Author, Paragraph, Problem, Section, Span, Speech } from '../contracts.ts';
import { readAddress } from './address.ts';
import { partBroken } from './brokenSeries.ts';
import type { CleanText } from './cleanText.ts';
import type { Head } from './head.ts';
import { findHeads } from './heads.ts';
import { placesOf } from './levelHeads.ts';
import { assignLevels } from './levels.ts';
import { partNested } from './nestedOrdinals.ts';
import { organisationOfPost } from './organisations.ts';
import { findClosing, findParagraphBreaks } from './paragraphBreaks.ts';
import { findPlaceholders } from './placeholders.ts';
import { isFarewell, tellRole } from './roles.ts';
import { sliceBlock, type Block } from './sourceText.ts';
import { readOccasion, readOpening, readSignature, type Opening } from './title.ts';

export interface ArticleDraft {
  /** Blocks above the body that were recognised already: kicker, title, author line. */
  readonly lines: readonly Block[];
  readonly title: string | null;
  readonly authors: readonly Author[];
  readonly occasion: string | null;
  readonly organisation?: string | null;
  readonly date?: string | null;
  readonly blocks: readonly Block[];
}

interface RawParagraph {
  readonly text: string;
  readonly span: Span;
  /** Index of the head it stands under; -1 before the first. */
  readonly head: number;
}

interface RawHead {
  readonly head: Head;
  readonly heading: string;
  readonly span: Span;
}

/** Writes one article into the clean text and returns its structure. */
export function buildArticle(draft: ArticleDraft, out: CleanText): { speech: Speech; problems: Problem[] } {
  for (const line of draft.lines) out.add(line);
  const { opening, blocks, runOn, heads } = readBody(draft);
  if (draft.title === null) for (const line of opening.lines) out.add(line);
  const { rawHeads, paragraphs } = write({ blocks, heads, runOn, out });
  const { levels, faults } = assignLevels(heads, placesOf(blocks, heads));
  const problems = faults.map(({ head, kind, after, number }): Problem => ({
    code: kind === 'gap' ? 'numbering-gap' : 'numbering-repeat',
    message:
      kind === 'gap'
        ? `编号不连续：${after === 0 ? '开头' : `第${after}项`}之后是第${number}项。`
        : `编号重复或倒退：第${after}项之后又是第${number}项。`,
    span: ordinalSpan(rawHeads[head]),
    space: 'text',
  }));
  const signature = readSignature(blocks);
  const spoken = paragraphs.slice(0, paragraphs.length - signature.lines);
  const parts = partsOf(rawHeads, levels);
  const finished = paragraphs.map((paragraph, index) => finishParagraph(paragraph, index, { all: spoken, part: parts[paragraph.head] ?? '', whole: heads.length === 0 }));
  const date = draft.date ?? opening.date;
  const authors = authorsOf({ draft, opening, signature: signature.author });
  const end = Math.max(rawHeads.at(-1)?.span.end ?? 0, paragraphs.at(-1)?.span.end ?? 0);
  const speech: Speech = {
    title: draft.title ?? opening.title,
    occasion: draft.occasion ?? opening.occasion ?? readOccasion(draft.title ?? ''),
    organisation: draft.organisation ?? opening.organisation ?? organisationOf(authors) ?? signature.organisation,
    speaker: opening.speaker ?? draft.authors[0]?.name ?? signature.speaker,
    authors,
    // A year in the title tells less than the day below the speech.
    date: date === null || date.length === 4 ? (signature.date ?? date) : date,
    paragraphs: finished.filter((_, index) => paragraphs[index]?.head === -1),
    sections: nest({ rawHeads, levels, paragraphs, finished, end }),
  };
  return { speech, problems };
}

/** What stands behind an article's title, and its heads. */
export function readBody(draft: Pick<ArticleDraft, 'title' | 'blocks'>): { opening: Opening; blocks: Block[]; runOn: boolean[]; heads: Head[] } {
  const opening = readOpening(draft.blocks);
  const { blocks, runOn } = partBroken(partNested(partAddress(draft.title === null ? opening.rest : draft.blocks)));
  return { opening, blocks, runOn, heads: findHeads(blocks, runOn) };
}

function ordinalSpan(raw: RawHead | undefined): Span {
  if (raw === undefined) return { start: 0, end: 0 };
  return { start: raw.span.start, end: raw.span.start + (raw.head.ordinal?.text.length ?? 0) };
}

/** Who spoke in what post: as the articles were split, or else as the lines above or below the speech say. */
function authorsOf({ draft, opening, signature }: { draft: ArticleDraft; opening: Opening; signature: Author | null }): readonly Author[] {
  if (draft.authors.length > 0) return draft.authors;
  // Of an article whose title was told before, what the body begins with is no opening.
  const above = draft.title === null ? opening.author : null;
  const author = above ?? (opening.speaker === null ? signature : null);
  return author === null ? [] : [author];
}

function organisationOf(authors: readonly Author[]): string | null {
  for (const post of authors[0]?.post?.split(/[、，]/u) ?? []) {
    const organisation = organisationOfPost(post);
    if (organisation !== null) return organisation;
  }
  return null;
}

/** An address glued to the first paragraph goes on a line of its own. */
function partAddress(blocks: readonly Block[]): Block[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return [];
  const length = readAddress(first.text, 0);
  if (length === 0 || length >= first.text.length) return [...blocks];
  const span = { start: length, end: first.text.length };
  return [sliceBlock(first, { start: 0, end: length }), sliceBlock(first, span), ...rest];
}

interface Writing {
  readonly blocks: readonly Block[];
  readonly heads: readonly Head[];
  readonly runOn: readonly boolean[];
  readonly out: CleanText;
}

function write({ blocks, heads, runOn, out }: Writing): { rawHeads: RawHead[]; paragraphs: RawParagraph[] } {
  const rawHeads: RawHead[] = [];
  const paragraphs: RawParagraph[] = [];
  let next = 0;
  const body = (index: number, span: Span, sameLine: boolean): void => {
    const block = blocks[index];
    if (block === undefined) return;
    const whole = sliceBlock(block, span);
    if (whole.text === '') return;
    const last = next >= heads.length && span.end >= block.text.length && index === blocks.length - 1;
    const cuts = runOn[index] === true ? bodyCuts(whole.text, last ? (rawHeads.at(-1)?.heading ?? '') : null) : [];
    let from = 0;
    [...cuts, whole.text.length].forEach((to, order) => {
      const part = sliceBlock(whole, { start: from, end: to });
      from = to;
      if (part.text === '') return;
      paragraphs.push({ text: part.text, span: out.add(part, sameLine && order === 0), head: rawHeads.length - 1 });
    });
  };
  blocks.forEach((block, index) => {
    let position = 0;
    let sameLine = false;
    for (let head = heads[next]; head?.block === index; head = heads[next]) {
      body(index, { start: position, end: head.start }, sameLine);
      const line = sliceBlock(block, { start: head.start, end: head.bodyStart });
      rawHeads.push({ head, heading: block.text.slice(head.from, head.end), span: out.add(line) });
      position = head.bodyStart;
      // A question keeps its mark.
      sameLine = /[。！？!?；;：:]/u.test(block.text.slice(Math.max(head.from, head.end - 1), head.bodyStart));
      next += 1;
    }
    body(index, { start: position, end: block.text.length }, sameLine);
  });
  return { rawHeads, paragraphs };
}

/** `heading` is the last section's head where the body ends the speech, so that its closing can be told; else `null`. */
function bodyCuts(text: string, heading: string | null): number[] {
  const cuts = findParagraphBreaks(text);
  const closing = heading === null ? -1 : findClosing(text, heading);
  if (closing > 0 && !cuts.includes(closing)) cuts.push(closing);
  return cuts.sort((a, b) => a - b);
}

/** The words of the top head that each head stands under. */
function partsOf(rawHeads: readonly RawHead[], levels: readonly number[]): string[] {
  let part = '';
  return rawHeads.map((raw, index) => {
    if (levels[index] === 1) part = raw.heading;
    return part;
  });
}

interface Surroundings {
  readonly all: readonly RawParagraph[];
  readonly part: string;
  readonly whole: boolean;
}

function finishParagraph(paragraph: RawParagraph, index: number, { all, part, whole }: Surroundings): Paragraph {
  const address = all[0] !== undefined && readAddress(all[0].text, 0) >= all[0].text.length ? 1 : 0;
  const first = index >= address && index < address + 2;
  const role = tellRole(paragraph.text, {
    leading: paragraph.head === -1,
    first,
    last: index === all.length - 1 || (index === all.length - 2 && isFarewell(all.at(-1)?.text ?? '')),
    late: index >= all.length - 3 && (paragraph.head >= 0 || (whole && !first)),
    part,
  });
  return { text: paragraph.text, span: paragraph.span, role, placeholders: findPlaceholders(paragraph.text, paragraph.span.start) };
}

interface Nesting {
  readonly rawHeads: readonly RawHead[];
  readonly levels: readonly number[];
  readonly paragraphs: readonly RawParagraph[];
  readonly finished: readonly Paragraph[];
  readonly end: number;
}

function nest({ rawHeads, levels, paragraphs, finished, end }: Nesting): Section[] {
  const own: Paragraph[][] = rawHeads.map(() => []);
  paragraphs.forEach((paragraph, index) => {
    const done = finished[index];
    if (done !== undefined) own[paragraph.head]?.push(done);
  });
  let index = 0;
  const read = (level: number): Section[] => {
    const sections: Section[] = [];
    while (index < rawHeads.length && (levels[index] ?? 0) >= level) {
      const at = index;
      const raw = rawHeads[at];
      if (raw === undefined) break;
      index += 1;
      const children = read(level + 1);
      const following = rawHeads[index]?.span.start;
      const stop = following === undefined ? end : following;
      sections.push({
        level,
        ordinal: raw.head.ordinal?.text ?? null,
        heading: raw.heading,
        span: { start: raw.span.start, end: lastEnd({ own: own[at] ?? [], children, head: raw.span.end, stop }) },
        paragraphs: own[at] ?? [],
        sections: children,
      });
    }
    return sections;
  };
  return read(1);
}

function lastEnd(parts: { own: readonly Paragraph[]; children: readonly Section[]; head: number; stop: number }): number {
  const end = Math.max(parts.head, parts.own.at(-1)?.span.end ?? 0, parts.children.at(-1)?.span.end ?? 0);
  return Math.min(end, Math.max(parts.stop, parts.head));
}
