import { countHan } from '../text/han.ts';
import { indexTerm } from '../text/indexTerm.ts';
import type { Segmenter } from '../text/segmenter.ts';
import { ByteWriter } from './bytes.ts';
import type { DocumentCuts } from './documentCuts.ts';
import { TextCuts } from './documentCuts.ts';
import type { IndexedParagraph, PassageDocument } from './passageDocument.ts';
import { Growing, uint32, uint8 } from './growing.ts';
import { PostingsWriter } from './postings.ts';
import { lengthCode } from './ranking.ts';
import { SectionTableWriter } from './sectionTable.ts';
import type { SegmentBytes } from './segmentFormat.ts';
import { joinParts } from './segmentFormat.ts';
import { TermDictionaryWriter } from './termDictionary.ts';
import { roleCode } from './storedTexts.ts';
import { TextWriter } from './textWriter.ts';

const none: ReadonlySet<number> = new Set();

/** Stands for a piece that is no term. */
const noTerm = 0xffffffff;

/**
 * Collects documents and makes a segment of them. Occurrences are logged in paragraph order, one entry a paragraph and
 * term, and sorted by term once at the end by counting: no list per term has to grow, and the log is already ascending.
 */
export class SegmentBuilder {
  private readonly cuts: TextCuts;
  private readonly texts = new TextWriter();
  /** The term of each piece that the texts were cut into; one more than its number, 0 while it is not known. */
  private readonly termOfPiece = new Growing(uint32);
  private readonly termIds = new Map<string, number>();
  /** Per term: the log entry made for it last, so that a repeated term raises that entry's frequency. */
  private readonly lastEntry = new Growing(uint32);
  private readonly logTerm = new Growing(uint32);
  private readonly logParagraph = new Growing(uint32);
  private readonly logFrequency = new Growing(uint8);
  private entries = 0;
  private readonly lengths: number[] = [];
  private readonly roles: number[] = [];
  private readonly sections = new SectionTableWriter();
  private readonly files = new ByteWriter();
  private articles = 0;
  private characters = 0;
  private units = 0;

  constructor(segmenter: Segmenter) {
    this.cuts = new TextCuts(segmenter);
  }

  get paragraphCount(): number {
    return this.lengths.length;
  }

  /** Code units of text held, to bound memory. */
  get textLength(): number {
    return this.units;
  }

  /** Takes `cuts` where its texts were cut ahead. Returns the numbers of articles and paragraphs that were added. */
  add(document: PassageDocument, cuts?: DocumentCuts): { articles: number; paragraphs: number; characters: number } {
    const before = { articles: this.articles, paragraphs: this.lengths.length, characters: this.characters };
    const offset = this.sections.count;
    this.cuts.begin(cuts);
    this.files.string(document.file);
    this.files.u32(this.lengths.length);
    this.files.u32(offset);
    document.sections.forEach((section) => {
      if (section.parent < 0) this.articles += 1;
      this.sections.add({
        parent: section.parent < 0 ? -1 : offset + section.parent,
        heading: section.heading,
        firstParagraph: this.lengths.length,
        year: section.year,
        occasion: section.occasion,
      });
      if (section.paragraphs.length === 0) return;
      const heading = new Set(this.termsOf(section.heading));
      section.paragraphs.forEach((paragraph, place) => {
        // A title says what the whole speech is about; counted in each paragraph it would make all of them look alike.
        this.addParagraph(paragraph, section.parent < 0 && place > 0 ? none : heading);
      });
    });
    return {
      articles: this.articles - before.articles,
      paragraphs: this.lengths.length - before.paragraphs,
      characters: this.characters - before.characters,
    };
  }

  private idOf(term: string): number {
    const known = this.termIds.get(term);
    if (known !== undefined) return known;
    const id = this.termIds.size;
    this.termIds.set(term, id);
    this.lastEntry.reserve(id + 1);
    this.lastEntry.array[id] = 0xffffffff;
    return id;
  }

  private termsOf(text: string): number[] {
    const ids: number[] = [];
    this.cuts.take(text);
    const { lengths, from, to } = this.cuts;
    for (let place = from, start = 0; place < to; place += 1) {
      const end = start + (lengths[place] as number);
      const term = indexTerm(text.slice(start, end));
      if (term !== null) ids.push(this.idOf(term));
      start = end;
    }
    return ids;
  }

  /** Makes room in the log for so many occurrences more. */
  private reserve(more: number): void {
    this.logTerm.reserve(this.entries + more);
    this.logParagraph.reserve(this.entries + more);
    this.logFrequency.reserve(this.entries + more);
  }

  private count(term: number, paragraph: number): void {
    const last = this.lastEntry.array[term] as number;
    if (last !== 0xffffffff && this.logParagraph.array[last] === paragraph) {
      const frequency = this.logFrequency.array[last] as number;
      if (frequency < 255) this.logFrequency.array[last] = frequency + 1;
      return;
    }
    const entry = this.entries;
    this.logTerm.array[entry] = term;
    this.logParagraph.array[entry] = paragraph;
    this.logFrequency.array[entry] = 1;
    this.lastEntry.array[term] = entry;
    this.entries += 1;
  }

  /** The term of a piece, one more than its number; `noTerm` for punctuation and white space. */
  private termOf(piece: number): number {
    this.termOfPiece.reserve(piece + 1);
    const known = this.termOfPiece.array[piece] as number;
    if (known !== 0) return known;
    const term = indexTerm(this.texts.pieces.pieceOf(piece));
    const found = term === null ? noTerm : this.idOf(term) + 1;
    this.termOfPiece.array[piece] = found;
    return found;
  }

  private addParagraph(paragraph: IndexedParagraph, headings: ReadonlySet<number>): void {
    const number = this.lengths.length;
    const { text } = paragraph;
    this.cuts.take(text);
    const { lengths, from, to } = this.cuts;
    this.reserve(to - from + headings.size);
    let length = 0;
    let start = 0;
    for (let place = from; place < to; place += 1) {
      const units = lengths[place] as number;
      const piece = this.texts.pieces.idOf(text, start, start + units);
      start += units;
      this.texts.add(piece);
      const term = this.termOf(piece);
      if (term === noTerm) continue;
      this.count(term - 1, number);
      length += 1;
    }
    for (const term of headings) this.count(term, number);
    this.texts.endParagraph(paragraph);
    this.lengths.push(length);
    this.roles.push(roleCode(paragraph.role));
    this.characters += countHan(text);
    this.units += text.length;
  }

  finish(): SegmentBytes {
    const lengths = Uint8Array.from(this.lengths, lengthCode);
    const { entries, blocks, postings } = this.sortTerms(lengths);
    const { text, codebook, textLengths } = this.texts.finish();
    const counts = { paragraphs: this.lengths.length, characters: this.characters, articles: this.articles };
    const index = joinParts(
      {
        postings,
        terms: entries,
        termBlocks: blocks,
        lengths,
        roles: Uint8Array.from(this.roles),
        ...this.sections.finish(),
        files: this.files.finish(),
        codebook,
        textLengths,
      },
      counts,
    );
    return { index, text, counts };
  }

  private sortTerms(lengths: Uint8Array): { entries: Uint8Array; blocks: Uint8Array; postings: Uint8Array } {
    const terms = this.termIds.size;
    const starts = new Uint32Array(terms + 1);
    for (let entry = 0; entry < this.entries; entry += 1) {
      const slot = (this.logTerm.array[entry] as number) + 1;
      starts[slot] = (starts[slot] as number) + 1;
    }
    for (let term = 0; term < terms; term += 1) starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
    const next = starts.slice(0, terms);
    const paragraphs = new Uint32Array(this.entries);
    const frequencies = new Uint8Array(this.entries);
    for (let entry = 0; entry < this.entries; entry += 1) {
      const term = this.logTerm.array[entry] as number;
      const slot = next[term] as number;
      next[term] = slot + 1;
      paragraphs[slot] = this.logParagraph.array[entry] as number;
      frequencies[slot] = this.logFrequency.array[entry] as number;
    }
    const dictionary = new TermDictionaryWriter();
    const writer = new PostingsWriter();
    const postings = new ByteWriter(1 << 16);
    for (const term of [...this.termIds.keys()].sort()) {
      const id = this.termIds.get(term) ?? 0;
      const from = starts[id] as number;
      const to = starts[id + 1] as number;
      // A heading whose section holds no paragraph leaves terms without postings.
      if (from === to) continue;
      const list = { paragraphs: paragraphs.subarray(from, to), frequencies: frequencies.subarray(from, to), lengths };
      const { bytes, bound } = writer.write(list);
      dictionary.add(term, { count: to - from, offset: postings.length, bytes: bytes.length, bound });
      postings.append(bytes);
    }
    return { ...dictionary.finish(), postings: postings.finish() };
  }
}
