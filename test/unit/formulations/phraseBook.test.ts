import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completeFormulations } from '../../../src/core/formulations/complete.ts';
import { Lexicon } from '../../../src/core/formulations/lexicon.ts';
import { parsePhraseBook, phraseBookTemplate, phraseEntries, withNever, withoutPhrase, withPhrase } from '../../../src/core/formulations/phraseBook.ts';

const file = ['# 我的常用语', '勇担高水平科技自立自强使命 = 自立自强使命、科技自立', '', '- 不想再看到的表述', '争做新时代的弄潮儿', ''].join('\n');

test('phrases, short forms and wording that is never wanted are read', () => {
  assert.deepEqual(parsePhraseBook(file), {
    phrases: [
      { text: '勇担高水平科技自立自强使命', aliases: ['自立自强使命', '科技自立'], replaces: [] },
      { text: '争做新时代的弄潮儿', aliases: [], replaces: [] },
    ],
    never: ['不想再看到的表述'],
  });
  assert.deepEqual(parsePhraseBook(phraseBookTemplate), { phrases: [], never: [] });
  assert.deepEqual(parsePhraseBook('\ufeff甲乙\r\n丙丁\r\n').phrases.map(({ text }) => text), ['甲乙', '丙丁']);
});

test('changes leave the other lines as they are', () => {
  assert.equal(withPhrase(file, '争做新时代的弄潮儿'), file);
  assert.equal(withPhrase(file, '不想再看到的表述').includes('- 不想'), false);
  assert.equal(withNever(file, '争做新时代的弄潮儿').endsWith('- 争做新时代的弄潮儿\n'), true);
  assert.equal(withoutPhrase(file, '勇担高水平科技自立自强使命').includes('勇担'), false);
  assert.ok(withoutPhrase(file, '不在里面').includes('# 我的常用语'));
});

test('what is added is found again, and gone after removing', () => {
  const text = fc.array(fc.constantFrom(...'增强本领担当作为，“”'), { minLength: 2, maxLength: 12 }).map((units) => units.join(''));
  fc.assert(
    fc.property(text, (phrase) => {
      const added = withPhrase(file, phrase);
      assert.ok(parsePhraseBook(added).phrases.some((known) => known.text === phrase));
      assert.ok(!parsePhraseBook(withoutPhrase(added, phrase)).phrases.some((known) => known.text === phrase));
    }),
  );
});

test('entries come from the phrase book', () => {
  const [entry] = phraseEntries(parsePhraseBook(file));
  assert.deepEqual([entry?.origin, entry?.aliases], ['phrasebook', ['自立自强使命', '科技自立']]);
});

test('a phrase that takes the place of ours is offered for it, and ours no more', () => {
  const book = parsePhraseBook('完整准确全面贯彻新发展理念 = 新发展理念 < 完整、准确、全面贯彻新发展理念；全面贯彻新发展理念\n');
  assert.deepEqual(book.phrases, [
    {
      text: '完整准确全面贯彻新发展理念',
      aliases: ['新发展理念'],
      replaces: ['完整、准确、全面贯彻新发展理念', '全面贯彻新发展理念'],
    },
  ]);
  assert.deepEqual(book.never, ['完整、准确、全面贯彻新发展理念', '全面贯彻新发展理念']);
  const ours = new Lexicon();
  ours.add([{ id: 'old', text: '全面贯彻新发展理念', category: '思想理论', origin: 'curated' }]);
  const own = new Lexicon();
  own.add(phraseEntries(book));
  const offered = completeFormulations([own, ours], { before: '会议指出，全面贯彻新', context: { never: new Set(book.never) } });
  assert.deepEqual(offered.map(({ insert, reason }) => `${reason} ${insert}`), ['phrasebook 完整准确全面贯彻新发展理念']);
});

test('a file with the line ends of Windows keeps them', () => {
  const windows = file.replaceAll('\n', '\r\n');
  const lonely = /(?<!\r)\n/u;
  for (const changed of [withPhrase(windows, '争做时代新人'), withNever(windows, '老说法'), withoutPhrase(windows, '勇担高水平科技自立自强使命')]) {
    assert.ok(!lonely.test(changed), JSON.stringify(changed));
  }
  assert.deepEqual(parsePhraseBook(windows), parsePhraseBook(file));
  assert.equal(withPhrase('甲乙', '丙丁'), '甲乙\n丙丁\n');
});
