import { isAbsolute, relative } from 'node:path';
import type { Finding, Outline, Passage } from '../../core/contracts.ts';
import type {
  CheckRequest,
  Disposable,
  Engine,
  EngineConfiguration,
  EngineStatus,
  IndexProgress,
  LibraryReport,
  SearchRequest,
  SimilarRequest,
  ReadingReport,
} from '../../protocol/engine.ts';
import { EngineError } from '../../protocol/engine.ts';
import type { LimitsOfReading, Notice, SearcherSetup } from '../messages.ts';
import { eraseStore } from '../store/eraseStore.ts';
import { IndexScheduler } from './indexScheduler.ts';
import { ReaderClient, type ReaderOptions } from './readerClient.ts';
import { SearcherClient } from './searcherClient.ts';

export interface EngineOptions {
  /** Absolute path of `dist`, where the processes' bundles and the data stand. */
  readonly distDir: string;
  /** `process.execPath` of the caller: Node, or Electron, which is then told to run as Node. */
  readonly execPath: string;
  /** Gets traces and what the processes print; one entry a call. */
  readonly log: (text: string) => void;
}

const defaultFileSize = 50;

/** Mining a library is given up after this many milliseconds. */
const longestMining = 300_000;

/** Listeners hear of progress at most this often, in milliseconds. */
const progressInterval = 100;

/** Starts nothing yet: the processes start when the engine is configured or asked. */
export function createEngine(options: EngineOptions): Engine {
  return new EngineClient(options);
}

/** By the rules of the system: Windows does not tell capitals from small letters. */
function isWithin(folder: string, file: string): boolean {
  const below = relative(folder, file);
  return below !== '' && !below.startsWith('..') && !isAbsolute(below);
}

class EngineClient implements Engine {
  private readonly options: EngineOptions;
  private readonly searcher: SearcherClient;
  private readonly reader: ReaderClient;
  private readonly indexing: IndexScheduler;
  private readonly miners = new Set<ReaderClient>();
  private readonly listeners = new Set<(status: EngineStatus) => void>();
  private configuration: EngineConfiguration | null = null;
  private segmenterMessage: string | null = null;
  private progressTold = 0;
  private current: EngineStatus = {
    state: 'starting',
    segmenter: null,
    files: 0,
    paragraphs: 0,
    progress: null,
    message: null,
  };

  constructor(options: EngineOptions) {
    this.options = options;
    this.searcher = new SearcherClient({
      ...options,
      onNotice: (notice) => this.noticed(notice),
      onTrouble: (trouble) => this.troubled(trouble),
    });
    this.reader = new ReaderClient(this.started);
    this.indexing = new IndexScheduler({
      ...this.started,
      distDir: options.distDir,
      segmenter: () => this.searcher.segmenter,
      onProgress: (progress) => this.progressed(progress),
      onCommit: async () => {
        await this.searcher.ask({ kind: 'reload' });
      },
      onMessage: (message) => this.change({ message }),
    });
  }

  async configure(configuration: EngineConfiguration): Promise<void> {
    this.configuration = configuration;
    this.indexing.configure(configuration);
    this.change({ state: 'starting' });
    try {
      await this.searcher.configure(this.setup(configuration));
    } catch (error) {
      this.change({ state: 'failed', message: '查找功能没能启动。补全和骨架照常可用，草稿不受影响。' });
      throw error;
    }
    if (this.configuration !== configuration) return;
    this.change({ state: 'ready' });
    for (const { path } of configuration.roots) this.inBackground(this.indexing.index(path, null));
  }

  /** How the other processes are started. */
  private get started(): ReaderOptions {
    return { log: this.options.log, launch: (script, memory, events) => this.searcher.launch(script, memory, events) };
  }

  private setup(configuration: EngineConfiguration): SearcherSetup {
    return {
      distDir: this.options.distDir,
      store: configuration.store,
      roots: configuration.roots.map((root) => root.path),
      includeBundled: configuration.includeBundled,
      segmenter: configuration.segmenter,
    };
  }

  /** What goes wrong is told by the status; nobody waits for it here. */
  private inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.options.log(String(error)));
  }

  similar(request: SimilarRequest, signal?: AbortSignal): Promise<Passage[]> {
    return this.searcher.ask({ kind: 'similar', request }, signal) as Promise<Passage[]>;
  }

  search(request: SearchRequest, signal?: AbortSignal): Promise<Passage[]> {
    return this.searcher.ask({ kind: 'search', request }, signal) as Promise<Passage[]>;
  }

  private get limits(): LimitsOfReading {
    return { maxBytes: (this.configuration?.maxFileSize ?? defaultFileSize) * 1e6, limits: this.configuration?.readingLimits };
  }

  outline(bytes: Uint8Array, fileName: string): Promise<Outline> {
    return this.reader.read({ kind: 'outline', bytes, fileName, ...this.limits }) as Promise<Outline>;
  }

  reading(bytes: Uint8Array, fileName: string): Promise<ReadingReport> {
    return this.reader.read({ kind: 'reading', bytes, fileName, ...this.limits }) as Promise<ReadingReport>;
  }

  text(bytes: Uint8Array, fileName: string): Promise<string> {
    return this.reader.read({ kind: 'text', bytes, fileName, ...this.limits }) as Promise<string>;
  }

  check(request: CheckRequest): Promise<Finding[]> {
    return this.searcher.ask({ kind: 'check', request }) as Promise<Finding[]>;
  }

  /** Mined in a process of its own that ends with it: a large library takes half a minute the first time. */
  async expressions(): Promise<readonly Uint8Array[]> {
    const { configuration } = this;
    if (configuration === null || configuration.roots.length === 0) return [];
    const miner = new ReaderClient(this.started, longestMining);
    this.miners.add(miner);
    try {
      const roots = configuration.roots.map((root) => root.path);
      const request = { kind: 'expressions' as const, distDir: this.options.distDir, store: configuration.store, roots };
      return (await miner.read(request)) as readonly Uint8Array[];
    } finally {
      miner.dispose();
      this.miners.delete(miner);
    }
  }

  async report(): Promise<LibraryReport> {
    const report = (await this.searcher.ask({ kind: 'report' })) as Omit<LibraryReport, 'store'>;
    return { store: this.configuration?.store ?? '', ...report };
  }

  async refresh(files?: readonly string[]): Promise<void> {
    const roots = this.configuration?.roots ?? [];
    if (files === undefined) {
      await Promise.all(roots.map(({ path }) => this.indexing.index(path, null)));
      return;
    }
    await Promise.all(
      roots.map(async ({ path }) => {
        const own = files.filter((file) => isWithin(path, file));
        if (own.length > 0) await this.indexing.index(path, own);
      }),
    );
  }

  async cancelIndexing(): Promise<void> {
    await this.indexing.finish();
  }

  async erase(): Promise<void> {
    if (this.configuration === null) return;
    const { store } = this.configuration;
    const setup = this.setup(this.configuration);
    this.indexing.cancel();
    // Windows deletes no file that is open, so the searcher lets go first.
    await this.searcher.configure({ ...setup, roots: [] });
    try {
      await eraseStore(store);
    } catch (error) {
      this.options.log(String(error));
      throw new EngineError('store', '索引文件夹未能全部删除，可能有其他窗口正在使用。');
    } finally {
      await this.searcher.configure(setup);
    }
  }

  status(): EngineStatus {
    return this.current;
  }

  onStatus(listener: (status: EngineStatus) => void): Disposable {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  private change(change: Partial<EngineStatus>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener(this.current);
  }

  /** Told once each: a later state without a message must not wipe out one that the writer has not seen. */
  private noticed(notice: Notice): void {
    switch (notice.type) {
      case 'state': {
        const { message, ...state } = notice.state;
        this.change(message === null || message === this.segmenterMessage ? state : { ...state, message });
        this.segmenterMessage = message ?? this.segmenterMessage;
        return;
      }
      case 'message':
        this.change({ message: notice.text });
        return;
      case 'changed':
        this.inBackground(this.indexing.index(notice.root, notice.files.length === 0 ? null : notice.files));
        return;
      case 'damaged':
        this.options.log(`${notice.root}: ${notice.reason}`);
        this.change({ message: '资料库的索引已损坏，正在重新建立。' });
        this.inBackground(this.indexing.index(notice.root, null, true));
        return;
      case 'progress':
      case 'committed':
        return;
    }
  }

  private progressed(progress: IndexProgress | null): void {
    const now = Date.now();
    if (progress !== null && progress.file !== null && now - this.progressTold < progressInterval) return;
    this.progressTold = now;
    if (this.current.state !== 'failed') this.change({ progress, state: progress === null ? 'ready' : 'indexing' });
  }

  private troubled(trouble: 'restarted' | 'fallback' | 'given-up'): void {
    if (trouble === 'given-up') this.change({ state: 'failed', message: '查找功能反复出错，已经停用。补全和骨架照常可用，草稿不受影响。' });
    else if (trouble === 'fallback') {
      // Where the other segmenter could not be loaded in the first place there is nothing to change to.
      const already = this.current.segmenter === 'wasm';
      this.change({ message: already ? '检索进程两次意外退出，已重新启动。' : '检索进程两次意外退出，已改用备用分词。' });
      // Until its own index is there, the new segmenter reads the other's.
      for (const { path } of this.configuration?.roots ?? []) this.inBackground(this.indexing.index(path, null));
    }
  }

  dispose(): void {
    this.searcher.dispose();
    this.reader.dispose();
    for (const miner of this.miners) miner.dispose();
    this.indexing.dispose();
    this.listeners.clear();
  }
}
