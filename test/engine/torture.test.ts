import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

test('nothing is lost to kills, flipped bits, cut files, a full or a read-only disk (short form)', { timeout: 300_000 }, () => {
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'torture.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--short', '--kills', '6', '--flips', '40', '--seed', String(Date.now() % 100_000)], { encoding: 'utf8', timeout: 280_000 });
  assert.equal(status, 0, `${stdout}\n${stderr}`);
});
