import type { ReadingLimits } from './limits.ts';

export type ReadFailureCode =
  | 'empty'
  | 'encrypted'
  | 'no-text'
  | 'unsupported'
  | 'damaged'
  | 'limit';

/** Why a file was not read. `message` is one Chinese sentence for the writer; nothing else leaves `readDocument`. */
export class ReadFailure extends Error {
  readonly code: ReadFailureCode;
  /** The limit that was hit, where `code` is `limit`. */
  readonly limit: keyof ReadingLimits | null;

  /** `cause` is what a library threw, for the log alone. */
  constructor(code: ReadFailureCode, message: string, details: { limit?: keyof ReadingLimits; cause?: unknown } = {}) {
    super(message, { cause: details.cause });
    this.name = 'ReadFailure';
    this.code = code;
    this.limit = details.limit ?? null;
  }
}

const limitNames: Readonly<Record<keyof ReadingLimits, string>> = {
  fileBytes: '文件大小',
  textLength: '文字数量',
  unpackedBytes: '解压后的大小',
  expansionRatio: '压缩比',
  archiveEntries: '压缩包内的文件数',
  nesting: '嵌套层数',
  pages: '页数',
  milliseconds: '读取时间',
};

export function exceeds(limit: keyof ReadingLimits, limits: ReadingLimits): ReadFailure {
  return new ReadFailure('limit', `文件超过读取上限：${limitNames[limit]}（${limit}）不得超过 ${limits[limit]}。`, { limit });
}
