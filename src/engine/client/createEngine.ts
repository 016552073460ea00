import { rm } from 'node:fs/promises';
import type { Finding, Outline, Passage } from '../../core/contracts.ts';
import type {
  Disposable,
  Engine,
  EngineConfiguration,
  EngineStatus,
  LibraryReport,
  MinedExpression,
  SearchRequest,
  SimilarRequest,
} from '../../protocol/engine.ts';
import { EngineError } from '../../protocol/engine.ts';
import type { Notice } from '../messages.ts';
import { ReaderClient } from './readerClient.ts';
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

/** Starts nothing yet: the processes start when the engine is configured or asked. */
export function createEngine(options: EngineOptions): Engine {
  return new EngineClient(options);
}

class EngineClient implements Engine {
  private readonly options: EngineOptions;
  private readonly searcher: SearcherClient;
  private readonly reader: ReaderClient;
  private readonly listeners = new Set<(status: EngineStatus) => void>();
  private configuration: EngineConfiguration | null = null;
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
    this.reader = new ReaderClient(options);
  }

  async configure(configuration: EngineConfiguration): Promise<void> {
    this.configuration = configuration;
    this.change({ state: 'starting' });
    try {
      await this.searcher.configure({
        distDir: this.options.distDir,
        store: configuration.store,
        roots: configuration.roots.map((root) => root.path),
        includeBundled: configuration.includeBundled,
        segmenter: configuration.segmenter,
      });
    } catch (error) {
      this.change({ state: 'failed', message: '检索服务未能启动，补全和骨架不受影响。' });
      throw error;
    }
    this.change({ state: 'ready' });
  }

  similar(request: SimilarRequest, signal?: AbortSignal): Promise<Passage[]> {
    return this.searcher.ask({ kind: 'similar', request }, signal) as Promise<Passage[]>;
  }

  search(request: SearchRequest, signal?: AbortSignal): Promise<Passage[]> {
    return this.searcher.ask({ kind: 'search', request }, signal) as Promise<Passage[]>;
  }

  private get maxBytes(): number {
    return (this.configuration?.maxFileSize ?? defaultFileSize) * 1e6;
  }

  outline(bytes: Uint8Array, fileName: string): Promise<Outline> {
    return this.reader.read({ kind: 'outline', bytes, fileName, maxBytes: this.maxBytes }) as Promise<Outline>;
  }

  text(bytes: Uint8Array, fileName: string): Promise<string> {
    return this.reader.read({ kind: 'text', bytes, fileName, maxBytes: this.maxBytes }) as Promise<string>;
  }

  check(text: string, fileName: string): Promise<Finding[]> {
    return this.searcher.ask({ kind: 'check', text, fileName }) as Promise<Finding[]>;
  }

  expressions(): Promise<MinedExpression[]> {
    return this.searcher.ask({ kind: 'expressions' }) as Promise<MinedExpression[]>;
  }

  async report(): Promise<LibraryReport> {
    const report = (await this.searcher.ask({ kind: 'report' })) as Omit<LibraryReport, 'store'>;
    return { store: this.configuration?.store ?? '', ...report };
  }

  async refresh(): Promise<void> {
    await this.searcher.ask({ kind: 'reload' });
  }

  async cancelIndexing(): Promise<void> {
    this.change({ progress: null });
  }

  async erase(): Promise<void> {
    if (this.configuration === null) return;
    try {
      await rm(this.configuration.store, { recursive: true, force: true });
    } catch (error) {
      this.options.log(String(error));
      throw new EngineError('store', '索引文件夹未能删除，可能有其他窗口正在使用。');
    }
    await this.searcher.ask({ kind: 'reload' });
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

  private noticed(notice: Notice): void {
    if (notice.type === 'state') this.change({ ...notice.state });
    else if (notice.type === 'message') this.change({ message: notice.text });
  }

  private troubled(trouble: 'restarted' | 'fallback' | 'given-up'): void {
    if (trouble === 'given-up') this.change({ state: 'failed', message: '检索进程反复退出，已停止重试。可重新加载窗口再试。' });
    else if (trouble === 'fallback') this.change({ message: '检索进程两次意外退出，已改用备用分词。' });
  }

  dispose(): void {
    this.searcher.dispose();
    this.reader.dispose();
    this.listeners.clear();
  }
}
