import { existsSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IndexSummary } from '../../core/contracts.ts';
import { SegmentBuilder } from '../../core/passages/segmentBuilder.ts';
import type { Segmenter } from '../../core/text/segmenter.ts';
import type { IndexJob } from '../messages.ts';
import type { CatalogueEntry } from '../store/manifest.ts';
import { RootWriter } from '../store/rootWriter.ts';
import { rootFolder } from '../store/storeLayout.ts';
import { StoreLock } from '../store/storeLock.ts';
import { defaultLimits } from '../readers/limits.ts';
import { exceeds } from '../readers/readFailure.ts';
import { memoryKey, ReadAhead } from './readAhead.ts';
import type { FileRequest } from './readFile.ts';
import { emptyEntry, limitsKey } from './readForIndex.ts';
import type { FoundFile } from './walkRoot.ts';
import { isDocument, isHidden, readRules, troubleOf, walkRoot, type RootRules } from './walkRoot.ts';

/**
 * What is held in memory before it is written, and how long work may be lost to a kill at most. Smaller segments are merged
 * sooner, and merging is work for one thread alone.
 */
export const commitLimits = { paragraphs: 45_000, characters: 8_000_000, milliseconds: 20_000 } as const;

/** How often messages are looked for between files, in milliseconds. */
const listenInterval = 40;

export interface IndexPorts {
  readonly segmenter: Segmenter;
  /** Reads files ahead, for one root after the other. By default one of the root's own, which cuts no texts. */
  readonly ahead?: ReadAhead;
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly file: string | null }) => void;
  readonly onCommit: () => void;
  /** Files just saved that go before all others; asked between files. */
  readonly takeUrgent?: () => readonly string[];
  /** Whether to commit what was read and leave the rest for another time; asked between files. */
  readonly isFinishing?: () => boolean;
}

/** The folder is being written by another process. */
export class BusyError extends Error {}

export interface RootOutcome {
  readonly summary: IndexSummary;
  /** One Chinese sentence where a damaged store was replaced. */
  readonly message: string | null;
}

/** Brings one root up to date. Throws a `BusyError`, or what the file system throws when the store cannot be written. */
export async function indexRoot(job: IndexJob, ports: IndexPorts): Promise<RootOutcome> {
  const folder = rootFolder(job.store, ports.segmenter.id, job.root);
  const lock = StoreLock.take(folder);
  if (lock === null) throw new BusyError('another process writes this root');
  try {
    const writer = job.rebuild === true ? RootWriter.reopenEmpty(folder, job.root, lock) : RootWriter.open(folder, job.root, lock);
    const run = new IndexRun(job, ports, { writer, lock });
    return await run.run();
  } finally {
    lock.release();
  }
}

/** Forgets a root: its part of the store is deleted. */
export function forgetRoot(store: string, segmenterId: string, root: string): boolean {
  const folder = rootFolder(store, segmenterId, root);
  if (!existsSync(folder)) return false;
  const lock = StoreLock.take(folder);
  if (lock === null) throw new BusyError('another process writes this root');
  try {
    RootWriter.open(folder, root, lock).remove();
    return true;
  } finally {
    lock.release();
  }
}

class IndexRun {
  private readonly job: IndexJob;
  private readonly ports: IndexPorts;
  private readonly writer: RootWriter;
  private readonly lock: StoreLock;
  private builder: SegmentBuilder;
  private readonly ahead: ReadAhead;
  private pending = new Map<string, CatalogueEntry>();
  private pendingFiles: string[] = [];
  private lastCommit = Date.now();
  private listened = Date.now();
  private readonly started = Date.now();
  /** Whether the root is not there. */
  private isAway = false;
  private readonly counts = { added: 0, updated: 0, removed: 0, unchanged: 0 };

  constructor(job: IndexJob, ports: IndexPorts, store: { writer: RootWriter; lock: StoreLock }) {
    this.job = job;
    this.ports = ports;
    this.writer = store.writer;
    this.lock = store.lock;
    this.builder = new SegmentBuilder(ports.segmenter);
    this.ahead = ports.ahead ?? new ReadAhead(null);
  }

  async run(): Promise<RootOutcome> {
    const { found, removed } = this.survey();
    this.ahead.expect(found.filter((file) => this.isWorthReading(file)).length);
    try {
      return await this.takeAll(found, removed);
    } finally {
      if (this.ports.ahead === undefined) await this.ahead.close();
      else this.ahead.forget();
    }
  }

  private async takeAll(found: readonly FoundFile[], removed: readonly string[]): Promise<RootOutcome> {
    let done = 0;
    let next = 0;
    let isFinishing = false;
    for (const file of found) {
      await this.listen();
      isFinishing = this.ports.isFinishing?.() === true;
      if (isFinishing) break;
      for (next = Math.max(next, done); next < found.length; next += 1) {
        const upcoming = found[next];
        if (upcoming !== undefined && this.isWorthReading(upcoming) && !this.ahead.begin(this.requestFor(upcoming))) break;
      }
      this.ports.onProgress({ done, total: found.length, file: file.path });
      await this.take(file);
      this.lock.beat();
      done += 1;
      const { paragraphs, characters, milliseconds } = commitLimits;
      const full = this.builder.paragraphCount >= paragraphs || this.builder.textLength >= characters;
      if (full || (this.pending.size > 0 && Date.now() - this.lastCommit >= milliseconds)) this.commit([]);
    }
    if (isFinishing) {
      if (this.pending.size > 0) this.commit([]);
      return { summary: this.summary(), message: null };
    }
    const whole = this.job.files === undefined;
    if (this.pending.size > 0 || removed.length > 0 || (whole && !this.isAway && !this.writer.complete)) this.commit(removed, whole && !this.isAway);
    this.ports.onProgress({ done, total: found.length, file: null });
    while (this.writer.mergeOnce()) {
      this.lock.beat();
      this.ports.onCommit();
    }
    const message = this.writer.setAside === null ? null : '原有索引已损坏，已移到一旁并重新建立。';
    return { summary: this.summary(), message };
  }

  /** Lets messages arrive, and takes in what was saved meanwhile. */
  private async listen(): Promise<void> {
    if (Date.now() - this.listened < listenInterval) return;
    await nextTurn();
    this.listened = Date.now();
    const files = this.ports.takeUrgent?.() ?? [];
    if (files.length === 0) return;
    const counts = { ...this.counts };
    const { found, removed } = this.surveyNamed(files, readRules(this.job.root, this.job.exclude).ignores);
    for (const file of found) await this.take(file);
    this.commit(removed);
    Object.assign(this.counts, { ...this.counts, removed: counts.removed + this.counts.removed });
  }

  /** The files to look at, and the keys of those that are gone. */
  private survey(): { found: FoundFile[]; removed: string[] } {
    const { root, files, exclude } = this.job;
    const rules = readRules(root, exclude);
    if (files !== undefined) return this.surveyNamed(files, rules.ignores);
    const troubles: string[] = [];
    const trouble = (key: string, reason: string): void => {
      troubles.push(key);
      this.noteTrouble(key, reason);
    };
    const found = this.walk(rules, trouble);
    // A drive that was pulled out, a share that is not connected: all that is known of it stays.
    if (found === null) return { found: [], removed: [] };
    const present = new Set([...found.map((file) => file.key), ...troubles]);
    // A folder that cannot be read now may be back tomorrow: what is known of its files stays.
    const away = (key: string): boolean => troubles.some((folder) => key.startsWith(`${folder}/`));
    const removed = [...this.writer.catalogue.keys()].filter((key) => !present.has(key) && !away(key));
    this.counts.removed = removed.filter((key) => this.holds(key)).length;
    return { found, removed };
  }

  /** The files of the root; `null` where it is not there, which stands in the report under the root's own name. */
  private walk(rules: RootRules, onTrouble: (key: string, reason: string) => void): FoundFile[] | null {
    try {
      this.isAway = false;
      return walkRoot(this.job.root, rules, onTrouble);
    } catch (error) {
      this.isAway = true;
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      onTrouble('', isGone ? '找不到这个文件夹，可能已移走或没有连接；以前读入的内容仍可查找。' : troubleOf(error, true));
      return null;
    }
  }

  /** A folder or a link that cannot be read stands in the report under its own name. */
  private noteTrouble(key: string, reason: string): void {
    const entry: CatalogueEntry = { ...emptyEntry({ key, path: '', size: 0, changed: 0 }), state: 'refused', reason, refusedUnder: '' };
    const known = this.writer.catalogue.get(key);
    if (known === undefined || !isSameRefusal(known, entry)) this.pending.set(key, entry);
  }

  private surveyNamed(files: readonly string[], ignores: (key: string) => boolean): { found: FoundFile[]; removed: string[] } {
    const found: FoundFile[] = [];
    const removed: string[] = [];
    for (const path of files) {
      const key = relative(this.job.root, path).split(sep).join('/');
      const names = key.split('/');
      if (key === '' || key.startsWith('../') || names.some(isHidden)) continue;
      if (!isDocument(names.at(-1) ?? '')) {
        // A folder that went away, or was moved out of the root, is told by its own name alone.
        if (!existsSync(path)) removed.push(...[...this.writer.catalogue.keys()].filter((known) => known.startsWith(`${key}/`)));
        continue;
      }
      try {
        const stats = statSync(path, { throwIfNoEntry: false });
        if (stats?.isFile() === true && !ignores(key)) found.push({ key, path, size: stats.size, changed: Math.round(stats.mtimeMs) });
        else if (this.writer.catalogue.has(key)) removed.push(key);
      } catch (error) {
        // A link that leads in a circle, a file without the right to it.
        this.noteTrouble(key, troubleOf(error, false));
      }
    }
    this.counts.removed = removed.filter((key) => this.holds(key)).length;
    return { found, removed };
  }

  /** What is known of a file, unless a rule that changed must reach it though it did not change itself. */
  private knownOf(file: FoundFile): CatalogueEntry | undefined {
    const known = this.writer.catalogue.get(file.key);
    if (known === undefined) return undefined;
    const sameClassification = !known.classified || (known.state === 'read') === this.job.includeClassified;
    // Limits may have changed too, and a file that could not be opened is tried again.
    const sameLimits = known.refusedUnder === undefined || known.refusedUnder === limitsKey(this.job) || known.refusedUnder === memoryKey;
    return sameClassification && sameLimits ? known : undefined;
  }

  private isSkipped(file: FoundFile): boolean {
    return this.job.skip.includes(file.path);
  }

  private isUnchanged(file: FoundFile): boolean {
    const known = this.knownOf(file);
    return known !== undefined && known.size === file.size && known.changed === file.changed && !this.isSkipped(file);
  }

  private isWorthReading(file: FoundFile): boolean {
    return !this.pending.has(file.key) && !this.isUnchanged(file) && !this.isSkipped(file) && file.size <= this.job.maxBytes;
  }

  private requestFor(file: FoundFile): FileRequest {
    const { maxBytes, limits, includeClassified } = this.job;
    return { file, known: this.knownOf(file)?.hash ?? null, rules: { maxBytes, includeClassified, ...(limits === undefined ? {} : { limits }) } };
  }

  private async take(file: FoundFile): Promise<void> {
    // Taken in already, as a file just saved.
    if (this.pending.has(file.key)) return;
    const held = this.holds(file.key);
    if (this.isUnchanged(file)) {
      if (held) this.counts.unchanged += 1;
      return;
    }
    const { entry, counted } = await this.entryFor(file);
    const before = this.writer.catalogue.get(file.key);
    if (before !== undefined && isSameRefusal(before, entry)) return;
    this.pending.set(file.key, entry);
    if (entry.state === 'read') this.counts[!counted ? 'unchanged' : held ? 'updated' : 'added'] += 1;
  }

  /** Whether a file's paragraphs are in the index. What was refused counts among `failed` alone. */
  private holds(key: string): boolean {
    return this.writer.catalogue.get(key)?.state === 'read';
  }

  private async entryFor(file: FoundFile): Promise<{ entry: CatalogueEntry; counted: boolean }> {
    const refused = (reason: string, under?: string): { entry: CatalogueEntry; counted: boolean } => ({
      entry: { ...emptyEntry(file), state: 'refused', reason, ...(under === undefined ? {} : { refusedUnder: under }) },
      counted: true,
    });
    if (this.isSkipped(file)) return refused('读取这份文件时后台进程意外退出，已跳过。');
    if (file.size > this.job.maxBytes) return refused(exceeds('fileBytes', { ...defaultLimits, fileBytes: this.job.maxBytes }).message, limitsKey(this.job));
    const answer = await this.ahead.take(this.requestFor(file));
    if (answer.kind === 'closed') return refused(answer.reason, answer.outgrew === true ? memoryKey : '');
    const known = this.knownOf(file);
    if (answer.kind === 'same' && known !== undefined) return { entry: { ...known, size: file.size, changed: file.changed }, counted: false };
    if (answer.kind === 'same' || answer.document === null) return { entry: answer.kind === 'same' ? emptyEntry(file) : answer.entry, counted: true };
    const added = this.builder.add(answer.document, answer.cuts);
    this.pendingFiles.push(file.key);
    return { entry: { ...answer.entry, ...added }, counted: true };
  }

  private commit(removed: readonly string[], complete = false): void {
    const segments = this.pendingFiles.length === 0 ? [] : [{ bytes: this.builder.finish(), files: this.pendingFiles }];
    this.writer.commit({ segments, entries: this.pending, removed, complete });
    this.builder = new SegmentBuilder(this.ports.segmenter);
    this.pending = new Map();
    this.pendingFiles = [];
    this.lastCommit = Date.now();
    this.ports.onCommit();
  }

  private summary(): IndexSummary {
    const entries = [...this.writer.catalogue.values()];
    const sum = (field: 'articles' | 'paragraphs' | 'characters'): number => entries.reduce((total, entry) => total + entry[field], 0);
    const failed = [...this.writer.catalogue].filter(([, entry]) => entry.state !== 'read');
    return {
      roots: [this.job.root],
      files: entries.filter((entry) => entry.state === 'read').length,
      articles: sum('articles'),
      paragraphs: sum('paragraphs'),
      characters: sum('characters'),
      ...this.counts,
      failed: failed.map(([file, entry]) => ({ file: `${this.job.root}${sep}${file.split('/').join(sep)}`, reason: entry.reason ?? '' })),
      seconds: Math.round((Date.now() - this.started) / 10) / 100,
      bytes: {
        index: this.writer.segments.reduce((total, segment) => total + segment.indexBytes, 0),
        text: this.writer.segments.reduce((total, segment) => total + segment.textBytes, 0),
      },
    };
  }
}

/** Whether a file is refused again for the reason it was refused for before. */
function isSameRefusal(known: CatalogueEntry, entry: CatalogueEntry): boolean {
  const same = known.reason === entry.reason && known.size === entry.size && known.changed === entry.changed && known.refusedUnder === entry.refusedUnder;
  return same && known.state === 'refused' && entry.state === 'refused';
}
