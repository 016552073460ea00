import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const project = join(fileURLToPath(import.meta.url), '..', '..', '..', '..');
let eslint: ESLint;

before(() => {
  eslint = new ESLint({ cwd: project });
});

/** Ids of the rules that fire on a line of code as if it stood in `file`. */
async function fired(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: join(project, file) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parse');
}

// Seeded violations: each must be refused, or the rule for the direction of imports has stopped to work.
const violations: readonly (readonly [file: string, code: string])[] = [
  ['src/core/seeded.ts', "import * as vscode from 'vscode'; export const a = vscode;"],
  ['src/core/seeded.ts', "import { join } from 'node:path'; export const a = join;"],
  ['src/core/seeded.ts', "import jieba from 'nodejieba'; export const a = jieba;"],
  ['src/core/seeded.ts', "import { a } from '../engine/client/createEngine.ts'; export const b = a;"],
  ['src/core/seeded.ts', "import { a } from '../protocol/engine.ts'; export const b = a;"],
  ['src/core/seeded.ts', 'export const a = process.cwd();'],
  ['src/core/seeded.ts', 'export const a = document.title;'],
  ['src/core/deep/seeded.ts', "import { a } from '../../host/drafts.ts'; export const b = a;"],
  ['src/protocol/seeded.ts', "import { a } from '../engine/messages.ts'; export const b = a;"],
  ['src/protocol/seeded.ts', "import * as vscode from 'vscode'; export const a = vscode;"],
  ['src/engine/seeded.ts', "import * as vscode from 'vscode'; export const a = vscode;"],
  ['src/engine/seeded.ts', "import { a } from '../host/drafts.ts'; export const b = a;"],
  ['src/host/seeded.ts', "import { join } from 'node:path'; export const a = join;"],
  ['src/host/seeded.ts', "import { a } from '../engine/client/createEngine.ts'; export const b = a;"],
  ['src/host/seeded.ts', "import mammoth from 'mammoth'; export const a = mammoth;"],
  ['src/webview/seeded.ts', "import * as vscode from 'vscode'; export const a = vscode;"],
  ['src/webview/seeded.ts', "import { a } from '../core/text/han.ts'; export const b = a;"],
  ['src/webview/seeded.ts', "import { a } from '../host/drafts.ts'; export const b = a;"],
  ['src/cli.ts', "import * as vscode from 'vscode'; export const a = vscode;"],
];

for (const [file, code] of violations) {
  test(`refused in ${file}: ${code.slice(0, 60)}`, async () => {
    const rules = await fired(file, code);
    assert.ok(rules.some((rule) => rule.startsWith('no-restricted-')), rules.join(', ') || 'nothing fired');
  });
}

test('what the layers may import is allowed', async () => {
  for (const [file, code] of [
    ['src/engine/seeded.ts', "import { join } from 'node:path'; export const a = join;"],
    ['src/engine/seeded.ts', "import { isHan } from '../core/text/han.ts'; export const a = isHan;"],
    ['src/host/seeded.ts', "import * as vscode from 'vscode'; export const a = vscode;"],
    ['src/host/seeded.ts', "import { isHan } from '../core/text/han.ts'; export const a = isHan;"],
    ['src/webview/seeded.ts', "import { isToPanel } from '../protocol/webview.ts'; export const a = isToPanel;"],
  ] as const) {
    assert.deepEqual(await fired(file, code), [], `${file}: ${code}`);
  }
});

/** Every TypeScript file below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

test('vscode is imported by the host and the composition root alone', () => {
  const importers = filesBelow(join(project, 'src')).filter((file) => /from 'vscode'/.test(readFileSync(file, 'utf8')));
  const outside = importers.filter((file) => !/[\\/]src[\\/](?:host[\\/]|extension\.ts$)/.test(file));
  assert.ok(importers.length > 0);
  assert.deepEqual(outside, []);
});
