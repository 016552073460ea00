import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkDraft } from '../../../src/core/draft/check.ts';
import { Lexicon } from '../../../src/core/formulations/lexicon.ts';

const speeches = join(import.meta.dirname, '..', '..', '..', 'corpus', 'speeches');

/** Faults of every kind that a bundled speech can be given by replacing. */
function spoilt(text: string): string[] {
  return [
    text.replaceAll('，', ',').replaceAll('”', '').replaceAll('的', '的的').replaceAll('二、', '三、'),
    text.replaceAll('。\n', ',\n').replaceAll('。', '。。').replaceAll('“', '"').replaceAll('”', '"').replace(/\n([^#\n]{20,})\n/gu, '\n$1\n\n$1\n'),
  ];
}

test('a draft with the line ends of Windows has the same findings at the same lines and columns', () => {
  const lexicon = new Lexicon();
  let findings = 0;
  for (const name of readdirSync(speeches).filter((each) => each.endsWith('.md')).slice(0, 6)) {
    for (const text of spoilt(readFileSync(join(speeches, name), 'utf8').replaceAll('\r', ''))) {
      const plain = checkDraft(text, name, { lexicon });
      const windows = checkDraft(text.replaceAll('\n', '\r\n'), name, { lexicon });
      assert.equal(JSON.stringify(windows).replaceAll('\\r\\n', '\\n'), JSON.stringify(plain), name);
      findings += plain.length;
    }
  }
  assert.ok(findings > 100, String(findings));
});
