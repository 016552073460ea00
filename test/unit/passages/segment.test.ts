import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutDocument } from '../../../src/core/passages/documentCuts.ts';
import { memorySource } from '../../../src/core/passages/ports.ts';
import { mergeSegments } from '../../../src/core/passages/mergeSegments.ts';
import { phraseCandidates } from '../../../src/core/passages/phraseSearch.ts';
import { Segment } from '../../../src/core/passages/segment.ts';
import { SegmentBuilder } from '../../../src/core/passages/segmentBuilder.ts';
import { TermDictionary, TermDictionaryWriter } from '../../../src/core/passages/termDictionary.ts';
import { fold } from '../../../src/core/text/folding.ts';
import type { Segmenter } from '../../../src/core/text/segmenter.ts';
import { documentOf, pairSegmenter, segmentOf } from './fixture.ts';

const speeches = [
  { file: '2023/年会.md', title: '年会讲话', year: 2023, occasion: '年会', paragraphs: ['同志们：', '科普工作迈上新台阶。'], sections: [{ heading: '一要创新', paragraphs: ['创新是第一动力。', '改革增添活力。'] }] },
  { file: '空.md', title: '空文件' },
  { file: '2024/党课.md', title: '党课', year: 2024, occasion: '党课', paragraphs: ['讲政治是第一要求。'], sections: [{ heading: '学在前', paragraphs: [] }, { heading: '干在先', paragraphs: ['干字当头。𠮷'] }] },
];

function contents(segment: Segment): unknown[] {
  return Array.from({ length: segment.counts.paragraphs }, (_, number) => {
    const section = segment.sections.sectionOf(number);
    return {
      ...segment.paragraph(number),
      file: segment.files[segment.fileOf(number)]?.path,
      path: segment.sections.path(section),
      year: segment.sections.year(section),
      occasion: segment.sections.occasion(section),
      role: segment.role(number),
      length: segment.lengths[number],
    };
  });
}

test('a segment gives back paragraphs with their files, headings, years and occasions', () => {
  const read = contents(segmentOf(speeches)) as { text: string; file: string; path: unknown; year: number }[];
  assert.deepEqual(read.map((each) => each.text), ['同志们：', '科普工作迈上新台阶。', '创新是第一动力。', '改革增添活力。', '讲政治是第一要求。', '干字当头。𠮷']);
  assert.deepEqual(read[3]?.path, { title: '年会讲话', headings: ['一要创新'] });
  assert.deepEqual(read[5]?.path, { title: '党课', headings: ['干在先'] });
  assert.deepEqual(read.map((each) => each.file), [...Array<string>(4).fill('2023/年会.md'), '2024/党课.md', '2024/党课.md']);
  assert.deepEqual(read.map((each) => each.year), [2023, 2023, 2023, 2023, 2024, 2024]);
});

test('text survives the codes whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { minLength: 1, maxLength: 60 }), (texts) => {
      const segment = segmentOf([{ file: '甲', paragraphs: texts }]);
      texts.forEach((text, number) => assert.equal(segment.paragraph(number).text, text));
    }),
    { numRuns: 40 },
  );
});

test('merging gives the segment that building at once gives, without what is gone', () => {
  const first = segmentOf([speeches[0] ?? { file: '' }, speeches[1] ?? { file: '' }]);
  const second = segmentOf([{ file: '旧.md', paragraphs: ['旧稿，旧稿，应当消失。'] }, speeches[2] ?? { file: '' }]);
  const { index, text } = mergeSegments([{ segment: first, dead: new Set() }, { segment: second, dead: new Set([0]) }]);
  const merged = new Segment({ index: memorySource(index), text: memorySource(text) });
  const whole = segmentOf(speeches);
  assert.deepEqual(contents(merged), contents(whole));
  assert.equal(merged.find('旧稿'), null);
  for (const [term, entry] of whole.dictionary.walk()) {
    const found = merged.find(term);
    assert.ok(found !== null, term);
    assert.deepEqual(merged.list(found).bytes, whole.list(entry).bytes, term);
  }
  assert.deepEqual(merged.counts, whole.counts);
});

test('every paragraph with a phrase is a candidate, however it was cut there', () => {
  const characters = fc.constantFrom(...'科普创新，。“');
  const text = fc.array(characters, { minLength: 1, maxLength: 14 }).map((each) => each.join(''));
  fc.assert(
    fc.property(fc.array(text, { minLength: 20, maxLength: 60 }), text, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), (texts, phrase, lengths) => {
      // A segmenter that cuts as it likes, each time anew.
      const whimsical: Segmenter = {
        kind: 'wasm',
        id: 'whimsical',
        cut(given) {
          const terms: string[] = [];
          for (const run of given.match(/[\p{L}]+|[^\p{L}]/gu) ?? []) {
            for (let start = 0; start < run.length; ) {
              const length = lengths.next().value ?? 1;
              terms.push(run.slice(start, start + length));
              start += length;
            }
          }
          return terms;
        },
      };
      const segment = segmentOf([{ file: '甲', title: '', paragraphs: texts }], whimsical);
      const candidates = phraseCandidates(segment, phrase);
      const indexed = /\p{L}/u.test(phrase);
      texts.forEach((each, number) => {
        if (indexed && fold(each).includes(fold(phrase))) assert.ok(candidates.includes(number), `${each} holds ${phrase}`);
      });
    }),
    { numRuns: 120 },
  );
});

test('damage shows as an error, never as an endless loop', () => {
  const segment = segmentOf(speeches);
  assert.throws(() => new Segment({ index: memorySource(new Uint8Array(3)), text: memorySource(new Uint8Array(0)) }), RangeError);
  assert.throws(() => segment.paragraph(99), RangeError);
});

test('a document whose texts were cut ahead, all or the first of them, gives the same segment', () => {
  const document = documentOf({
    file: 'a.md',
    title: '在年会上的讲话',
    paragraphs: ['各位代表，同志们！', '今天我们开会。'],
    sections: [{ heading: '夯实基础', paragraphs: ['要夯实基础，建强队伍。', '𠮷字也在其中。'] }, { heading: '没有段落', paragraphs: [] }, { heading: '', paragraphs: ['最后一段。'] }],
  });
  const counted = (): { readonly segmenter: Segmenter; cuts: number } => {
    const count = { cuts: 0, segmenter: { ...pairSegmenter, cut: (text: string) => ((count.cuts += 1), pairSegmenter.cut(text)) } };
    return count;
  };
  const whole = new SegmentBuilder(pairSegmenter);
  whole.add(document);
  const expected = whole.finish();
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    let left = ahead;
    const cuts = cutDocument(document, pairSegmenter, () => left-- <= 0);
    assert.equal(cuts.ends.length, ahead);
    const own = counted();
    const builder = new SegmentBuilder(own.segmenter);
    builder.add(document, cuts);
    assert.equal(own.cuts, 8 - ahead, 'what was cut ahead is not cut again');
    // A second document is not cut by what is left of the first one's.
    builder.add(documentOf({ file: 'b.md', paragraphs: [] }));
    const { text, index } = builder.finish();
    assert.deepEqual(text, expected.text);
    assert.ok(index.length > expected.index.length);
    const alone = new SegmentBuilder(pairSegmenter);
    alone.add(document, cuts);
    assert.deepEqual(alone.finish(), expected);
  }
});

test('every term of a dictionary is found, and no other', () => {
  const term = fc.string({ unit: fc.constantFrom('科', '普', '学', 'a', '𠮷'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(term, { minLength: 1, maxLength: 120 }), fc.array(term, { maxLength: 40 }), (terms, others) => {
      const writer = new TermDictionaryWriter();
      let offset = 0;
      const sorted = [...terms].sort();
      sorted.forEach((each, index) => {
        writer.add(each, { count: index + 1, offset, bytes: 300 + index, bound: index % 256 });
        offset += 300 + index;
      });
      const { entries, blocks } = writer.finish();
      const dictionary = new TermDictionary(entries, new Uint32Array(blocks.slice().buffer));
      const walked = new Map(dictionary.walk());
      assert.deepEqual([...walked.keys()], sorted);
      for (const each of [...terms, ...others, '', '科普学科普学科普学']) assert.deepEqual(dictionary.find(each), walked.get(each) ?? null);
    }),
  );
});
