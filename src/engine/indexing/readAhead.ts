import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { threadFile } from '../threadFile.ts';
import type { FileAnswer, FileRequest } from './readFile.ts';
import { readFile } from './readFile.ts';

/**
 * How many files may be read before the index has come to them, as many as are read while a segment is written, and how many
 * bytes they may hold together.
 */
export const readAheadDepth = 128;
const readAheadBytes = 8e6;

/**
 * Memory that the thread may take, in MB: half of what the process may. A file that makes it take more is refused, and the
 * rest goes on.
 */
const threadMemory = Math.min(768, Math.floor(getHeapStatistics().heap_size_limit / 2 ** 21));

/** What a file is refused under that outgrew this memory: with another limit it is tried again. */
export const memoryKey = `memory ${String(threadMemory)}`;

/** Starting a thread takes as long as reading so many files. */
const worthThread = 12;

/** A text of at most so many bytes is as well read beside the index where the thread is behind: it can neither hang nor swell. */
const shortText = 200_000;
const textName = /\.(?:md|markdown|txt)$/iu;

function isShortText({ file }: FileRequest): boolean {
  return file.size <= shortText && textName.test(file.key);
}

/**
 * Reading is much code, which V8 compiles for each thread anew, in threads of its own. Where these have no core to themselves
 * that takes longer than reading beside the index gains.
 */
const mayReadBeside = availableParallelism() > 2;

/** What the thread is asked, numbered from its start on. */
export interface NumberedRequest {
  readonly number: number;
  readonly request: FileRequest;
}

/** What the thread is started with. */
export interface ThreadSetup {
  /** One `Int32`: the number of the last file that the index has waited for. */
  readonly wanted: SharedArrayBuffer;
  /** An `Int32` a request, by its number modulo their count: 1 once somebody reads it, the thread or the index itself. */
  readonly claims: SharedArrayBuffer;
  readonly segmenter: ThreadSegmenter | null;
}

/** The segmenter to cut texts with: the one that the index uses. */
export interface ThreadSegmenter {
  readonly folder: string;
  readonly kind: 'native' | 'wasm';
  readonly id: string;
}

interface Waiting extends NumberedRequest {
  /** `null` where the thread ended over another file and this one is to be asked for again. */
  readonly answer: Promise<FileAnswer | null>;
  readonly settle: (answer: FileAnswer | null) => void;
}

/**
 * Reads files in a thread of its own while the index takes in what was read before; most machines have a core for it. The
 * thread cuts the texts too, until the index waits for them; where it has to wait and the machine has more than two cores, it
 * reads some of the short texts that the thread has not come to, the last ones first. So both are busy to the end, whichever is
 * the faster. A few files are read without a thread.
 */
export class ReadAhead {
  private worker: Worker | null = null;
  /** What the thread was asked for and has not answered, in order. */
  private readonly waiting: Waiting[] = [];
  /** What was begun and not taken, answered or not, by key. */
  private readonly begun = new Map<string, Waiting>();
  private threaded = false;
  private readonly segmenter: ThreadSegmenter | null;
  private readonly readsBeside: boolean;
  private wanted = new Int32Array(new SharedArrayBuffer(4));
  private claims = newClaims();
  private asked = 0;

  /** `readsBeside`: whether whoever waits for the thread reads short texts meanwhile. */
  constructor(segmenter: ThreadSegmenter | null, readsBeside = mayReadBeside) {
    this.segmenter = segmenter;
    this.readsBeside = readsBeside;
  }

  /** Says how many files there are to read in what comes now. A thread once started is kept for later. */
  expect(files: number): void {
    this.threaded ||= files >= worthThread;
  }

  /** Begins reading a file that will be taken soon; returns whether there was room for it. */
  begin(request: FileRequest): boolean {
    if (!this.threaded || this.begun.size >= readAheadDepth) return false;
    const held = [...this.begun.values()].reduce((sum, begun) => sum + begun.request.file.size, 0);
    if (held > 0 && held + request.file.size > readAheadBytes) return false;
    if (!this.begun.has(request.file.key)) this.begun.set(request.file.key, this.ask(request));
    return true;
  }

  /** Reads a file, or waits for it where that was begun. Never rejects. */
  async take(request: FileRequest): Promise<FileAnswer> {
    if (!this.threaded) return readFile(request);
    for (let known = this.begun.get(request.file.key); ; known = undefined) {
      // What was saved just now does not wait for all that was begun before.
      if (known === undefined && this.waiting.length > 0 && isShortText(request)) return readFile(request);
      this.begun.delete(request.file.key);
      const asked = known ?? this.ask(request);
      Atomics.store(this.wanted, 0, asked.number);
      const answer = await this.answerOf(asked);
      if (answer !== null) return answer;
    }
  }

  /** Drops what was begun and not taken. */
  forget(): void {
    this.begun.clear();
  }

  /** Ends the thread; what was begun and not taken is dropped. */
  async close(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    this.waiting.length = 0;
    this.begun.clear();
    await worker?.terminate();
  }

  /** Waits for an answer, and reads what can be read in the meantime. */
  private async answerOf(asked: Waiting): Promise<FileAnswer | null> {
    let answered = false;
    void asked.answer.then(() => (answered = true));
    for (;;) {
      // Answers arrive between turns.
      await nextTurn();
      const spare = answered || !this.readsBeside ? undefined : this.claimLast(asked);
      if (spare === undefined) return asked.answer;
      spare.settle(await readFile(spare.request));
    }
  }

  /** Takes the last short text from the thread that it has not begun and that nobody waits for. */
  private claimLast(awaited: Waiting): Waiting | undefined {
    for (let place = this.waiting.length - 1; place >= 0; place -= 1) {
      const waiting = this.waiting[place];
      if (waiting === undefined || waiting === awaited) return undefined;
      if (!isShortText(waiting.request)) continue;
      // What is begun is the thread's; so is all before it.
      if (Atomics.compareExchange(this.claims, waiting.number % this.claims.length, 0, 1) !== 0) return undefined;
      this.waiting.splice(place, 1);
      return waiting;
    }
    return undefined;
  }

  private ask(request: FileRequest): Waiting {
    let settle: Waiting['settle'] = () => undefined;
    const answer = new Promise<FileAnswer | null>((resolve) => {
      settle = resolve;
    });
    this.worker ??= this.start();
    this.asked += 1;
    const waiting = { number: this.asked, request, answer, settle };
    this.waiting.push(waiting);
    Atomics.store(this.claims, waiting.number % this.claims.length, 0);
    this.worker.postMessage({ number: waiting.number, request } satisfies NumberedRequest);
    return waiting;
  }

  private start(): Worker {
    this.wanted = new Int32Array(new SharedArrayBuffer(4));
    this.claims = newClaims();
    this.asked = 0;
    const workerData: ThreadSetup = {
      wanted: this.wanted.buffer as SharedArrayBuffer,
      claims: this.claims.buffer as SharedArrayBuffer,
      segmenter: this.segmenter,
    };
    const worker = new Worker(threadFile('fileThread', 'indexing'), { workerData, resourceLimits: { maxOldGenerationSizeMb: threadMemory } });
    worker.on('message', (answer: FileAnswer) => {
      if (this.worker === worker) this.waiting.shift()?.settle(answer);
    });
    worker.on('error', (error) => this.fail(worker, 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'));
    worker.on('exit', () => this.fail(worker, false));
    return worker;
  }

  /** The thread ended over the first file that waits; the others are asked for again by whoever takes them. */
  private fail(worker: Worker, outgrew: boolean): void {
    if (this.worker !== worker) return;
    this.worker = null;
    const [guilty, ...others] = this.waiting.splice(0);
    guilty?.settle(outgrew ? { kind: 'closed', reason: '读取这份文件时占用内存过多，已跳过。', outgrew } : { kind: 'closed', reason: '读取这份文件时后台线程意外退出，已跳过。' });
    for (const other of others) other.settle(null);
  }
}

/** Room for twice what is ever asked for at once. */
function newClaims(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 << 8));
}
