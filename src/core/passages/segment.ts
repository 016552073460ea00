import type { ParagraphRole } from '../contracts.ts';
import { asUint16, asUint32, ByteReader } from './bytes.ts';
import type { ByteSource } from './ports.ts';
import type { PostingList } from './postings.ts';
import { SectionTable } from './sectionTable.ts';
import type { SegmentCounts } from './segmentFormat.ts';
import { readLayout } from './segmentFormat.ts';
import type { TermEntry } from './termDictionary.ts';
import { TermDictionary } from './termDictionary.ts';
import type { StoredParagraph } from './storedTexts.ts';
import { roleOfCode, StoredTexts } from './storedTexts.ts';

export interface SegmentFile {
  readonly path: string;
  readonly firstParagraph: number;
  readonly firstSection: number;
}

/** Look-ups of terms that are kept, hits and misses alike. */
const keptTerms = 4096;

/** An open segment. Postings and text are read when they are asked for; the small arrays are read at once. */
export class Segment {
  readonly counts: SegmentCounts;
  readonly lengths: Uint8Array;
  readonly sections: SectionTable;
  readonly files: readonly SegmentFile[];
  readonly dictionary: TermDictionary;
  readonly roles: Uint8Array;
  private readonly source: ByteSource;
  private readonly postingsStart: number;
  readonly texts: StoredTexts;
  private positions: ReadonlyMap<string, number> | null = null;
  private readonly found = new Map<string, TermEntry | null>();

  constructor(parts: { index: ByteSource; text: ByteSource }) {
    const layout = readLayout(parts.index);
    this.source = parts.index;
    this.counts = layout.counts;
    this.postingsStart = layout.offsetOf('postings');
    this.lengths = layout.read('lengths').slice();
    this.roles = layout.read('roles').slice();
    this.dictionary = new TermDictionary(layout.read('terms').slice(), asUint32(layout.read('termBlocks')));
    this.sections = new SectionTable({
      records: layout.read('sections').slice(),
      offsets: asUint32(layout.read('sectionOffsets')),
      firsts: asUint32(layout.read('sectionFirsts')),
      years: asUint16(layout.read('years')),
      occasionCodes: asUint16(layout.read('occasionCodes')),
      occasions: layout.read('occasions'),
    });
    const files: SegmentFile[] = [];
    for (const reader = new ByteReader(layout.read('files')); !reader.done; ) {
      files.push({ path: reader.string(), firstParagraph: reader.u32(), firstSection: reader.u32() });
    }
    this.files = files;
    this.texts = new StoredTexts({
      source: parts.text,
      paragraphs: this.counts.paragraphs,
      lengths: () => layout.read('textLengths'),
      codebook: () => layout.read('codebook'),
    });
  }

  find(term: string): TermEntry | null {
    const known = this.found.get(term);
    if (known !== undefined) return known;
    const entry = this.dictionary.find(term);
    if (this.found.size >= keptTerms) this.found.clear();
    this.found.set(term, entry);
    return entry;
  }

  list(entry: TermEntry): PostingList {
    return { count: entry.count, bytes: this.source.read(this.postingsStart + entry.offset, entry.bytes) };
  }

  paragraph(number: number): StoredParagraph {
    return this.texts.read(number);
  }

  role(number: number): ParagraphRole {
    return roleOfCode(this.roles[number] ?? 0);
  }

  /** Position in `files` of the file that holds a paragraph. */
  fileOf(number: number): number {
    let low = 0;
    let high = this.files.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.files[middle]?.firstParagraph ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Position in `files` of a path; `null` where the segment does not have it. */
  fileAt(path: string): number | null {
    this.positions ??= new Map(this.files.map((file, position) => [file.path, position]));
    return this.positions.get(path) ?? null;
  }

  /** The paragraphs of a file, half-open. */
  paragraphsOf(file: number): { start: number; end: number } {
    return {
      start: this.files[file]?.firstParagraph ?? 0,
      end: this.files[file + 1]?.firstParagraph ?? this.counts.paragraphs,
    };
  }
}
