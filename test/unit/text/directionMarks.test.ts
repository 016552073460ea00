import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { markdownCell } from '../../../src/host/library/markdownCell.ts';

/** A terminal shows it as `讲话txt.docx`. */
const name = '讲话\u202excod.txt\u2066';
const output = join(import.meta.dirname, '..', '..', '..', 'src', 'engine', 'commandLine', 'output.ts');

function say(call: string): { stdout: string; stderr: string } {
  const script = `const { complain, writeLine, writeResult } = await import(${JSON.stringify(output)}); ${call}`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
}

test('marks of direction in a name do not act on a terminal', () => {
  assert.equal(say(`complain(${JSON.stringify(name)})`).stderr, '讲话 xcod.txt \n');
  for (const write of ['writeLine', 'writeResult']) {
    const { stdout } = say(`${write}({ file: ${JSON.stringify(name)} })`);
    assert.doesNotMatch(stdout, /\p{Bidi_Control}/u);
    assert.deepEqual(JSON.parse(stdout), { file: name });
  }
});

test('marks of direction in a name do not act in a report', () => {
  assert.equal(markdownCell(name), '讲话 xcod.txt ');
});
