import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { EngineError } from '../../protocol/engine.ts';
import type { FailureCode, Notice } from '../messages.ts';
import { isProcessMessage } from '../messages.ts';

export interface LinkOptions {
  /** The bundle to run: dist/searcher.js or dist/indexer.js. */
  readonly script: string;
  /** Node, or Electron, which then runs as Node. */
  readonly execPath: string;
  /** Limit of the heap in MB; none by default. */
  readonly memory?: number;
  readonly log: (text: string) => void;
  readonly onNotice: (notice: Notice) => void;
  /** The process ended without being told to. */
  readonly onDeath: (reason: string) => void;
}

/** A request that a process answered with a failure. */
export class ChildFailure extends EngineError {
  readonly failure: FailureCode;

  constructor(failure: FailureCode, message: string) {
    super(failure === 'busy' ? 'store' : failure, message);
    this.failure = failure;
  }
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: EngineError) => void;
}

/**
 * How the searcher is started. An answer makes much short-lived garbage, and V8 lets its young generation grow until the
 * process holds ten times what the index needs (210 MB instead of 60 at 100,000 paragraphs); answers
 * take about as long.
 */
export const searcherFlags: string[] = ['--max-semi-space-size=4'];

/** One child process and the requests under way in it. Ends for good when the process ends. */
export class ProcessLink {
  private readonly options: LinkOptions;
  private readonly child: ChildProcess;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private ended = false;

  constructor(options: LinkOptions) {
    this.options = options;
    const { script, execPath, memory } = options;
    const hidden = { windowsHide: true };
    this.child = fork(script, [], {
      // A Node that is no part of Electron would open a console window.
      ...hidden,
      execPath,
      execArgv: memory === undefined ? searcherFlags : [`--max-old-space-size=${String(memory)}`],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => options.log(text.trimEnd()));
    this.child.on('message', (message) => this.receive(message));
    this.child.on('error', (error) => this.end(error.message));
    this.child.on('exit', (code, signal) => this.end(`exit ${String(code ?? signal)}`));
  }

  get alive(): boolean {
    return !this.ended;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get busy(): boolean {
    return this.pending.size > 0;
  }

  /** Rejects with `unavailable` where the process ends before it answers. */
  request(body: { readonly kind: string }): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.ended) {
        reject(new EngineError('unavailable', '后台进程已退出。'));
        return;
      }
      const id = this.nextId;
      this.nextId += 1;
      this.pending.set(id, { resolve, reject });
      this.child.send({ id, body }, (error) => {
        if (error) this.end(error.message);
      });
    });
  }

  /** Sends something that gets no reply. */
  tell(body: { readonly kind: string }): void {
    if (!this.ended) this.child.send({ id: 0, body });
  }

  private receive(message: unknown): void {
    if (!isProcessMessage(message)) {
      this.options.log(`an unknown message: ${JSON.stringify(message)}`);
      return;
    }
    if (message.type !== 'reply' && message.type !== 'failure') {
      this.options.onNotice(message);
      return;
    }
    const pending = this.pending.get(message.id);
    this.pending.delete(message.id);
    if (message.type === 'reply') pending?.resolve(message.value);
    else pending?.reject(new ChildFailure(message.code, message.message));
  }

  private end(reason: string): void {
    if (this.ended) return;
    this.ended = true;
    this.child.kill('SIGKILL');
    this.options.log(`${this.options.script} ended: ${reason}`);
    const pending = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of pending) reject(new EngineError('unavailable', '后台进程意外退出。'));
    this.options.onDeath(reason);
  }

  /** Ends the process at once; what is under way is rejected, and no death is reported. */
  stop(): void {
    if (this.ended) return;
    this.ended = true;
    this.child.kill('SIGKILL');
    for (const { reject } of this.pending.values()) reject(new EngineError('cancelled', '操作已取消。'));
    this.pending.clear();
  }
}
