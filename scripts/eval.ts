// npm run eval -- MEASURE [options of the measure] [--json FILE]
// Prints a measure's tables for people and, with --json, writes its figures as an object keyed by measure and engine.
// A measure is a module in scripts/eval that exports `run`; it is added by a line below.

import { writeFileSync } from 'node:fs';
import type { Figures } from './eval/figures.ts';

export interface Evaluation {
  /** Takes the arguments after the measure's name, `--json FILE` taken out, and prints its tables. */
  run(args: readonly string[]): Promise<Figures>;
}

const evaluations: Readonly<Record<string, () => Promise<Evaluation>>> = {
  completion: () => import('./eval/completion.ts'),
  similar: () => import('./eval/similar.ts'),
  reading: () => import('./eval/reading.ts'),
  checks: () => import('./eval/checks.ts'),
};

const args = process.argv.slice(2);
const flag = args.indexOf('--json');
const [jsonFile] = flag < 0 ? [undefined] : args.splice(flag, 2).slice(1);
const [name, ...rest] = args;
const load = name === undefined ? undefined : evaluations[name];
if (load === undefined || (flag >= 0 && jsonFile === undefined)) {
  console.error(`用法：npm run eval -- ${Object.keys(evaluations).join('|')} [--json 文件]`);
  process.exit(2);
}
const figures = await (await load()).run(rest);
if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
