import { isHan } from '../text/han.ts';
import { ByteWriter } from './bytes.ts';
import { escapeCode } from './codebook.ts';
import { decodeList, PostingsWriter } from './postings.ts';
import { SectionTableWriter } from './sectionTable.ts';
import type { Segment } from './segment.ts';
import type { SegmentBytes } from './segmentFormat.ts';
import { joinParts } from './segmentFormat.ts';
import type { TermEntry } from './termDictionary.ts';
import { TermDictionaryWriter } from './termDictionary.ts';
import { TextWriter } from './textWriter.ts';

/** A segment to be merged, without the files that are gone. */
export interface MergeSource {
  readonly segment: Segment;
  readonly dead: ReadonlySet<number>;
}

const gone = 0xffffffff;

/**
 * Makes one segment of several, in their order, leaving out what is gone. Nothing is segmented anew: lists are copied
 * with shifted numbers, texts from block to block.
 */
export function mergeSegments(sources: readonly MergeSource[]): SegmentBytes {
  const plan = planMerge(sources);
  const lengths = new Uint8Array(plan.paragraphs);
  const roles = new Uint8Array(plan.paragraphs);
  for (const { segment, numbers } of plan.sources) {
    numbers.forEach((to, from) => {
      if (to === gone) return;
      lengths[to] = segment.lengths[from] as number;
      roles[to] = segment.roles[from] as number;
    });
  }
  const { characters, text, codebook, textLengths } = mergeTexts(plan);
  const { files, sections, articles } = copySections(plan);
  const counts = { paragraphs: plan.paragraphs, characters, articles };
  const index = joinParts(
    {
      ...mergeTerms(plan, lengths),
      lengths,
      roles,
      ...sections,
      files,
      codebook,
      textLengths,
    },
    counts,
  );
  return { index, text, counts };
}

/** Texts go from code table to code table: what a code stands for is looked up once for each source. */
function mergeTexts(plan: Plan): { characters: number } & ReturnType<TextWriter['finish']> {
  const texts = new TextWriter();
  let characters = 0;
  for (const { segment, numbers } of plan.sources) {
    const { codebook } = segment.texts;
    // One more than the piece's number in the new table, 0 while it was not looked up.
    const pieces = new Uint32Array(codebook.size);
    const han = new Uint16Array(codebook.size);
    const copy = (code: number, unit: number): void => {
      if (code === escapeCode) {
        const piece = String.fromCharCode(unit);
        texts.add(texts.pieces.idOf(piece));
        characters += hanUnits(piece);
        return;
      }
      if (pieces[code] === 0) {
        const piece = codebook.piece(code);
        pieces[code] = texts.pieces.idOf(piece) + 1;
        han[code] = hanUnits(piece);
      }
      texts.add((pieces[code] as number) - 1);
      characters += han[code] as number;
    };
    numbers.forEach((to, from) => {
      if (to === gone) return;
      segment.texts.walk(from, copy);
      texts.endParagraph(segment.texts.place(from));
    });
  }
  return { characters, ...texts.finish() };
}

interface Plan {
  readonly sources: readonly (MergeSource & {
    /** New number of each paragraph, or `gone`. */
    readonly numbers: Uint32Array;
  })[];
  readonly paragraphs: number;
}

function planMerge(sources: readonly MergeSource[]): Plan {
  let next = 0;
  const planned = sources.map((source) => {
    const numbers = new Uint32Array(source.segment.counts.paragraphs).fill(gone);
    source.segment.files.forEach((_, file) => {
      if (source.dead.has(file)) return;
      const { start, end } = source.segment.paragraphsOf(file);
      for (let paragraph = start; paragraph < end; paragraph += 1) {
        numbers[paragraph] = next;
        next += 1;
      }
    });
    return { ...source, numbers };
  });
  return { sources: planned, paragraphs: next };
}

/** Chinese characters in a piece, which may be half of a character outside the BMP: its first half counts. */
function hanUnits(piece: string): number {
  let count = 0;
  for (let index = 0; index < piece.length; index += 1) {
    const unit = piece.charCodeAt(index);
    if (isHan(unit) || (unit >= 0xd840 && unit <= 0xd888)) count += 1;
  }
  return count;
}

function copySections(plan: Plan): {
  files: Uint8Array;
  sections: ReturnType<SectionTableWriter['finish']>;
  articles: number;
} {
  const files = new ByteWriter();
  const sections = new SectionTableWriter();
  let articles = 0;
  let paragraphs = 0;
  for (const { segment, dead } of plan.sources) {
    segment.files.forEach((file, position) => {
      if (dead.has(position)) return;
      const { start, end } = segment.paragraphsOf(position);
      files.string(file.path);
      files.u32(paragraphs);
      files.u32(sections.count);
      const shift = sections.count - file.firstSection;
      const last = segment.files[position + 1]?.firstSection ?? segment.sections.count;
      for (let section = file.firstSection; section < last; section += 1) {
        const { parent, heading } = segment.sections.record(section);
        if (parent < 0) articles += 1;
        sections.add({
          parent: parent < 0 ? -1 : parent + shift,
          heading,
          firstParagraph: (segment.sections.firsts[section] as number) - start + paragraphs,
          year: segment.sections.year(section),
          occasion: segment.sections.occasion(section),
        });
      }
      paragraphs += end - start;
    });
  }
  return { files: files.finish(), sections: sections.finish(), articles };
}

interface Cursor {
  readonly source: Plan['sources'][number];
  readonly terms: Iterator<readonly [term: string, entry: TermEntry]>;
  term: string;
  entry: TermEntry;
}

function mergeTerms(plan: Plan, lengths: Uint8Array): { postings: Uint8Array; terms: Uint8Array; termBlocks: Uint8Array } {
  const dictionary = new TermDictionaryWriter();
  const writer = new PostingsWriter();
  const postings = new ByteWriter(1 << 16);
  let cursors: Cursor[] = [];
  for (const source of plan.sources) {
    const terms = source.segment.dictionary.walk();
    const first = terms.next();
    if (first.done !== true) cursors.push({ source, terms, term: first.value[0], entry: first.value[1] });
  }
  while (cursors.length > 0) {
    const term = cursors.reduce((least, each) => (each.term < least ? each.term : least), cursors[0]?.term ?? '');
    const holders = cursors.filter((each) => each.term === term);
    const list = joinLists(holders);
    if (list.paragraphs.length > 0) {
      const { bytes, bound } = writer.write({ ...list, lengths });
      dictionary.add(term, { count: list.paragraphs.length, offset: postings.length, bytes: bytes.length, bound });
      postings.append(bytes);
    }
    for (const cursor of holders) {
      const next = cursor.terms.next();
      if (next.done === true) {
        cursors = cursors.filter((each) => each !== cursor);
      } else {
        [cursor.term, cursor.entry] = next.value;
      }
    }
  }
  const { entries, blocks } = dictionary.finish();
  return { postings: postings.finish(), terms: entries, termBlocks: blocks };
}

function joinLists(holders: readonly Cursor[]): { paragraphs: Uint32Array; frequencies: Uint8Array } {
  const most = holders.reduce((sum, { entry }) => sum + entry.count, 0);
  const paragraphs = new Uint32Array(most);
  const frequencies = new Uint8Array(most);
  let count = 0;
  for (const { source, entry } of holders) {
    const list = decodeList(source.segment.list(entry));
    for (let index = 0; index < list.paragraphs.length; index += 1) {
      const number = source.numbers[list.paragraphs[index] as number] as number;
      if (number === gone) continue;
      paragraphs[count] = number;
      frequencies[count] = list.frequencies[index] as number;
      count += 1;
    }
  }
  return { paragraphs: paragraphs.subarray(0, count), frequencies: frequencies.subarray(0, count) };
}

