import { EngineError } from '../../protocol/engine.ts';
import type { FailureCode, LaunchNotice, Notice } from '../messages.ts';
import { isProcessMessage } from '../messages.ts';
import type { ChildEvents, ChildHandle } from './childHandle.ts';

export interface LinkOptions {
  /** What is run, for the log. */
  readonly name: string;
  readonly start: (events: ChildEvents) => ChildHandle;
  readonly log: (text: string) => void;
  readonly onNotice: (notice: Notice | LaunchNotice) => void;
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

/** One child process and the requests under way in it. Ends for good when the process ends. */
export class ProcessLink {
  private readonly options: LinkOptions;
  private readonly child: ChildHandle;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private ended = false;
  private wentWithItsStarter = false;

  constructor(options: LinkOptions) {
    this.options = options;
    this.child = options.start({
      onMessage: (message) => this.receive(message),
      onPrinted: (text) => options.log(text.trimEnd()),
      onEnd: (reason, orphaned) => this.end(reason, orphaned),
    });
  }

  get alive(): boolean {
    return !this.ended;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** It ended because the process that had started it did. */
  get orphaned(): boolean {
    return this.wentWithItsStarter;
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
      this.child.send({ id, body });
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

  private end(reason: string, orphaned: boolean): void {
    if (this.ended) return;
    this.ended = true;
    this.wentWithItsStarter = orphaned;
    this.child.kill();
    this.options.log(`${this.options.name} ended: ${reason}`);
    const pending = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of pending) reject(new EngineError('unavailable', '后台进程意外退出。'));
    this.options.onDeath(reason);
  }

  /** Ends the process at once; what is under way is rejected, and no death is reported. */
  stop(): void {
    if (this.ended) return;
    this.ended = true;
    this.child.kill();
    for (const { reject } of this.pending.values()) reject(new EngineError('cancelled', '操作已取消。'));
    this.pending.clear();
  }
}
