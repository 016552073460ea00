/** Bounds that keep a hostile or broken file from taking the process down. A file beyond one is refused, by name. */
export interface ReadingLimits {
  /** Bytes of the file itself. Default 64 MB. */
  readonly fileBytes: number;
  /** UTF-16 code units of text that is taken from one file. Default 20 million. */
  readonly textLength: number;
  /** Bytes that the parts of a zipped document may unpack to together. Default 256 MB. */
  readonly unpackedBytes: number;
  /** How many times larger than the archive its parts may be. Default 300; small archives are exempt up to 4 MB. */
  readonly expansionRatio: number;
  /** Entries of a zipped document. Default 5,000. */
  readonly archiveEntries: number;
  /** Elements within elements, in XML and HTML. Default 256. */
  readonly nesting: number;
  /** Pages of a PDF. Default 2,000. */
  readonly pages: number;
  /** Milliseconds that an old Word document, or opening a PDF or one of its pages, may take. Default 8,000. */
  readonly milliseconds: number;
}

export const defaultLimits: ReadingLimits = {
  fileBytes: 64_000_000,
  textLength: 20_000_000,
  unpackedBytes: 256_000_000,
  expansionRatio: 300,
  archiveEntries: 5_000,
  nesting: 256,
  pages: 2_000,
  milliseconds: 8_000,
};
