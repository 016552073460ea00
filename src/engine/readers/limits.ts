/** Bounds that keep a hostile or broken file from taking the process down. A file beyond one is refused, by name. */
export interface ReadingLimits {
  /** Bytes of the file itself. Default 64 MB; the library has a setting for it. */
  readonly fileBytes: number;
  /** UTF-16 code units of text that is taken from one file. Default 20 million. */
  readonly textLength: number;
  /**
   * UTF-16 code units of one line that is read whatever it holds. Default 4 million: patterns that walk back over a longer one may
   * have no room for it, and then it is refused.
   */
  readonly lineLength: number;
  /** Bytes that the parts of a zipped document may unpack to together. Default 256 MB. */
  readonly unpackedBytes: number;
  /** How many times larger than the archive its parts may be. Default 300, a setting; small archives are exempt up to 4 MB. */
  readonly expansionRatio: number;
  /** Entries of a zipped document. Default 5,000. */
  readonly archiveEntries: number;
  /** Elements within elements, groups within groups, in XML, HTML and RTF. Default 256, a setting. */
  readonly nesting: number;
  /** Pages of a PDF. Default 5,000, a setting. */
  readonly pages: number;
  /** Milliseconds that opening a PDF or one of its pages may take. Default 8,000. */
  readonly milliseconds: number;
}

/** The limits that a writer can set. */
export type SetLimits = Pick<ReadingLimits, 'pages' | 'nesting' | 'expansionRatio'>;

export const defaultLimits: ReadingLimits = {
  fileBytes: 64_000_000,
  textLength: 20_000_000,
  lineLength: 4_000_000,
  unpackedBytes: 256_000_000,
  expansionRatio: 300,
  archiveEntries: 5_000,
  nesting: 256,
  pages: 5_000,
  milliseconds: 8_000,
};
