import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadSegmenter } from '../../src/engine/segmenter/loadSegmenter.ts';
import { sequence } from '../../bench/texts.ts';
import { project } from '../../scripts/commands.ts';
import { dist, temporary } from './builtEngine.ts';

const folder = join(dist, 'segmenter');
const native = loadSegmenter(folder, 'auto').segmenter.kind === 'native';

const texts = [
  '要深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
  '２０２５年GDP增长5.2%，R&D经费投入强度达2.68%——创历史新高！',
  '𠮷野家与㐀㐁，〇二三年；某某同志、××市、〔县名〕。',
  '\ud800孤立的半个字\udc00',
  'NUL\u0000在中间，还有\u0001',
  '第一行\n第二行\r\n\t制表　全角空格',
  '啊'.repeat(5000),
  '',
  ' ',
];

/** One suite for every segmenter: invariants that the index rests on, never equal terms. */
for (const kind of ['native', 'wasm'] as const) {
  const skip = kind === 'native' && !native ? 'nodejieba is not built here' : false;
  test(`${kind}: no character is lost or changed`, { skip }, () => {
    const { segmenter } = loadSegmenter(folder, kind);
    for (const text of texts) {
      const terms = segmenter.cut(text);
      assert.equal(terms.join(''), text);
      assert.ok(terms.every((term) => term !== ''), 'no term is empty');
    }
  });

  test(`${kind}: the field’s terms and short formulations are cut whole`, { skip }, () => {
    const { segmenter } = loadSegmenter(folder, kind);
    for (const term of ['科技工作者', '全民科学素质', '四个意识', '两个维护', '流动科技馆', '新质生产力']) {
      assert.ok(segmenter.cut(`我们要把${term}这件事抓好。`).includes(term), term);
    }
  });

  test(`${kind}: the same text is cut the same each time`, { skip }, () => {
    const { segmenter } = loadSegmenter(folder, kind);
    for (const text of texts) assert.deepEqual(segmenter.cut(text), segmenter.cut(text));
  });
}

test('native: measuring gives the lengths of the library’s pieces, to the letter', { skip: native ? false : 'nodejieba is not built here' }, () => {
  const { segmenter } = loadSegmenter(folder, 'native');
  const words = readFileSync(join(folder, 'dictionary.utf8'), 'utf8').split('\n').map((line) => line.split(' ')[0] ?? '');
  const random = sequence(23);
  const pick = (most: number): number => Math.floor(random() * most);
  const odd = '，。！？、“”（）—…· \t\r\n0123456789.%aZxéΩ　１Ａ㐀龥豈\u0001\ufffd';
  // Words, their beginnings, single characters, and what is no Chinese, run together.
  const mixed = Array.from({ length: 8_000 }, () =>
    Array.from({ length: 1 + pick(20) }, () => {
      const word = words[pick(words.length)] ?? '';
      const kind = pick(8);
      if (kind < 3) return word;
      if (kind < 5) return word.slice(0, 1 + pick(word.length));
      return kind < 7 ? String.fromCharCode(0x4e00 + pick(0x5200)) : odd.charAt(pick(odd.length));
    }).join(''),
  );
  const speeches = readdirSync(join(project, 'corpus', 'speeches')).flatMap((file) => readFileSync(join(project, 'corpus', 'speeches', file), 'utf8').split('\n'));
  assert.ok(speeches.length > 500);
  const lengths = new Uint32Array(10_000);
  let measured = 0;
  for (const text of [...texts, ...speeches, ...mixed]) {
    const end = segmenter.measure?.(text, lengths, 7) ?? -1;
    if (end < 0) continue;
    measured += 1;
    const pieces = segmenter.cut(text);
    const same = pieces.length === end - 7 && pieces.every((piece, index) => piece.length === lengths[7 + index]);
    assert.ok(same, `${pieces.join('|')} is measured as ${lengths.subarray(7, end).join(' ')}`);
  }
  assert.ok(measured >= speeches.length + mixed.length);
});

test('the two have different names, so that no index is read with the wrong one', { skip: native ? false : 'nodejieba is not built here' }, () => {
  assert.notEqual(loadSegmenter(folder, 'native').segmenter.id, loadSegmenter(folder, 'wasm').segmenter.id);
});

for (const [name, damage] of [
  ['missing', (file: string) => rmSync(file)],
  ['truncated', (file: string) => truncateSync(file, 5000)],
  ['empty', (file: string) => truncateSync(file, 0)],
  ['altered', (file: string) => writeFileSync(file, '科普 3 n\n', { flag: 'r+' })],
] as const) {
  test(`a dictionary that is ${name} leads to the other segmenter, with a sentence`, (context) => {
    for (const file of ['dictionary.utf8', 'hmm.utf8', 'terms.utf8', 'idf.utf8', 'stopWords.utf8']) {
      const copy = join(temporary(context), '分词 组件');
      cpSync(folder, copy, { recursive: true });
      damage(join(copy, file));
      const { segmenter, notice } = loadSegmenter(copy, 'auto');
      assert.equal(segmenter.kind, 'wasm');
      assert.match(notice ?? '', /备用分词/);
      assert.equal(segmenter.cut('科普工作').join(''), '科普工作');
    }
  });
}
