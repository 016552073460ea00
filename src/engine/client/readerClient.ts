import { EngineError } from '../../protocol/engine.ts';
import type { IndexerRequest } from '../messages.ts';
import type { ChildEvents, ChildHandle } from './childHandle.ts';
import { ProcessLink } from './processLink.ts';

/** A document that takes longer is given up, and its process with it. */
const longestReading = 30_000;
/** Limit of its heap, in MB. */
const memory = 1024;
/** A process that has read nothing for so long is ended. */
const idle = 20_000;

/** Starts a process of the engine with a limit of its heap in MB. */
export type Launch = (script: 'indexer.js', memory: number, events: ChildEvents) => ChildHandle;

export interface ReaderOptions {
  readonly launch: Launch;
  readonly log: (text: string) => void;
}

/** Reads single documents in a process of its own: a hanging PDF costs that process and nothing else. */
export class ReaderClient {
  private readonly options: ReaderOptions;
  private link: ProcessLink | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private idleTimer: NodeJS.Timeout | undefined;

  private readonly longest: number;

  constructor(options: ReaderOptions, longest = longestReading) {
    this.options = options;
    this.longest = longest;
  }

  read(request: IndexerRequest): Promise<unknown> {
    const result = this.queue.then(() => this.readNow(request));
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async readNow(request: IndexerRequest): Promise<unknown> {
    clearTimeout(this.idleTimer);
    const link = this.link?.alive === true ? this.link : this.start();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        link.stop();
        reject(new EngineError('unreadable', '这份文件读取时间过长，已放弃。'));
      }, this.longest);
    });
    try {
      return await Promise.race([link.request(request), late]);
    } catch (error) {
      if (error instanceof EngineError && error.code === 'unavailable') {
        throw new EngineError('unreadable', '读取这份文件的进程意外退出，文件可能已损坏。');
      }
      throw error;
    } finally {
      clearTimeout(timer);
      this.idleTimer = setTimeout(() => this.dispose(), idle);
      this.idleTimer.unref();
    }
  }

  private start(): ProcessLink {
    this.link = new ProcessLink({
      name: 'reader',
      start: (events) => this.options.launch('indexer.js', memory, events),
      log: this.options.log,
      onNotice: () => undefined,
      onDeath: () => undefined,
    });
    return this.link;
  }

  dispose(): void {
    clearTimeout(this.idleTimer);
    this.link?.stop();
    this.link = null;
  }
}
