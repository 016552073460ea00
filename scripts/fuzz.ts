// npm run fuzz -- reading [--runs N] [--seed N]
// Damages files of every format and reads them. A finding is any end but a sound answer or a ReadFailure, no answer after
// ten seconds, or a process that grows beyond its bound. Status 1 then.
import { Worker } from 'node:worker_threads';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
if (positionals[0] !== 'reading') {
  console.error('用法：npm run fuzz -- reading [--runs 次数] [--seed 种子]');
  process.exit(2);
}

/** A file that is not done after this many milliseconds counts as a hang. */
const patience = 10_000;
/** Bytes that the whole process may take, its threads together, from the first file to the last. */
const mostMemory = 1_500_000_000;
const runs = Number(values.runs);

interface Message {
  readonly run: number;
  readonly format: string;
  readonly outcome: string;
  readonly milliseconds: number;
  readonly heap: number;
  readonly rss: number;
}

const outcomes = new Map<string, Map<string, number>>();
const findings: string[] = [];
const slowest = new Map<string, number>();
let heap = 0;
let rss = 0;

/** Runs from `from` on in a worker with a bounded heap; resolves with the run to go on at after a hang or a death. */
function work(from: number): Promise<number> {
  return new Promise((resolve) => {
    let current = from;
    const worker = new Worker(new URL('./fuzz/readingWorker.ts', import.meta.url), {
      workerData: { from, runs, seed: Number(values.seed) },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    const give = (): void => {
      findings.push(`run ${current}: no answer after ${patience / 1000} s`);
      void worker.terminate().then(() => resolve(current + 1));
    };
    let timer = setTimeout(give, patience * 3);
    worker.on('message', (message: Message) => {
      clearTimeout(timer);
      timer = setTimeout(give, patience);
      current = message.run + 1;
      const known = outcomes.get(message.format) ?? new Map<string, number>();
      outcomes.set(message.format, known);
      const kind = message.outcome.startsWith('crash') ? 'crash' : message.outcome;
      known.set(kind, (known.get(kind) ?? 0) + 1);
      if (kind === 'crash') findings.push(`run ${message.run} (${message.format}): ${message.outcome}`);
      if (message.milliseconds > patience) findings.push(`run ${message.run} (${message.format}): ${message.milliseconds.toFixed(0)} ms`);
      slowest.set(message.format, Math.max(slowest.get(message.format) ?? 0, message.milliseconds));
      heap = Math.max(heap, message.heap);
      if (message.rss > mostMemory && rss <= mostMemory) findings.push(`run ${message.run} (${message.format}): the process takes ${(message.rss / 1e6).toFixed(0)} MB`);
      rss = Math.max(rss, message.rss);
    });
    worker.on('error', (error) => findings.push(`run ${current}: the worker died: ${error.message}`));
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(current >= runs ? runs : current + 1);
    });
  });
}

const started = performance.now();
for (let next = 0; next < runs; ) next = await work(next);
for (const [format, kinds] of outcomes) {
  console.log(`${format.padEnd(8)} slowest ${(slowest.get(format) ?? 0).toFixed(0).padStart(5)} ms: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
}
console.log(`${runs} runs in ${((performance.now() - started) / 1000).toFixed(0)} s; largest heap ${(heap / 1e6).toFixed(0)} MB, process ${(rss / 1e6).toFixed(0)} MB; ${findings.length} findings`);
for (const finding of findings.slice(0, 20)) console.log(finding);
process.exit(findings.length > 0 ? 1 : 0);
