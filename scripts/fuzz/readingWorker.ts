import { parentPort, workerData } from 'node:worker_threads';
import { readDocument, ReadFailure } from '../../src/engine/readers/readDocument.ts';
import { seeded } from '../eval/reading/damage.ts';
import { faultOf } from './faults.ts';
import { mutate } from './mutations.ts';
import { collectSeeds } from './seeds.ts';

const { from, runs, seed } = workerData as { from: number; runs: number; seed: number };
const seeds = collectSeeds();

for (let run = from; run < runs; run += 1) {
  const random = seeded(seed * 1_000_003 + run);
  const chosen = seeds[run % seeds.length];
  if (chosen === undefined) break;
  const bytes = mutate(chosen, seeds, random);
  const start = performance.now();
  let outcome = 'read';
  try {
    const document = await readDocument(bytes, chosen.name);
    const fault = faultOf(document);
    if (fault !== null) outcome = `crash: ${fault}`;
  } catch (error) {
    outcome = error instanceof ReadFailure ? error.code : `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  const { heapUsed, rss } = process.memoryUsage();
  parentPort?.postMessage({ run, format: chosen.format, outcome, milliseconds: performance.now() - start, heap: heapUsed, rss });
}
