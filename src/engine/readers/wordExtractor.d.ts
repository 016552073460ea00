declare module 'word-extractor' {
  /** Reads Word documents of the OLE kind; only what this project uses is declared. */
  export default class WordExtractor {
    extract(input: string | Buffer): Promise<{ getBody(): string }>;
  }
}
