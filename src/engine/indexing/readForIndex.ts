import { createHash } from 'node:crypto';
import type { FoundFile } from './walkRoot.ts';
import { documentOfOutline } from '../../core/passages/documentOfOutline.ts';
import type { PassageDocument } from '../../core/passages/passageDocument.ts';
import { defaultLimits } from '../readers/limits.ts';
import { readDocument, ReadFailure, type SetLimits } from '../readers/readDocument.ts';
import type { CatalogueEntry } from '../store/manifest.ts';
import { isClassified } from './classification.ts';

export interface ReadForIndex {
  readonly entry: CatalogueEntry;
  /** `null` for a file that is not taken in. */
  readonly document: PassageDocument | null;
}

export interface ReadingRules {
  readonly maxBytes: number;
  readonly limits?: SetLimits | undefined;
  readonly includeClassified: boolean;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

/** A file as it was found, with what it holds; it is hashed once. */
export interface OpenedFile {
  readonly file: FoundFile;
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** Reads one file of a root. Trouble with the file is part of its entry; only a defect of ours throws. */
export async function readForIndex({ file, bytes, hash }: OpenedFile, rules: ReadingRules): Promise<ReadForIndex> {
  const left = (state: 'refused' | 'ignored', reason: string): ReadForIndex => ({
    entry: { ...emptyEntry(file), hash, state, reason },
    document: null,
  });
  try {
    const read = await readDocument(bytes, file.path, { ...rules.limits, fileBytes: rules.maxBytes });
    const classified = isClassified(read.text) || isClassified(headOf(bytes));
    if (classified && !rules.includeClassified) {
      const { entry } = left('ignored', '文件开头标有密级，没有收入资料库。');
      return { entry: { ...entry, classified }, document: null };
    }
    const document = documentOfOutline(read.outline, file.key, read);
    const problems = new Map<string, { code: string; count: number; message: string }>();
    for (const { code, message } of read.outline.problems) {
      const known = problems.get(code);
      if (known === undefined) problems.set(code, { code, count: 1, message });
      else known.count += 1;
    }
    const entry = { ...emptyEntry(file), hash, state: 'read' as const, classified, problems: [...problems.values()] };
    return { entry, document };
  } catch (error) {
    if (error instanceof ReadFailure) {
      const { entry } = left('refused', error.message);
      return { entry: error.limit === null ? entry : { ...entry, refusedUnder: limitsKey(rules) }, document: null };
    }
    return left('refused', `读取时出错：${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
  }
}

/** The limits that hold, as a key: a file that was refused under other ones is read again. */
export function limitsKey(rules: Pick<ReadingRules, 'maxBytes' | 'limits'>): string {
  const { pages, nesting, expansionRatio } = rules.limits ?? defaultLimits;
  return [rules.maxBytes, pages, nesting, expansionRatio].join(' ');
}

/** Making one takes longer than reading a short file. */
const utf8Decoder = new TextDecoder('utf-8');

/** The first bytes as text, for marks that cleaning takes out of the text. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4000);
  const utf8 = utf8Decoder.decode(head);
  return utf8.includes('\ufffd') ? new TextDecoder('gb18030').decode(head) : utf8;
}

export function emptyEntry(file: FoundFile): CatalogueEntry {
  return {
    size: file.size,
    changed: file.changed,
    hash: '',
    state: 'read',
    reason: null,
    classified: false,
    place: null,
    articles: 0,
    paragraphs: 0,
    characters: 0,
    problems: [],
  };
}
