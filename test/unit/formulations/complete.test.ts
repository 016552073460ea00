import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completeFormulations } from '../../../src/core/formulations/complete.ts';
import { minedEntry } from '../../../src/core/formulations/compileLexicon.ts';
import { Lexicon } from '../../../src/core/formulations/lexicon.ts';
import { findMatches, findPinyinMatches, mostOfGroup, readTyped } from '../../../src/core/formulations/match.ts';
import { formulation, lexiconOf, results, splitAtCursor, vocabulary } from './smallLexicon.ts';

const lexicon = lexiconOf();

test('quotes in what is typed are optional and put right', () => {
  for (const typed of ['增强四个', '增强"四个', '增强“四个', '增强”四个', '增强「四个', '我们要增强四个', '会议强调，增强"四个']) {
    const lead = typed.slice(0, typed.indexOf('增强'));
    assert.equal(results(lexicon, typed)[0], `${lead}增强“四个意识”`, typed);
  }
});

test('accepting gives the exact wording and replaces exactly the overlap', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['增强"四个意识"', '增强“四个意识”'],
    ['四个意识|', '增强“四个意识”'],
    ['增强“四个|”', '增强“四个意识”'],
    ['增强“四个|”、再', '增强“四个意识”、再'],
    ['增强四个意识，坚', '增强“四个意识”、坚定“四个自信”'],
    ['大家坚定“四', '大家坚定“四个自信”'],
    ['认真学习“两个|”', '认真学习“两个确立”的决定性意义'],
    ['深刻领会两个确立', '深刻领悟“两个确立”的决定性意义'],
    ['学习贯彻党的二十大', '学习贯彻中国共产党第二十次全国代表大会'],
    ['深刻领悟“两|个确立”', '深刻领悟“两个确立”的决定性意义'],
    ['树立以人民为', '树立以人民为中心的发展思想'],
  ];
  for (const [typed, expected] of cases) assert.ok(results(lexicon, typed).includes(expected), `${typed} → ${results(lexicon, typed).join(' / ')}`);
});

test('nothing is offered that stands there already', () => {
  for (const typed of ['推动高质量发展', '推动高质|量发展', '增强“四个|意识”、坚定“四个自信”、做到“两个维护”']) {
    const { before, after } = splitAtCursor(typed);
    assert.ok(!results(lexicon, typed).includes(before + after), typed);
  }
});

test('a chain goes on with nothing typed of the next one', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['增强“四个意识”', '增强“四个意识”、坚定“四个自信”'],
    ['增强“四个意识”、', '增强“四个意识”、坚定“四个自信”'],
    ['增强“四个意识|”', '增强“四个意识”、坚定“四个自信”'],
    ['增强“四个意识”、坚', '增强“四个意识”、坚定“四个自信”'],
    ['坚定“四个自信”', '坚定“四个自信”、做到“两个维护”'],
    ['增强“四个意识”、坚定“四个自信”', '增强“四个意识”、坚定“四个自信”、做到“两个维护”'],
    ['增强“四个意识”、jd', '增强“四个意识”、坚定“四个自信”'],
  ];
  for (const [typed, expected] of cases) {
    const { before, after } = splitAtCursor(typed);
    const first = completeFormulations(lexicon, { before, after })[0];
    assert.equal(first?.reason, 'chain', typed);
    assert.equal(results(lexicon, typed)[0], expected, typed);
  }
});

test('two characters that agree by chance in the middle of a run offer nothing', () => {
  const own = lexiconOf([formulation('spirit', '精神文明建设'), formulation('four', '面向世界、面向未来', { aliases: ['四个面向'] }), ...vocabulary]);
  const offered = (before: string) => completeFormulations(own, { before }).map(({ text }) => text);
  assert.deepEqual(offered('红船精神'), []);
  assert.ok(offered('精神').includes('精神文明建设'));
  assert.ok(offered('弘扬精神文').includes('精神文明建设'));
  // A verb may begin a formulation anywhere, and so may what follows an opening quote.
  assert.ok(offered('扎实推动').includes('推动高质量发展'));
  assert.ok(offered('认真学习“两个').includes('深刻领悟“两个确立”的决定性意义'));
  // A verb that is counted is a noun.
  assert.ok(!offered('四个推动').includes('推动高质量发展'));
  // More than the two agree with something else, so the two are not what is meant.
  assert.ok(!offered('增强四个').includes('面向世界、面向未来'));
});

test('the inside of a title is no beginning', () => {
  const own = lexiconOf([formulation('decision', '《关于深化改革、推进现代化的决定》')]);
  assert.deepEqual(completeFormulations(own, { before: '推进现代化' }).map(({ insert }) => insert), []);
  assert.deepEqual(completeFormulations(own, { before: '关于深化改' }).map(({ insert }) => insert), ['《关于深化改革、推进现代化的决定》']);
});

test('each way in has its reason', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['增强四', 'prefix', '增强“四个意识”'],
    ['牢记四个意识', 'inside', '“四个意识”、坚定“四个自信”、做到“两个维护”'],
    ['两个确立', 'alias', '深刻领悟“两个确立”的决定性意义'],
    ['深刻领会两', 'wrong-form', '深刻领悟“两个确立”的决定性意义'],
    ['zqsg', 'pinyin', '增强“四个意识”'],
    ['sigeyishi', 'pinyin', '“四个意识”、坚定“四个自信”、做到“两个维护”'],
  ];
  for (const [before, reason, insert] of cases) {
    const found = completeFormulations(lexicon, { before }).find((completion) => completion.insert === insert);
    assert.equal(found?.reason, reason, before);
  }
});

test('nothing is offered over the end of a sentence or over other text', () => {
  for (const typed of ['深化。供', '增强四个意识，。', '推动高，质', '“推动高质量”', '', '。', '\n', '你好', 'ab']) {
    assert.deepEqual(results(lexicon, typed), [], typed);
  }
});

test('syllables may be typed in full, by their first letters, or mixed, also after Han characters', () => {
  const wanted = '增强“四个意识”';
  for (const typed of ['zqsgys', 'zengqiangsigeyishi', 'zengqiangsgys', 'zqsigeyishi', 'zengqsgeyis', '增强sgys', '增强“sgys', '增强sigey', '增强四个ys', '会议要求，增强四个yish']) {
    const lead = typed.startsWith('会议') ? '会议要求，' : '';
    assert.ok(results(lexicon, typed).includes(lead + wanted), `${typed} → ${results(lexicon, typed).join(' / ')}`);
  }
  assert.ok(results(lexicon, '推动gzhl').includes('推动高质量发展'));
  for (const typed of ['zengqisgys', 'zqsgysx', '增强zgys', 'hello']) assert.ok(!results(lexicon, typed).some((text) => text.includes('四个意识')), typed);
  // What stands after the cursor is not doubled.
  assert.deepEqual(results(lexicon, 'zengqiangsige|意识')[0], wanted);
});

test('polyphones are read right', () => {
  for (const typed of ['shenhuagongji', 'shgjc', 'shgeic']) {
    const found = results(lexicon, typed);
    assert.equal(found.includes('深化供给侧结构性改革'), typed !== 'shgeic', typed);
  }
});

test('superseded wording comes last, with what replaced it and since when', () => {
  const found = completeFormulations(lexicon, { before: '打赢脱贫' });
  assert.equal(found[0]?.insert, '巩固拓展脱贫攻坚成果');
  const old = found.at(-1);
  assert.equal(old?.text, '打赢脱贫攻坚战');
  assert.deepEqual([old.status, old.supersededBy, old.since], ['superseded', '巩固拓展脱贫攻坚成果', '2021-02-25']);
});

test('typing on narrows and never makes a right candidate vanish', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...vocabulary.map(({ text }) => text)),
      fc.constantFrom('', '我们要', '大会指出，', '一是'),
      fc.constantFrom<[string, string]>(['“', '”'], ['"', '"'], ['', '']),
      (text, lead, [open, close]) => {
        const typed = text.replaceAll('“', open).replaceAll('”', close);
        for (let length = 3; length <= typed.length; length += 1) {
          const before = lead + typed.slice(0, length);
          if (before === lead + text) continue;
          assert.ok(results(lexicon, before, { limit: 50 }).includes(lead + text), `${before} → ${text}`);
        }
      },
    ),
  );
});

test('the replaced stretch is what was typed, on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'增强四个意识坚定自信两确立的“”"、，。\n a') }), fc.string(), (before, after) => {
      for (const { replace, replaceAfter, insert } of completeFormulations(lexicon, { before, after })) {
        assert.ok(replace <= before.length && replaceAfter <= after.length);
        assert.ok(!before.slice(before.length - replace).includes('\n'));
        assert.ok(insert.length > 0);
      }
    }),
  );
});

test('a wrong form is put right once it is told from a right one, and no row stands twice', () => {
  const entry = (id: string, text: string, more: object) => ({ id, text, category: '政治建设', origin: 'curated' as const, ...more });
  const own = new Lexicon();
  own.add([
    entry('a', '增强“四个意识”', {}),
    entry('b', '坚定“四个自信”', { wrong: ['增强“四个自信”'] }),
    entry('d', '“四个自信”、做到“两个维护”', {}),
    entry('c', '中国科学技术协会第十一次全国代表大会', { aliases: ['十一大', '科协十一大', '中国科协十一大'] }),
  ]);
  const offered = (before: string) => completeFormulations(own, { before }).map(({ text, reason }) => `${reason} ${text}`);
  // The inside of the other one would make 增强“四个自信”.
  assert.deepEqual(offered('增强四个'), ['prefix 增强“四个意识”']);
  assert.deepEqual(offered('增强四个自'), ['wrong-form 坚定“四个自信”']);
  assert.deepEqual(offered('中国科协十一大'), ['alias 中国科学技术协会第十一次全国代表大会']);
});

test('what begins thousands of things is not looked at to the end', () => {
  const many = new Lexicon();
  const wordings = Array.from({ length: 3000 }, (_, index) => `推动${String.fromCharCode(0x4e00 + index)}工作`);
  many.add(wordings.map((text) => minedEntry({ text, documents: 3 }, () => ['tui', 'dong', 'ze', 'gong', 'zuo'])));
  const { matches } = findMatches(many, readTyped('我们推动'), 2);
  assert.equal(matches.length, mostOfGroup);
  // The best of a lexicon come first in it.
  assert.equal(many.entryAt(matches[0]?.form.entry ?? -1).text, wordings[0]);
  for (const letters of ['tuid', 'tdzg']) assert.ok(findPinyinMatches(many, readTyped(letters)).length <= 2 * mostOfGroup, letters);
  // Told further, any of them is found.
  assert.equal(findMatches(many, readTyped(`我们${(wordings[2500] ?? '').slice(0, 3)}`), 2).matches.length, 1);
});
