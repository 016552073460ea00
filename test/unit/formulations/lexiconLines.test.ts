import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOfLine, lexiconText, openLexiconLines, readLexicon } from '../../../src/core/formulations/compileLexicon.ts';
import type { LexiconEntry, LexiconFile } from '../../../src/core/formulations/lexiconEntry.ts';

const bytesOf = (json: string) => new TextEncoder().encode(json);
const entry = (text: string): LexiconEntry => ({ id: text, text, category: '其他', origin: 'mined' });

test('read line by line or at once, the lexicon is the same', () => {
  for (const texts of [[], ['增强“四个意识”'], ['甲乙"丙', '含有\n换行的', '"entries":[\n', '末条],\n]}']]) {
    const file: LexiconFile = { version: 1, until: '2026-08-22', entries: texts.map(entry) };
    const json = lexiconText(file);
    const whole = readLexicon(json);
    const { lexicon, lines } = openLexiconLines(bytesOf(json));
    assert.deepEqual(lines.map(entryOfLine), file.entries);
    lexicon.add(lines.map(entryOfLine));
    assert.deepEqual(lexicon.entries, whole.entries);
    assert.equal(lexicon.until, whole.until);
  }
});

test('another version, and a file that is none, are refused in words', () => {
  assert.throws(() => openLexiconLines(bytesOf('{"version":1,"entries":[]}')), /one entry a line/);
  assert.throws(() => openLexiconLines(bytesOf(lexiconText({ version: 2, until: null, entries: [] } as unknown as LexiconFile))), /version 2/);
});
