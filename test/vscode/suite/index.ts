import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { person } from './person.ts';

/** Called by VS Code; rejects where a test failed. */
export function run(): Promise<void> {
  const grep = process.env['SPEECH_DRAFT_GREP'] ?? '';
  // A person, a browser and an editor share a busy machine: a test may be tried twice more, and the report says which were.
  const mocha = new Mocha({ ui: 'tdd', timeout: 120_000, retries: 2, color: false, ...(grep === '' ? {} : { grep }) });
  // The console of the extension host is full of VS Code's own lines, so the report takes its own way out.
  let reported = Promise.resolve();
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => {
    const line = format(...values);
    reported = reported.then(() => person.report(line));
  };
  // The suites register themselves while mocha's globals stand.
  mocha.suite.emit('pre-require', globalThis, join(__dirname, 'index.js'), mocha);
  if (process.env['SPEECH_DRAFT_TWICE'] === '1') failAtFirst();
  const suite = process.env['SPEECH_DRAFT_SUITE'] ?? 'suites';
  const load = new Map([
    /* eslint-disable @typescript-eslint/no-require-imports */
    ['suites', () => require('./suites.ts') as unknown],
    ['window', () => require('./window.ts') as unknown],
    ['emptyWindow', () => require('./emptyWindow.ts') as unknown],
    ['tour', () => require('./tour.ts') as unknown],
    ['pictures', () => require('./pictures.ts') as unknown],
    /* eslint-enable */
  ]).get(suite);
  if (load === undefined) return Promise.reject(new Error(`there is no suite ${suite}`));
  load();
  return new Promise((resolve, reject) => {
    const again: string[] = [];
    const runner = mocha.run((failures) => {
      const stats = runner.stats;
      const passes = stats?.passes ?? 0;
      for (const line of again) reported = reported.then(() => person.report(line));
      reported
        .then(() => person.report(`${passes} passed, ${failures} failed, ${stats?.pending ?? 0} skipped`))
        .then(() => {
          if (failures > 0) throw new Error(`${failures} tests failed in VS Code`);
          if (passes === 0) throw new Error('no test ran in VS Code');
        })
        .then(resolve, reject);
    });
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      again.push(`tried again: ${test.fullTitle()} — ${error.message.split('\n')[0] ?? ''}`);
    });
  });
}

/** Has every test fail at the end of its first run, so that all are tried again on what they left. */
function failAtFirst(): void {
  const define = globalThis.test;
  const once = (title: string, body: () => void | Promise<void>) => {
    let isFirst = true;
    return define(title, async () => {
      await body();
      if (isFirst) {
        isFirst = false;
        throw new Error('once more, on purpose');
      }
    });
  };
  globalThis.test = Object.assign(once, define) as Mocha.TestFunction;
}
