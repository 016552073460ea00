import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Codebook, DecodedTexts } from '../../../src/core/passages/codebook.ts';
import { PieceTable } from '../../../src/core/passages/pieceTable.ts';
import { memorySource } from '../../../src/core/passages/ports.ts';
import { StoredTexts } from '../../../src/core/passages/storedTexts.ts';
import { TextWriter } from '../../../src/core/passages/textWriter.ts';

interface Paragraph {
  readonly pieces: readonly string[];
  readonly line: number | null;
  readonly page: number | null;
}

function stored(paragraphs: readonly Paragraph[]): { texts: StoredTexts; bytes: number } {
  const writer = new TextWriter();
  for (const { pieces, ...place } of paragraphs) {
    for (const piece of pieces) writer.add(writer.pieces.idOf(piece));
    writer.endParagraph(place);
  }
  const { text, codebook, textLengths } = writer.finish();
  const texts = new StoredTexts({ source: memorySource(text), paragraphs: paragraphs.length, lengths: () => textLengths, codebook: () => codebook });
  return { texts, bytes: text.length };
}

const plain = (text: string): Paragraph => ({ pieces: [text], line: null, page: null });

test('what is written as codes is read again, with its place, whatever stands in it', () => {
  const piece = fc.oneof(fc.constantFrom('科普', '工作', '的', '，', '𠮷', '\ud800', '\u0000'), fc.string({ unit: 'binary', maxLength: 40 }));
  const place = fc.option(fc.integer({ min: 0, max: 1_000_000 }));
  const paragraph = fc.record({ pieces: fc.array(piece, { maxLength: 30 }), line: place, page: place });
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 40 }), (paragraphs) => {
      const { texts } = stored(paragraphs);
      paragraphs.forEach(({ pieces, line, page }, number) => assert.deepEqual(texts.read(number), { text: pieces.join(''), line, page }));
    }),
    { numRuns: 100 },
  );
});

test('more pieces than there are codes are spelled where they are rarest', () => {
  const many = Array.from({ length: 60_000 }, (_, index) => String.fromCharCode(0x4e00 + (index % 240), 0x5000 + Math.floor(index / 240)));
  const paragraphs = [...many.slice(0, 2000), ...many, ...many, ...many].map(plain);
  const { texts } = stored(paragraphs);
  paragraphs.forEach(({ pieces }, number) => assert.equal(texts.read(number).text, pieces[0]));
});

test('the commonest pieces take one byte', () => {
  const { bytes } = stored(Array.from({ length: 1000 }, () => plain('科学普及')));
  // Two bytes of place and one of text.
  assert.equal(bytes, 3000);
});

test('codes that stand for nothing, and tables that are cut, are damage', () => {
  const table = Codebook.write(80, ['科普', '的']);
  const codebook = Codebook.read(table);
  const into = new DecodedTexts();
  codebook.decode(Uint8Array.of(2, 1, 0, 0x00, 0x4e), { from: 0, to: 5 }, into);
  assert.equal(String.fromCharCode(...into.units.array.subarray(0, into.end)), '的科普一');
  assert.throws(() => codebook.decode(Uint8Array.of(3), { from: 0, to: 1 }, into), RangeError);
  assert.throws(() => codebook.decode(Uint8Array.of(200, 7), { from: 0, to: 2 }, into), RangeError);
  assert.throws(() => Codebook.read(table.subarray(0, table.length - 2)), RangeError);
  assert.throws(() => Codebook.read(Uint8Array.of(0, 0)), RangeError);
});

test('the beginning of a text is decoded alone, and tells about how long the whole is', () => {
  const { texts } = stored([plain('科普'), { ...plain(''), pieces: Array.from({ length: 50 }, () => '科普，') }, plain('工作')]);
  const into = new DecodedTexts();
  for (const paragraph of [0, 1, 2]) texts.decode(paragraph, into, 20);
  assert.equal(String.fromCharCode(...into.units.array.subarray(0, into.end)), `科普${'科普，'.repeat(7)}工作`);
  assert.deepEqual([into.whole, into.isCut], [2, false]);
  into.end = 0;
  texts.decode(1, into, 20);
  assert.deepEqual([into.whole, into.isCut], [150, true]);
});

test('two texts are the same, or not, in whichever segment they stand', () => {
  const one = stored([plain('科普工作'), plain('科普工作者'), plain('科普工作')]).texts;
  const other = stored([plain('学会'), { ...plain(''), pieces: ['科', '普', '工作'] }]).texts;
  assert.deepEqual([0, 1, 2].map((paragraph) => one.isSame(paragraph, one, 0)), [true, false, true]);
  assert.deepEqual([0, 1].map((paragraph) => one.isSame(0, other, paragraph)), [false, true]);
});

test('pieces are numbered as a map numbers them, wherever they stand', () => {
  const text = fc.string({ unit: 'binary', maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 400 }), (pieces) => {
      const table = new PieceTable();
      const map = new Map<string, number>();
      const whole = pieces.join('');
      let start = 0;
      for (const piece of pieces) {
        if (!map.has(piece)) map.set(piece, map.size);
        assert.equal(table.idOf(whole, start, start + piece.length), map.get(piece));
        start += piece.length;
      }
      for (const [piece, id] of map) assert.equal(table.pieceOf(id), piece);
      assert.equal(table.size, map.size);
    }),
    { numRuns: 60 },
  );
  const table = new PieceTable();
  for (let index = 0; index < 50_000; index += 1) assert.equal(table.idOf(String(index)), index);
  for (let index = 0; index < 50_000; index += 1) assert.equal(table.idOf(String(index)), index);
});
