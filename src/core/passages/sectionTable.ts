import { ByteReader, ByteWriter } from './bytes.ts';

export interface SectionRecord {
  /** Position of the parent in the segment's table, or −1 for an article. */
  readonly parent: number;
  readonly heading: string;
}

/** The sections of a segment: headings and parents as records, years and occasions as arrays for filters. */
export class SectionTableWriter {
  private readonly records = new ByteWriter(1 << 12);
  private readonly offsets = new ByteWriter(1 << 10);
  private readonly firsts = new ByteWriter(1 << 10);
  private readonly years = new ByteWriter(1 << 10);
  private readonly occasionCodes = new ByteWriter(1 << 10);
  private readonly occasions: string[] = [];
  private readonly occasionOf = new Map<string, number>();
  count = 0;

  add(section: SectionRecord & { firstParagraph: number; year: number | null; occasion: string | null }): void {
    this.offsets.u32(this.records.length);
    this.records.varint(section.parent < 0 ? 0 : this.count - section.parent);
    this.records.string(section.heading);
    this.firsts.u32(section.firstParagraph);
    this.years.u16(section.year ?? 0);
    this.occasionCodes.u16(this.codeOf(section.occasion));
    this.count += 1;
  }

  private codeOf(occasion: string | null): number {
    if (occasion === null) return 0;
    const known = this.occasionOf.get(occasion);
    if (known !== undefined) return known;
    // Beyond 65,535 different occasions the value is no kind of meeting any more; it is left out.
    if (this.occasions.length >= 0xffff) return 0;
    this.occasions.push(occasion);
    this.occasionOf.set(occasion, this.occasions.length);
    return this.occasions.length;
  }

  finish(): {
    sections: Uint8Array;
    sectionOffsets: Uint8Array;
    sectionFirsts: Uint8Array;
    years: Uint8Array;
    occasionCodes: Uint8Array;
    occasions: Uint8Array;
  } {
    const names = new ByteWriter();
    for (const occasion of this.occasions) names.string(occasion);
    return {
      sections: this.records.finish(),
      sectionOffsets: this.offsets.finish(),
      sectionFirsts: this.firsts.finish(),
      years: this.years.finish(),
      occasionCodes: this.occasionCodes.finish(),
      occasions: names.finish(),
    };
  }
}

export class SectionTable {
  private readonly records: Uint8Array;
  private readonly offsets: Uint32Array;
  /** First paragraph of each section. */
  readonly firsts: Uint32Array;
  /** 0 where the year is not known. */
  readonly years: Uint16Array;
  readonly occasionCodes: Uint16Array;
  readonly occasions: readonly string[];

  constructor(parts: {
    records: Uint8Array;
    offsets: Uint32Array;
    firsts: Uint32Array;
    years: Uint16Array;
    occasionCodes: Uint16Array;
    occasions: Uint8Array;
  }) {
    this.records = parts.records;
    this.offsets = parts.offsets;
    this.firsts = parts.firsts;
    this.years = parts.years;
    this.occasionCodes = parts.occasionCodes;
    const names: string[] = [];
    for (const reader = new ByteReader(parts.occasions); !reader.done; ) names.push(reader.string());
    this.occasions = names;
  }

  get count(): number {
    return this.offsets.length;
  }

  record(section: number): SectionRecord {
    const reader = new ByteReader(this.records, this.offsets[section]);
    const distance = reader.varint();
    return { parent: distance === 0 ? -1 : section - distance, heading: reader.string() };
  }

  /** The section a paragraph stands in: the last one that begins at or before it. */
  sectionOf(paragraph: number): number {
    let low = 0;
    let high = this.firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.firsts[middle] as number) <= paragraph) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The article's title and the headings below it, outermost first. */
  path(section: number): { title: string; headings: string[] } {
    const headings: string[] = [];
    let record = this.record(section);
    while (record.parent >= 0) {
      headings.unshift(record.heading);
      record = this.record(record.parent);
    }
    return { title: record.heading, headings };
  }

  year(section: number): number | null {
    return this.years[section] === 0 ? null : (this.years[section] ?? null);
  }

  occasion(section: number): string | null {
    return this.occasions[(this.occasionCodes[section] ?? 0) - 1] ?? null;
  }
}
