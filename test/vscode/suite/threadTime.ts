import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Milliseconds of processor time that a thread used between two moments of `performance.now()`. */
export type UsedBetween = (from: number, to: number) => number;

type Look = readonly [moment: number, used: number];

const looksEachMilliseconds = 0.5;

/**
 * Looks on from a thread of its own. Linux tells for each thread how long it has run (the first figure of `schedstat`, in
 * nanoseconds); the main thread's number is that of the process.
 */
const look = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const seen = [];
  const asleep = new Int32Array(new SharedArrayBuffer(4));
  while (Atomics.load(workerData.stop, 0) === 0) {
    const used = Number(readFileSync(workerData.file, 'latin1').split(' ')[0]) / 1e6;
    seen.push([Number(process.hrtime.bigint()) / 1e6, used]);
    Atomics.wait(asleep, 0, 0, workerData.pause);
  }
  parentPort.postMessage(seen);
`;

/**
 * Starts watching the processor time of this process's main thread. By the clock a stretch of work is as long as the machine
 * does other work meanwhile, and as the sampler of the profile is kept from its next look. `null` where the system does not tell.
 */
export async function watchThread(): Promise<(() => Promise<UsedBetween>) | null> {
  const file = `/proc/self/task/${String(process.pid)}/schedstat`;
  if (!existsSync(file)) return null;
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(look, { eval: true, workerData: { stop, file, pause: looksEachMilliseconds } });
  await new Promise((resolve, reject) => worker.once('online', resolve).once('error', reject));
  return async () => {
    const seen = new Promise<readonly Look[]>((resolve, reject) => worker.once('message', resolve).once('error', reject));
    Atomics.store(stop, 0, 1);
    const looks = await seen;
    return (from, to) => Math.max(0, usedUntil(looks, to) - usedUntil(looks, from));
  };
}

/** Between two looks the thread is taken to have run evenly. */
function usedUntil(looks: readonly Look[], moment: number): number {
  let low = 0;
  let high = looks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((looks[middle]?.[0] ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  const [after, usedAfter] = looks[low] ?? [0, 0];
  const [before, usedBefore] = looks[low - 1] ?? [after, usedAfter];
  const share = after === before ? 1 : Math.min(1, Math.max(0, (moment - before) / (after - before)));
  return usedBefore + share * (usedAfter - usedBefore);
}
