// Runs everything: checks, unit tests, engine tests on the built processes, the package, and the tests in a real VS Code.
// node scripts/run.mjs scripts/test.ts [--only types,lint,unit,build,engine,package,newest,empty,window,minimum,packaged]
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { project } from './commands.ts';

interface Step {
  readonly name: string;
  readonly what: string;
  readonly command: string;
  readonly args: readonly string[];
}

interface Outcome {
  readonly name: string;
  readonly status: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** What the runner said of the tests that failed. */
  readonly failures: readonly string[];
  /** Tests in VS Code that did not pass at the first try, with what was wrong then. */
  readonly again: readonly string[];
}

/** Of a step's failures so many lines are said again at the end. */
const mostLines = 60;

const node = process.execPath;
const script = (...parts: string[]) => join(project, ...parts);
const inVSCode = (...args: string[]) => ({ command: node, args: [script('test', 'vscode', 'run.ts'), ...args] });
const vsix = script('out', 'speech-draft.vsix');

const steps: readonly Step[] = [
  { name: 'types', what: 'checking types', command: node, args: [script('node_modules', 'typescript', 'bin', 'tsc')] },
  {
    name: 'types-webview',
    what: 'checking types of the webview',
    command: node,
    args: [script('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'src/webview'],
  },
  { name: 'lint', what: 'linting', command: node, args: [script('node_modules', 'eslint', 'bin', 'eslint.js'), '.'] },
  { name: 'unit', what: 'unit tests', command: node, args: ['--test', 'test/unit/**/*.test.ts'] },
  { name: 'build', what: 'building', command: node, args: [script('esbuild.mjs'), '--production'] },
  { name: 'engine', what: 'tests of the built processes', command: node, args: ['--test', '--test-concurrency=1', 'test/engine/**/*.test.ts'] },
  { name: 'package', what: 'packaging', command: node, args: [script('scripts', 'package.ts'), '--out', vsix] },
  { name: 'newest', what: 'tests in the newest VS Code', ...inVSCode('--version', 'newest') },
  { name: 'empty', what: 'tests in a window without a folder', ...inVSCode('--empty', '--suite', 'emptyWindow') },
  { name: 'window', what: 'tests in a window of two folders, before and after it is reloaded', ...inVSCode('--roots', '--reload', '--suite', 'window') },
  { name: 'minimum', what: 'tests in the lowest VS Code', ...inVSCode('--version', 'minimum') },
  { name: 'packaged', what: 'tests of the installed package', ...inVSCode('--version', 'newest', '--packaged', vsix) },
];

function sum(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
}

/** Mocha closes with `1 failing` and what failed, Node's runner with `✖ failing tests:`. */
function failuresIn(text: string): string[] {
  const lines = text.split('\n');
  const begin = lines.findIndex((line) => /^(?: {2}\d+ failing|✖ failing tests:)$/.test(line));
  return begin < 0 ? [] : lines.slice(begin, begin + mostLines).filter((line) => line.trim() !== '');
}

function runStep(step: Step): Promise<Outcome> {
  const began = Date.now();
  process.stderr.write(`\n[test] ${step.what} …\n`);
  return new Promise((resolve, reject) => {
    const child = spawn(step.command, [...step.args], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, FORCE_COLOR: '0' } });
    const output: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      output.push(chunk.toString());
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('exit', (status) => {
      const text = output.join('');
      // Node's own runner closes with `ℹ pass 12`, the suites in VS Code with `12 passed, 0 failed, 0 skipped`.
      resolve({
        name: step.name,
        status: status ?? 1,
        passed: sum(text, /^(?:ℹ|#) pass (\d+)$/gm) + sum(text, /^(\d+) passed, \d+ failed/gm),
        failed: sum(text, /^(?:ℹ|#) fail (\d+)$/gm) + sum(text, /^\d+ passed, (\d+) failed/gm),
        skipped: sum(text, /^(?:ℹ|#) skipped (\d+)$/gm) + sum(text, /^\d+ passed, \d+ failed, (\d+) skipped/gm),
        seconds: (Date.now() - began) / 1000,
        failures: status === 0 ? [] : failuresIn(text),
        again: text.split('\n').filter((line) => line.startsWith('tried again: ')),
      });
    });
  });
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',');
const chosen = steps.filter((step) => only === undefined || only.includes(step.name));
const outcomes: Outcome[] = [];
for (const step of chosen) {
  if (step.name === 'packaged' && !existsSync(vsix)) {
    process.stderr.write('[test] there is no package to install\n');
    outcomes.push({ name: step.name, status: 1, passed: 0, failed: 1, skipped: 0, seconds: 0, failures: [], again: [] });
    continue;
  }
  outcomes.push(await runStep(step));
}

// The end of the output is what is looked at, and what is kept where it is cut.
for (const { name, failures } of outcomes) if (failures.length > 0) process.stdout.write(`\n[test] what failed in ${name}:\n${failures.join('\n')}\n`);
for (const { name, again } of outcomes) for (const line of again) process.stdout.write(`\n[test] ${name}: ${line}\n`);
process.stdout.write('\nstep             passed  failed  skipped  seconds\n');
for (const { name, status, passed, failed, skipped, seconds } of outcomes) {
  const row = [passed, failed, skipped].map((count) => String(count).padStart(7)).join(' ');
  process.stdout.write(`${name.padEnd(14)} ${row} ${seconds.toFixed(1).padStart(9)}${status === 0 ? '' : '  FAILED'}\n`);
}
const total = (key: 'passed' | 'failed' | 'skipped') => outcomes.reduce((count, outcome) => count + outcome[key], 0);
const broken = outcomes.filter((outcome) => outcome.status !== 0 && outcome.failed === 0).length;
process.stdout.write(`${total('passed')} passed, ${total('failed') + broken} failed, ${total('skipped')} skipped\n`);
process.exit(outcomes.every((outcome) => outcome.status === 0) ? 0 : 1);
