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

/** What a limit bounds, with its unit, and the setting that moves it; the others are fixed. */
const limitNames: Readonly<Record<keyof ReadingLimits, { readonly name: string; readonly unit: string; readonly setting: string | null }>> = {
  fileBytes: { name: '文件大小', unit: ' MB', setting: 'speechDraft.library.maxFileSize' },
  textLength: { name: '文字数量', unit: ' 字', setting: null },
  lineLength: { name: '一行的字数', unit: ' 字', setting: null },
  unpackedBytes: { name: '解压后的大小', unit: ' MB', setting: null },
  expansionRatio: { name: '压缩比', unit: ' 倍', setting: 'speechDraft.library.maxExpansion' },
  archiveEntries: { name: '压缩包内的文件数', unit: ' 个', setting: null },
  nesting: { name: '嵌套层数', unit: ' 层', setting: 'speechDraft.library.maxNesting' },
  pages: { name: '页数', unit: ' 页', setting: 'speechDraft.library.maxPages' },
  milliseconds: { name: '读取时间', unit: ' 秒', setting: null },
};

export function exceeds(limit: keyof ReadingLimits, limits: ReadingLimits): ReadFailure {
  const { name, unit, setting } = limitNames[limit];
  const scale = unit === ' MB' ? 1e6 : unit === ' 秒' ? 1e3 : 1;
  const value = Number((limits[limit] / scale).toPrecision(6));
  const where = setting === null ? '' : `，可在设置 ${setting} 中调整`;
  return new ReadFailure('limit', `文件超过读取上限：${name}（${limit}）不得超过 ${value}${unit}${where}。`, { limit });
}
