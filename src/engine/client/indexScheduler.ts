import { statSync } from 'node:fs';
import { EngineError } from '../../protocol/engine.ts';
import type { EngineConfiguration, IndexProgress, SegmenterChoice } from '../../protocol/engine.ts';
import type { IndexJob, IndexOutcome, Notice } from '../messages.ts';
import { ChildFailure, ProcessLink } from './processLink.ts';
import type { Launch } from './readerClient.ts';

export interface SchedulerOptions {
  readonly distDir: string;
  readonly launch: Launch;
  readonly log: (text: string) => void;
  /** The segmenter to index with: the one that the searcher uses. */
  readonly segmenter: () => SegmenterChoice;
  readonly onProgress: (progress: IndexProgress | null) => void;
  /** New things can be found; resolves once the searcher sees them. */
  readonly onCommit: () => Promise<void>;
  readonly onMessage: (text: string) => void;
}

interface Job {
  readonly root: string;
  /** `null` for the whole root. */
  files: Set<string> | null;
  rebuild: boolean;
  readonly done: (() => void)[];
  readonly failed: ((error: EngineError) => void)[];
}

/** A file that takes longer to read is given up. */
const longestFile = 60_000;
/** The process is kept for the next saved file for so long. */
const idle = 20_000;
/** Another window writes the root: asked again after so long. */
const busyPause = 2_000;
/** A job is given up after so many deaths of its process. */
const mostDeaths = 8;

/** How long what was read may take to be committed when the writer cancels, in milliseconds. */
const finishing = 4_000;

/** Runs indexing jobs one at a time, in a process that may die or be killed at any moment. */
export class IndexScheduler {
  private readonly options: SchedulerOptions;
  private configuration: EngineConfiguration | null = null;
  private readonly queue: Job[] = [];
  /** Jobs of roots that another window writes. */
  private readonly waiting: Job[] = [];
  private current: Job | null = null;
  private link: ProcessLink | null = null;
  /** Files that are left out, with what they were like: once changed they are tried again. */
  private readonly skip = new Map<string, string>();
  /** How often the process died over a file. */
  private readonly deaths = new Map<string, number>();
  private file: string | null = null;
  private hangTimer: NodeJS.Timeout | undefined;
  private idleTimer: NodeJS.Timeout | undefined;
  private busyTimer: NodeJS.Timeout | undefined;
  private disposed = false;

  constructor(options: SchedulerOptions) {
    this.options = options;
  }

  /** The running process, for tests that end it. */
  get pid(): number | undefined {
    return this.link?.pid;
  }

  configure(configuration: EngineConfiguration): void {
    // A process belongs to the segmenter and the memory limit it was started with.
    if (this.current === null) this.stopLink();
    this.configuration = configuration;
    const roots = configuration.roots.map((root) => root.path);
    for (const jobs of [this.queue, this.waiting]) {
      for (const job of jobs.filter((each) => !roots.includes(each.root))) {
        jobs.splice(jobs.indexOf(job), 1);
        for (const done of job.done) done();
      }
    }
  }

  /** Resolves when the root, or the named files of it, are searchable. */
  index(root: string, files: readonly string[] | null, rebuild = false): Promise<void> {
    return new Promise((resolve, reject) => {
      if (files !== null && this.current?.root === root && this.link !== null) {
        this.link.tell({ kind: 'urgent', files } as { kind: string });
      }
      const known = this.queue.find((job) => job.root === root && (job.files === null) === (files === null));
      if (known !== undefined) {
        for (const file of files ?? []) known.files?.add(file);
        known.rebuild ||= rebuild;
        known.done.push(resolve);
        known.failed.push(reject);
      } else {
        const job = { root, files: files === null ? null : new Set(files), rebuild, done: [resolve], failed: [reject] };
        if (files === null) this.queue.push(job);
        else this.queue.unshift(job);
      }
      this.pump();
    });
  }

  private pump(): void {
    if (this.current !== null || this.disposed || this.configuration === null) return;
    const job = this.queue.shift();
    if (job === undefined) {
      clearTimeout(this.idleTimer);
      this.idleTimer = setTimeout(() => this.stopLink(), idle);
      this.idleTimer.unref();
      return;
    }
    clearTimeout(this.idleTimer);
    this.current = job;
    void this.run(job, this.configuration).finally(() => {
      clearTimeout(this.hangTimer);
      this.current = null;
      this.file = null;
      if (this.queue.length === 0) this.options.onProgress(null);
      this.pump();
    });
  }

  private async run(job: Job, configuration: EngineConfiguration): Promise<void> {
    for (let attempt = 0; attempt < mostDeaths; attempt += 1) {
      try {
        const outcome = (await this.start(configuration).request({ kind: 'index', job: this.jobFor(job, configuration) } as {
          kind: string;
        })) as IndexOutcome;
        await this.options.onCommit();
        if (outcome.message !== null) this.options.onMessage(outcome.message);
        for (const done of job.done) done();
        return;
      } catch (error) {
        const failure = error instanceof EngineError ? error : new EngineError('internal', '建立索引时出错，详情见日志。');
        if (failure instanceof ChildFailure && failure.failure === 'busy') {
          this.later(job);
          return;
        }
        if (failure.code === 'unavailable' && !this.disposed) {
          // The file that was being read is not at fault where another process went.
          if (this.link?.orphaned === true) this.file = null;
          else this.blame();
          continue;
        }
        this.fail(job, failure);
        return;
      }
    }
    this.fail(job, new EngineError('unavailable', '建立索引的进程反复退出，已停止重试。'));
  }

  private jobFor(job: Job, configuration: EngineConfiguration): IndexJob {
    return {
      distDir: this.options.distDir,
      store: configuration.store,
      root: job.root,
      exclude: configuration.exclude,
      includeClassified: configuration.includeClassified,
      segmenter: this.options.segmenter(),
      maxBytes: configuration.maxFileSize * 1e6,
      limits: configuration.readingLimits,
      ...(job.files === null ? {} : { files: [...job.files] }),
      ...(job.rebuild ? { rebuild: true } : {}),
      skip: this.skipped(),
    };
  }

  private skipped(): string[] {
    for (const [file, stamp] of this.skip) {
      if (stampOf(file) === stamp) continue;
      this.skip.delete(file);
      this.deaths.delete(file);
    }
    return [...this.skip.keys()];
  }

  /** A file over which the process died twice is left out until it changes. */
  private blame(): void {
    if (this.file === null) return;
    const count = (this.deaths.get(this.file) ?? 0) + 1;
    this.deaths.set(this.file, count);
    if (count >= 2) this.skip.set(this.file, stampOf(this.file));
    this.file = null;
  }

  private later(job: Job): void {
    this.options.log(`${job.root} is being written by another process; waiting`);
    this.waiting.push(job);
    clearTimeout(this.busyTimer);
    this.busyTimer = setTimeout(() => {
      this.queue.push(...this.waiting.splice(0));
      this.pump();
    }, busyPause);
    this.busyTimer.unref();
  }

  private fail(job: Job, error: EngineError): void {
    if (error.code !== 'cancelled') this.options.onMessage(error.message);
    for (const failed of job.failed) failed(error);
  }

  private start(configuration: EngineConfiguration): ProcessLink {
    if (this.link?.alive === true) return this.link;
    this.link = new ProcessLink({
      name: 'indexer',
      start: (events) => this.options.launch('indexer.js', configuration.indexerMemory, events),
      log: this.options.log,
      onNotice: (notice) => {
        if (!('child' in notice)) this.noticed(notice);
      },
      onDeath: () => undefined,
    });
    return this.link;
  }

  private noticed(notice: Notice): void {
    if (notice.type === 'progress') {
      this.file = notice.file;
      clearTimeout(this.hangTimer);
      // A hanging file is at fault at once, and the process is started anew without it.
      this.hangTimer = setTimeout(() => this.giveUpFile(), longestFile);
      this.hangTimer.unref();
      this.options.onProgress({ done: notice.done, total: notice.total, file: notice.file });
    } else if (notice.type === 'committed') {
      // What was set aside must not be set aside again with the work done since.
      if (this.current !== null) this.current.rebuild = false;
      // A failure to reload shows with the next question, which starts the searcher anew.
      this.options.onCommit().catch((error: unknown) => this.options.log(String(error)));
    } else if (notice.type === 'message') {
      this.options.onMessage(notice.text);
    }
  }

  private giveUpFile(): void {
    if (this.file === null || this.link?.pid === undefined) return;
    this.options.log(`${this.file} takes too long and is left out`);
    this.skip.set(this.file, stampOf(this.file));
    process.kill(this.link.pid, 'SIGKILL');
  }

  /** Drops what waits and ends what is under way, at once; the last commit stays. */
  cancel(): void {
    this.dropWaiting();
    this.stopLink();
    this.options.onProgress(null);
  }

  /** Drops what waits and ends what is under way, with what was read so far committed, as long as that is quick. */
  async finish(): Promise<void> {
    this.dropWaiting();
    const { current, link } = this;
    if (current === null || link === null) return;
    const ended = new Promise<void>((resolve) => {
      current.done.push(resolve);
      current.failed.push(() => resolve());
    });
    link.tell({ kind: 'finish' });
    const timer = setTimeout(() => this.cancel(), finishing);
    await ended;
    clearTimeout(timer);
  }

  private dropWaiting(): void {
    for (const job of [...this.queue.splice(0), ...this.waiting.splice(0)]) this.fail(job, new EngineError('cancelled', '已取消建立索引。'));
  }

  private stopLink(): void {
    clearTimeout(this.idleTimer);
    clearTimeout(this.hangTimer);
    this.link?.stop();
    this.link = null;
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.busyTimer);
    this.dropWaiting();
    this.stopLink();
  }
}

/** Size and time of a file; files that are gone, or cannot be looked at, are all alike. */
function stampOf(file: string): string {
  try {
    const { size, mtimeMs } = statSync(file);
    return `${String(size)} ${String(mtimeMs)}`;
  } catch {
    return '';
  }
}
