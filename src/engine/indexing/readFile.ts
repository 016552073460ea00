import { readFileSync } from 'node:fs';
import type { DocumentCuts } from '../../core/passages/documentCuts.ts';
import type { ReadForIndex, ReadingRules } from './readForIndex.ts';
import { hashOf, readForIndex } from './readForIndex.ts';
import type { FoundFile } from './walkRoot.ts';

export interface FileRequest {
  readonly file: FoundFile;
  /** Hash of the content that stands in the index; `null` where there is none. */
  readonly known: string | null;
  readonly rules: ReadingRules;
}

/** What became of a file: nothing new in it, not to be read (one Chinese sentence), or read. */
export type FileAnswer =
  | { readonly kind: 'same' }
  /** `outgrew`: it asked for more memory than there is, and will again until it changes or is given more. */
  | { readonly kind: 'closed'; readonly reason: string; readonly outgrew?: true }
  | ({ readonly kind: 'read'; readonly cuts?: DocumentCuts } & ReadForIndex);

/** Reads a file of a root for the index. Trouble with the file is part of the answer. */
export async function readFile({ file, known, rules }: FileRequest): Promise<FileAnswer> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file.path);
  } catch {
    return { kind: 'closed', reason: '文件不能打开，可能没有权限或正被占用。' };
  }
  const hash = hashOf(bytes);
  if (known === hash) return { kind: 'same' };
  return { kind: 'read', ...(await readForIndex({ file, bytes, hash }, rules)) };
}
