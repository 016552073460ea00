import { join } from 'node:path';
import { EngineError } from '../../protocol/engine.ts';
import type { LaunchNotice, Notice, SearcherRequest, SearcherSetup } from '../messages.ts';
import { forkHere, type ChildEvents, type ChildHandle } from './childHandle.ts';
import { LaunchedChildren } from './launchedChildren.ts';
import { ProcessLink } from './processLink.ts';

export interface SearcherClientOptions {
  readonly distDir: string;
  readonly execPath: string;
  readonly log: (text: string) => void;
  readonly onNotice: (notice: Notice) => void;
  /** The searcher ended unasked; `given up` means that it will not be started again by itself. */
  readonly onTrouble: (trouble: 'restarted' | 'fallback' | 'given-up') => void;
}

/** After this many deaths without a success between them the searcher stays down until it is configured anew. */
const mostDeaths = 5;
/** A request is asked again after this many deaths; then it is at fault itself. */
const mostAttempts = 3;

interface Waiting {
  readonly body: SearcherRequest;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: EngineError) => void;
  attempts: number;
}

/**
 * Keeps a searcher running and asks it one thing at a time, so that a request given up while it waits is never sent.
 * When the process dies it is started anew and the request under way is asked again; from the second death on with the
 * WebAssembly segmenter, since native code is the usual cause.
 */
export class SearcherClient {
  private readonly options: SearcherClientOptions;
  private link: ProcessLink | null = null;
  private launched: LaunchedChildren | null = null;
  private setup: SearcherSetup | null = null;
  private readonly queue: Waiting[] = [];
  private current: Waiting | null = null;
  private ready: Promise<void> | null = null;
  private deaths = 0;
  private disposed = false;

  constructor(options: SearcherClientOptions) {
    this.options = options;
  }

  /** The running process, for tests that end it. */
  get pid(): number | undefined {
    return this.link?.pid;
  }

  get segmenter(): SearcherSetup['segmenter'] {
    if (this.setup === null) return 'auto';
    return this.deaths >= 2 ? 'wasm' : this.setup.segmenter;
  }

  async configure(setup: SearcherSetup): Promise<void> {
    this.setup = setup;
    this.deaths = 0;
    if (this.link?.alive === true) this.ready = this.configureLink(this.link);
    else this.start();
    // When the process dies over its setup it is started anew by itself; what counts is how that ends.
    for (;;) {
      const { ready } = this;
      try {
        await ready;
        return;
      } catch (error) {
        if (this.ready === ready) throw error;
      }
    }
  }

  private start(): ProcessLink {
    const { distDir, execPath, log } = this.options;
    const launched = new LaunchedChildren((request) => link.tell(request));
    const link = new ProcessLink({
      name: 'searcher',
      start: (events) => forkHere({ script: join(distDir, 'searcher.js'), execPath }, events),
      log,
      onNotice: (notice) => this.noticed(notice, launched),
      onDeath: () => {
        launched.orphan();
        this.died(link);
      },
    });
    this.link = link;
    this.launched = launched;
    this.ready = this.configureLink(link);
    return link;
  }

  private noticed(notice: Notice | LaunchNotice, launched: LaunchedChildren): void {
    if ('child' in notice) launched.noticed(notice);
    else this.options.onNotice(notice);
  }

  /** Starts another process of the engine: from the searcher where one is running, so that nobody else is held up. */
  launch(script: string, memory: number, events: ChildEvents): ChildHandle {
    const { distDir, execPath } = this.options;
    const options = { script: join(distDir, script), execPath, memory };
    return this.link?.alive === true && this.launched !== null ? this.launched.launch(options, events) : forkHere(options, events);
  }

  private async configureLink(link: ProcessLink): Promise<void> {
    if (this.setup === null) return;
    const ready = link.request({ kind: 'configure', setup: { ...this.setup, segmenter: this.segmenter } } as SearcherRequest);
    // A failure is told to whoever waits for `ready`; without anyone waiting it is no unhandled rejection.
    ready.catch((error: unknown) => this.options.log(`configure: ${String(error)}`));
    await ready;
  }

  private died(link: ProcessLink): void {
    if (this.disposed || this.link !== link) return;
    this.link = null;
    this.deaths += 1;
    if (this.deaths > mostDeaths) {
      this.options.onTrouble('given-up');
      for (const waiting of this.queue.splice(0)) waiting.reject(new EngineError('unavailable', '查找功能反复出错，已经停用。'));
      return;
    }
    this.options.onTrouble(this.deaths === 2 ? 'fallback' : 'restarted');
    this.start();
    this.ready?.then(
      () => this.pump(),
      () => undefined,
    );
  }

  ask(body: SearcherRequest, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true || this.disposed) {
        reject(new EngineError('cancelled', '操作已取消。'));
        return;
      }
      const waiting: Waiting = { body, signal, resolve, reject, attempts: 0 };
      // Whoever gave up must not wait for an answer that takes long; what still comes is dropped.
      signal?.addEventListener(
        'abort',
        () => {
          const place = this.queue.indexOf(waiting);
          if (place >= 0) this.queue.splice(place, 1);
          reject(new EngineError('cancelled', '操作已取消。'));
        },
        { once: true },
      );
      this.queue.push(waiting);
      this.pump();
    });
  }

  private pump(): void {
    if (this.current !== null || this.disposed) return;
    const next = this.queue.shift();
    if (next === undefined) return;
    this.current = next;
    void this.send(next).finally(() => {
      this.current = null;
      this.pump();
    });
  }

  private async send(waiting: Waiting): Promise<void> {
    for (;;) {
      waiting.attempts += 1;
      try {
        if (this.setup === null) throw new EngineError('unavailable', '检索服务尚未配置。');
        // What gave up stays down until it is configured anew; each question would start a process that dies.
        if (this.link === null && this.deaths > mostDeaths) throw new EngineError('unavailable', '查找功能反复出错，已经停用。补全和骨架照常可用。');
        const link = this.link ?? this.start();
        await this.ready;
        if (waiting.signal?.aborted === true) return;
        waiting.resolve(await link.request(waiting.body));
        return;
      } catch (error) {
        const failure = error instanceof EngineError ? error : new EngineError('internal', '检索时出错，详情见日志。');
        const again = failure.code === 'unavailable' && waiting.attempts < mostAttempts && this.deaths <= mostDeaths;
        if (again && !this.disposed && this.setup !== null) continue;
        waiting.reject(failure);
        return;
      }
    }
  }

  dispose(): void {
    this.disposed = true;
    this.link?.stop();
    this.launched?.orphan();
    for (const waiting of this.queue.splice(0)) waiting.reject(new EngineError('cancelled', '操作已取消。'));
  }
}
