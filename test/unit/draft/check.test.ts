import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../../src/core/contracts.ts';
import { checkDraft } from '../../../src/core/draft/check.ts';
import { Lexicon } from '../../../src/core/formulations/lexicon.ts';
import type { LexiconEntry } from '../../../src/core/formulations/lexiconEntry.ts';

const entry = (id: string, text: string, more: Partial<LexiconEntry> = {}): LexiconEntry => ({
  id,
  text,
  category: '政治建设',
  origin: 'curated',
  ...more,
});

const lexicon = new Lexicon();
lexicon.add([
  entry('four', '坚定“四个自信”', { wrong: ['增强“四个自信”', '四个自信心'] }),
  entry('long', '增强“四个意识”、坚定“四个自信”', { wrong: ['增强“四个意识”、增强“四个自信”'] }),
  entry('new', '完整准确全面贯彻新发展理念'),
  entry('old', '完整、准确、全面贯彻新发展理念', {
    superseded: { by: '完整准确全面贯彻新发展理念', byId: 'new', since: '2024-07' },
  }),
]);

/** `code|the text it stands on|the text after its first fix`. */
function found(text: string): string[] {
  const lines = text.split('\n');
  return checkDraft(text, '稿.md', { lexicon }).map((finding: Finding) => {
    const on = (lines[finding.line - 1] ?? '').slice(finding.column - 1, finding.endColumn - 1);
    return [finding.code, on, finding.fixes[0]?.edits[0]?.newText ?? ''].join('|');
  });
}

test('wrong forms and superseded wording are found where they stand, with what to write', () => {
  for (const [text, expected] of [
    ['要增强"四个自信"。', 'wrong-form|增强"四个自信"|坚定“四个自信”'],
    ['同志们：\n要完整、准确、全面贯彻新发展理念。', 'superseded|完整、准确、全面贯彻新发展理念|完整准确全面贯彻新发展理念'],
  ] as const) {
    assert.deepEqual(found(text), [expected]);
  }
});

test('one slip is one finding, the longer one', () => {
  assert.deepEqual(found('要增强“四个意识”、增强“四个自信”。').map((line) => line.split('|')[1]), ['增强“四个意识”、增强“四个自信”']);
});

test('open facts, unpaired marks and skipped numbers are found', () => {
  const codes = (text: string) => checkDraft(text, '', { lexicon }).map(({ code }) => code);
  assert.deepEqual(codes('到〔年份〕年'), ['placeholder']);
  assert.equal(codes('要弘扬“科学家精神。').length, 1);
  assert.deepEqual(codes('## 一、人才\n\n## 三、科普\n'), ['numbering']);
  assert.deepEqual(codes('## 一、人才\n\n### （一）引才\n\n### （二）育才\n\n## 二、科普\n'), []);
  assert.deepEqual(codes('同志们：\n\n要坚定“四个自信”，完整准确全面贯彻新发展理念。'), []);
});

test('any text is a draft, and every finding lies in it', () => {
  const unit = fc.constantFrom('增强', '“', '”', '四个自信', '一、', '三、', '\n', '## ', 'XX', '〔', '〕', '**', '𠮷', '（');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const lines = text.split('\n');
      return checkDraft(text, '', { lexicon }).every(
        ({ line, column, endLine, endColumn }) =>
          line >= 1 && endLine <= lines.length && column >= 1 && endColumn <= (lines[endLine - 1] ?? '').length + 1 &&
          (endLine > line || endColumn >= column),
      );
    }),
  );
});
