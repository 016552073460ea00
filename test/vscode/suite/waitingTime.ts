import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Milliseconds for which a thread that was ready to work waited for a processor, between two moments of `performance.now()`. */
export type WaitedBetween = (from: number, to: number) => number;

const looksEachMilliseconds = 0.5;

/**
 * Looks on from a thread of its own. Linux tells for each thread how long it has stood in line for a processor (the second
 * figure of `schedstat`, in nanoseconds); the main thread's number is that of the process.
 */
const look = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const seen = [];
  const asleep = new Int32Array(new SharedArrayBuffer(4));
  while (Atomics.load(workerData.stop, 0) === 0) {
    const waited = Number(readFileSync(workerData.file, 'latin1').split(' ')[1]) / 1e6;
    seen.push([Number(process.hrtime.bigint()) / 1e6, waited]);
    Atomics.wait(asleep, 0, 0, workerData.pause);
  }
  parentPort.postMessage(seen);
`;

/**
 * Starts watching how long this process's main thread waits for a processor: on a machine that does other work, that is
 * no doing of ours. `null` where the system does not tell.
 */
export async function watchWaiting(): Promise<(() => Promise<WaitedBetween>) | null> {
  const file = `/proc/self/task/${String(process.pid)}/schedstat`;
  if (!existsSync(file)) return null;
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(look, { eval: true, workerData: { stop, file, pause: looksEachMilliseconds } });
  await new Promise((resolve, reject) => worker.once('online', resolve).once('error', reject));
  return async () => {
    const seen = new Promise<readonly (readonly [number, number])[]>((resolve, reject) => worker.once('message', resolve).once('error', reject));
    Atomics.store(stop, 0, 1);
    const looks = await seen;
    return (from, to) => Math.max(0, waitedUntil(looks, to) - waitedUntil(looks, from));
  };
}

/** The first look at or after a moment: what is told lags behind until the thread runs again. */
function waitedUntil(looks: readonly (readonly [number, number])[], moment: number): number {
  let low = 0;
  let high = looks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((looks[middle]?.[0] ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return looks[low]?.[1] ?? 0;
}
