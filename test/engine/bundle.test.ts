import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist } from './builtEngine.ts';

test('the bundle asks VS Code for its functions once', () => {
  // A copy for each file that imports them made loading four times as long (esbuild.mjs).
  const bundle = readFileSync(join(dist, 'extension.js'), 'utf8');
  assert.equal(bundle.match(/require\("vscode"\)/g)?.length, 1);
});
