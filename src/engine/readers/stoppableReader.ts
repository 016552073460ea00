import { Worker } from 'node:worker_threads';
import type { SourceText } from '../../core/speech/sourceText.ts';
import { threadFile } from '../threadFile.ts';
import type { ReadingLimits } from './limits.ts';
import { exceeds, ReadFailure, type ReadFailureCode } from './readFailure.ts';

export interface ThreadRequest {
  readonly bytes: Uint8Array;
  readonly limits: ReadingLimits;
}

/** What the thread says: `page` after each page, then one of the others. */
export type ThreadAnswer =
  | { readonly kind: 'page' }
  | { readonly kind: 'read'; readonly source: SourceText }
  | { readonly kind: 'failed'; readonly code: ReadFailureCode; readonly message: string; readonly limit: keyof ReadingLimits | null };

/** Memory that the thread may take, in MB; a file that makes it take more ends the thread, not the process. */
const threadMemory = 768;

/** How often the memory of the process is looked at while a file is read, in milliseconds. */
const memoryInterval = 100;

let thread: Worker | null = null;
let queue: Promise<unknown> = Promise.resolve();

/** Reads a PDF in a thread of its own, one file after the other; the thread is kept for the next file. */
export function readStoppable(bytes: Uint8Array, limits: ReadingLimits): Promise<SourceText> {
  const result = queue.then(() => ask({ bytes: Uint8Array.from(bytes), limits }));
  // A failure belongs to its own file alone.
  queue = result.then(
    () => undefined,
    () => undefined,
  );
  return result;
}

function ask(request: ThreadRequest): Promise<SourceText> {
  const { limits } = request;
  return new Promise((resolve, reject) => {
    const worker = (thread ??= startThread());
    let timer: NodeJS.Timeout | null = null;
    const before = process.memoryUsage.rss();
    // What streams unpack to lies outside the memory that a thread is limited to.
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.unpackedBytes * 3) give(exceeds('unpackedBytes', limits));
    }, memoryInterval);
    const settle = (end: () => void): void => {
      if (timer !== null) clearTimeout(timer);
      clearInterval(watch);
      // By name: Worker keeps listeners of its own for others.
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
      // An idle thread must not keep the process alive.
      worker.unref();
      end();
    };
    const give = (failure: ReadFailure): void => {
      thread = null;
      // A thread deep in a library may take seconds to end: nothing waits for it.
      settle(() => {
        void worker.terminate();
        reject(failure);
      });
    };
    const wait = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => give(exceeds('milliseconds', limits)), limits.milliseconds);
    };
    worker.on('message', (message: ThreadAnswer) => {
      switch (message.kind) {
        case 'page':
          wait();
          break;
        case 'read':
          settle(() => resolve(message.source));
          break;
        case 'failed': {
          const { code, limit } = message;
          settle(() => reject(new ReadFailure(code, message.message, limit === null ? {} : { limit })));
        }
      }
    });
    worker.on('error', (cause) => give(new ReadFailure('damaged', '文件已经损坏，或占用内存过多，无法读取。', { cause })));
    worker.ref();
    wait();
    worker.postMessage(request);
  });
}

function startThread(): Worker {
  return new Worker(threadFile('readerThread', 'readers'), { resourceLimits: { maxOldGenerationSizeMb: threadMemory } });
}
