// npm run torture [-- --short] [--kills 300] [--flips 1000] [--seed 1] [--json FILE]
// Kills writers at random moments, flips bits, cuts files, fills the disk; prints what survived, what was detected, and
// what was lost, which must be nothing. Status 1 where something was.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { damage } from './torture/damage.ts';
import { failingDisk } from './torture/failingDisk.ts';
import type { Figures } from './torture/figures.ts';
import { kills } from './torture/kills.ts';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    kills: { type: 'string' },
    flips: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const number = (given: string | undefined, short: number, long: number): number => Number(given ?? (values.short ? short : long));

let state = Number(values.seed) >>> 0;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
};

const work = mkdtempSync(join(tmpdir(), 'torture-'));
const results: Record<string, Figures & { readonly seconds: number }> = {};
async function step(name: string, run: (folder: string) => Promise<Figures>): Promise<void> {
  const folder = mkdtempSync(join(work, 'step-'));
  const start = performance.now();
  const figures = await run(folder);
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  results[name] = { ...figures, seconds };
  const unfinished = figures.unfinished === undefined ? '' : `，留有半成品 ${String(figures.unfinished)} 次（下次写入时清掉）`;
  console.log(`${name}：试 ${String(figures.tried)} 次，完好 ${String(figures.survived)}，发现并修复 ${String(figures.detected)}，丢失 ${String(figures.lost)}${unfinished}；${String(seconds)} 秒`);
}

try {
  await step('随时杀死写入进程', (folder) => kills(folder, number(values.kills, 15, 300), random));
  await step('翻转一位或截断文件', (folder) => damage(folder, number(values.flips, 60, 1000), random));
  await step('磁盘写满', (folder) => failingDisk(folder, 'full', values.short ? 20 : 80));
  await step('磁盘只读', (folder) => failingDisk(folder, 'read-only', values.short ? 20 : 80));
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 3 });
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = Object.values(results).some((figures) => figures.lost > 0) ? 1 : 0;
