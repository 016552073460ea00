import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftPlace, headingsAbove, isProse } from '../../../src/core/draft/draftContext.ts';
import type { DraftLanguage, DraftLines, DraftPlace } from '../../../src/core/draft/draftContext.ts';

/** The place of the `|` in a text. */
function placeIn(text: string, language: DraftLanguage = 'markdown'): DraftPlace {
  const at = text.indexOf('|');
  const lines = text.slice(0, at).split('\n');
  const line = lines.length - 1;
  return draftPlace(linesOf(text.replace('|', '')), { line, column: lines[line]?.length ?? 0 }, language);
}

function linesOf(text: string): DraftLines {
  const lines = text.split('\n');
  return { lineCount: lines.length, lineAt: (line) => lines[line] ?? '' };
}

test('each place of a Markdown draft is told apart', () => {
  const cases: readonly (readonly [string, DraftPlace])[] = [
    ['增强四个|', 'paragraph'],
    ['    增强四个|', 'paragraph'],
    ['　　增强四个|', 'paragraph'],
    ['## 一、思想引|', 'heading'],
    ['- 增强四个|', 'list'],
    ['1. 增强四个|', 'list'],
    ['  * 增强四个|', 'list'],
    ['> 增强四个|', 'quotation'],
    ['```\n增强四个|\n```', 'code'],
    ['~~~text\n```\n增强四个|', 'code'],
    ['```js|', 'code'],
    ['```\n代码\n```\n增强四个|', 'paragraph'],
    ['``` 一行 ```\n增强四个|', 'paragraph'],
    ['调用 `增强四个|` 函数', 'inlineCode'],
    ['调用 `甲` 和增强四个|', 'paragraph'],
    ['``甲`乙|``', 'inlineCode'],
    ['---\ntitle: 增强四个|\n---\n', 'frontMatter'],
    ['---\ntitle: 讲话\n---\n增强四个|', 'paragraph'],
    ['---\n增强四个|', 'paragraph'],
    ['见[文件](增强四个|)', 'link'],
    ['见[文件](a.md)增强四个|', 'paragraph'],
    ['见[增强四个|](a.md)', 'paragraph'],
    ['见 https://example.org/增强四个|', 'link'],
    ['见 https://example.org/a，增强四个|', 'paragraph'],
    ['[一]: 增强四个|', 'link'],
    ['<https://example.org/增强|', 'link'],
  ];
  for (const [text, place] of cases) assert.equal(placeIn(text), place, text);
});

test('plain text has paragraphs and heads only', () => {
  assert.equal(placeIn('`增强四个|', 'plaintext'), 'paragraph');
  assert.equal(placeIn('一、提高站|', 'plaintext'), 'heading');
  assert.equal(placeIn('一、要提高政治站位，切实增强责任感；|', 'plaintext'), 'paragraph');
});

test('prose is where people read', () => {
  assert.deepEqual((['paragraph', 'heading', 'list', 'quotation'] as const).map(isProse), [true, true, true, true]);
  assert.deepEqual((['code', 'inlineCode', 'link', 'frontMatter'] as const).map(isProse), [false, false, false, false]);
});

test('the headings above give the topic, outermost first', () => {
  const lines = linesOf('# 讲话\n## 一、旧\n正文\n## 二、强化科技创新\n### （一）前\n### （二）育人才\n正文');
  assert.deepEqual(headingsAbove(lines, 6), ['讲话', '二、强化科技创新', '（二）育人才']);
  assert.deepEqual(headingsAbove(linesOf('讲话\n一、提高站位\n（一）学习\n正文'), 3), ['一、提高站位', '（一）学习']);
  assert.deepEqual(headingsAbove(linesOf('正文'), 0), []);
});
