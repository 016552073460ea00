import assert from 'node:assert/strict';
import { test } from 'node:test';
import { libraryOf, pairSegmenter, segmentOf, shelve } from './fixture.ts';
import { PassageLibrary } from '../../../src/core/passages/passageLibrary.ts';
import { SetPhrases } from '../../../src/core/passages/setPhrases.ts';
import { parseQuery } from '../../../src/core/passages/query.ts';

const filler = Array.from({ length: 40 }, (_, index) => `第${String(index)}次会议，安排部署，全年任务${String(index)}。`);
const texts = (passages: readonly { text: string }[]): string[] => passages.map((each) => each.text);

test('the paragraph on the same point comes first', () => {
  const library = libraryOf([
    { file: '甲.md', paragraphs: [...filler, '流动科技馆，走进山区，孩子们动手实验。', '学术期刊，提升质量。'] },
  ]);
  const [first] = library.similar({ text: '流动科技馆，来到山区，孩子们动手', limit: 5 });
  assert.equal(first?.text, '流动科技馆，走进山区，孩子们动手实验。');
  assert.equal(first.line, 41);
  assert.ok(first.terms.includes('流动'));
  assert.equal(first.file, '/资料/甲.md');
});

test('near-identical paragraphs are folded, exact copies too', () => {
  const text = '科学素质，人人参与，久久为功，共建共享，让科学成为风尚。';
  const library = libraryOf([
    { file: '甲.md', paragraphs: [...filler, text] },
    { file: '乙.md', paragraphs: [text.replaceAll('，', '、')] },
    { file: '丙.md', paragraphs: [`${text.slice(0, -1)}，人人`] },
  ]);
  const found = library.similar({ text, limit: 10 });
  assert.equal(found.filter((each) => each.text.includes('久久为功')).length, 1);
  const files = [found[0]?.file, ...(found[0]?.duplicates ?? []).map((each) => each.file)];
  assert.deepEqual(files.sort(), ['/资料/丙.md', '/资料/乙.md', '/资料/甲.md']);
});

test('long paragraphs that begin alike are copies only where they end alike, in one segment or two', () => {
  const run = (from: number, length: number): string => Array.from({ length }, (_, index) => String.fromCharCode(from + index)).join('');
  const draft = run(0x5000, 70);
  const beginning = `${draft.slice(0, 40)}${run(0x5800, 100)}`;
  const ends = [run(0x6000, 300), run(0x6400, 300)];
  const [one = '', other = ''] = ends.map((end) => `${beginning}${end}`);
  const library = new PassageLibrary(pairSegmenter, new SetPhrases([]));
  // Of the first candidates the whole is compared: these are better ones.
  const before = Array.from({ length: 20 }, (_, index) => `${draft}${run(0x7000 + index * 64, 60)}`);
  library.setShelves([shelve(segmentOf([{ file: '甲.md', paragraphs: [...before, ...filler, one, other, one] }])), shelve(segmentOf([{ file: '乙.md', paragraphs: [one, other] }]))]);
  const found = library.similar({ text: draft, limit: 40 }).filter(({ text }) => text.startsWith(beginning));
  assert.deepEqual(found.map(({ text, duplicates }) => [text, duplicates.length]).sort(), [[one, 2], [other, 1]].sort());
});

test('a sentence from far behind in a long paragraph finds it', () => {
  const sentence = '盲文图书，送到特教学校，志愿者们，每周陪读。';
  const long = `${filler.join('').slice(0, 500)}${sentence}`;
  const terms = ['陪读', '每周', '者们', '志愿', '学校', '特教', '送到', '图书', '盲文'];
  const others = Array.from({ length: 63 }, (_, index) => `${terms.filter((_, place) => (place + index) % 3 > 0).join('，')}，第${String(index)}。`);
  const library = libraryOf([{ file: '甲.md', paragraphs: [...filler, ...others, long] }]);
  assert.equal(library.similar({ text: sentence, limit: 5 })[0]?.text, long);
});

test('a paragraph full of formulations finds its topic, not the formulations', () => {
  const phrase = '坚持以新时代思想为指导';
  const library = libraryOf(
    [
      { file: '甲.md', paragraphs: [...filler, `${phrase}，坚定信心，乡村道路硬化。`, `${phrase}，医保报销，异地结算。`] },
      { file: '乙.md', paragraphs: ['老年大学，开设课程，银发讲师。'] },
    ],
    [phrase],
  );
  const [first] = library.similar({ text: `${phrase}，老年大学，开设课程`, limit: 3 });
  assert.equal(first?.text, '老年大学，开设课程，银发讲师。');
});

test('overlap counts verbatim runs of eight, formulations left aside', () => {
  const library = libraryOf([{ file: '甲.md', paragraphs: [...filler, '把论文写在祖国大地上，把成果用在车间。'] }], ['把论文写在祖国大地上']);
  const whole = library.similar({ text: '把成果用在车间，把论文写在祖国大地上', limit: 1 });
  assert.equal(whole[0]?.overlap, 0);
  const run = libraryOf([{ file: '甲.md', paragraphs: [...filler, '一线工程师的名字刻在设备上，大家记得。'] }]);
  const [hit] = run.similar({ text: '一线工程师的名字刻在设备上。', limit: 1 });
  assert.equal(hit?.overlap, 1);
});

test('scores fall in the order shown', () => {
  const library = libraryOf([{ file: '甲.md', paragraphs: [...filler, '科普基地，开放服务。', '科普队伍，开放合作。', '科普场馆，服务群众。'] }]);
  const scores = library.similar({ text: '科普基地，开放服务群众', limit: 10 }).map((each) => each.score);
  assert.deepEqual(scores, [...scores].sort((left, right) => right - left));
});

test('filters by root, occasion, year and role', () => {
  const one = segmentOf([
    { file: '甲.md', year: 2022, occasion: '年会', paragraphs: [{ text: '科普基地开放。', role: 'closing' }, '科普基地建设。'] },
    { file: '乙.md', year: 2024, occasion: '党课', paragraphs: ['科普基地服务。'] },
  ]);
  const two = segmentOf([{ file: '丙.md', paragraphs: ['科普基地挂牌。'] }]);
  const library = new PassageLibrary(pairSegmenter, new SetPhrases([]));
  library.setShelves([shelve(one, [], '/甲'), shelve(two, [], '/乙')]);
  const ask = (filter: object): string[] => texts(library.search({ query: '科普', limit: 9, filter })).sort();
  assert.deepEqual(ask({ roots: ['/乙'] }), ['科普基地挂牌。']);
  assert.deepEqual(ask({ occasion: '党课' }), ['科普基地服务。']);
  assert.deepEqual(ask({ years: { to: 2023 } }), ['科普基地建设。', '科普基地开放。']);
  assert.deepEqual(ask({ roles: ['closing'] }), ['科普基地开放。']);
  library.setShelves([shelve(one, [0], '/甲')]);
  assert.deepEqual(ask({}), ['科普基地服务。']);
});

test('the draft’s own file does not answer', () => {
  const library = libraryOf([{ file: '甲.md', paragraphs: ['科普基地开放。'] }, { file: '乙.md', paragraphs: ['科普基地服务。'] }]);
  assert.deepEqual(texts(library.similar({ text: '科普基地', limit: 5, file: '/资料/甲.md' })), ['科普基地服务。']);
});

test('an exact phrase is found with any quotes and nowhere else', () => {
  const library = libraryOf([{ file: '甲.md', paragraphs: ['增强“四个意识”、坚定信心', '增强"四个意识"，做到', '增强四个方面的意识'] }]);
  assert.equal(library.search({ query: '“增强“四个意识””', limit: 9 }).length, 2);
  assert.equal(library.search({ query: '"个意识”"', limit: 9 }).length, 2);
  assert.equal(library.search({ query: '"四个自信"', limit: 9 }).length, 0);
});

test('an exact phrase that only a head or a title holds leads to what stands below it', () => {
  const library = libraryOf([
    {
      file: '甲.md',
      title: '在“三夏”动员会上的讲话',
      paragraphs: ['同志们：', '麦收在即。'],
      sections: [
        { heading: '保障机具，抢收抢种', paragraphs: [] },
        { heading: '把烘干能力建起来', paragraphs: ['每个乡镇建一处烘干点。', '电力先行。'] },
        { heading: '让抢收抢种有底气', paragraphs: ['柴油保供。'] },
      ],
    },
  ]);
  const found = (query: string) => texts(library.search({ query, limit: 9 }));
  assert.deepEqual(found('"烘干能力建起来"'), ['每个乡镇建一处烘干点。']);
  assert.deepEqual(found('"“三夏”动员会"'), ['同志们：']);
  assert.deepEqual(found('"抢收抢种"'), ['柴油保供。'], 'a head with nothing below it leads nowhere');
  assert.deepEqual(found('"烘干点"'), ['每个乡镇建一处烘干点。']);
  assert.deepEqual(found('"三秋"'), []);
});

test('a word that stands in a passage counts more than one that stands in its title alone', () => {
  const library = libraryOf([{ file: '甲.md', title: '丰收节开幕式上的致辞', paragraphs: ['尊敬的各位来宾：', '丰收节是农民自己的节日，台上演的是乡亲，台下看的还是乡亲，图的就是一个热闹，一份心气，一年到头的盼头。'] }]);
  assert.deepEqual(texts(library.search({ query: '丰收节', limit: 2 })).map((text) => text.slice(0, 3)), ['丰收节', '尊敬的']);
});

test('queries are read as words and phrases', () => {
  for (const [query, words, phrases] of [
    ['科普 素质', ['科普', '素质'], []],
    ['“两翼理论” 资源', ['资源'], ['两翼理论']],
    ['"增强“四个意识”"', [], ['增强“四个意识”']],
    ['「两翼理论」 资源', ['资源'], ['两翼理论']],
    ['『两翼理论』', [], ['两翼理论']],
    ['科普　“', ['科普'], []],
    ['', [], []],
    ['，。', [], []],
  ] as const) {
    assert.deepEqual(parseQuery(query), { words, phrases }, query);
  }
});

test('empty and odd drafts give no answer and no error', () => {
  const library = libraryOf([{ file: '甲.md', paragraphs: ['科普基地开放。'] }]);
  for (const text of ['', '。。。', '\n', '\ud800', 'xyz']) assert.deepEqual(library.similar({ text, limit: 3 }), []);
  assert.deepEqual(library.similar({ text: '科普', limit: 0 }), []);
});

test('a paragraph of a few letters stands last, however well it fits', () => {
  const library = libraryOf([
    { file: '甲.md', paragraphs: [...filler, '谢谢大家！', '感谢大家一年来的支持，谢谢各位，让我们携手前行。'] },
  ]);
  const found = texts(library.similar({ text: '谢谢大家，谢谢大家，谢谢', limit: 5 }));
  assert.equal(found[0], '感谢大家一年来的支持，谢谢各位，让我们携手前行。');
  assert.equal(found.at(-1), '谢谢大家！');
});
