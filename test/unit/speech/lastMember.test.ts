import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

function headsOf(text: string): string[] {
  const flatten = (sections: readonly Section[]): string[] => sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
}

const opening = ['全镇灌溉工作会上的讲话', '同志们：', '今天把大家请来，是要把今年的灌溉再对一对表。'];
const body = '各村要把这件事放在心上，一家一户走到，一条一条记下，有难处的当场商量办法，办完了再回来说一声，说不清的账一律重算。';

/** The members a paragraph each, in lines and without a break. */
function bothWays(members: readonly string[]): string[][] {
  const lines = [...opening, ...members.map((member) => `${member}${body}${body}`)];
  return [headsOf(lines.join('\n')), headsOf(lines.join(''))];
}

test('最后 ends 首先, 其次, 再次', () => {
  const members = ['首先，把渠口看住。', '其次，把渠段包到人。', '再次，把水账记清楚。'];
  const heads = ['1 首先， 把渠口看住', '1 其次， 把渠段包到人', '1 再次， 把水账记清楚'];
  for (const read of bothWays([...members, '最后，谁家的水都不能少。'])) assert.deepEqual(read, [...heads, '1 最后， 谁家的水都不能少']);
  for (const farewell of ['最后，祝大家秋天有个好收成。', '最后，让我们一起把渠修好。', '最后，我想讲讲老周的故事。']) {
    for (const read of bothWays([...members, farewell])) assert.deepEqual(read, heads, farewell);
  }
});

test('最后 ends a series with numbers where it goes on in the same words', () => {
  const members = ['一要看住渠口。', '二要包好渠段。', '三要记清水账。'];
  const heads = ['1 一要 看住渠口', '1 二要 包好渠段', '1 三要 记清水账'];
  for (const read of bothWays([...members, '最后要看住人心。'])) assert.deepEqual(read, [...heads, '1 最后要 看住人心']);
  for (const read of bothWays([...members, '最后，水利站的电话白天黑夜都有人接。'])) assert.deepEqual(read, heads);
});

test('还有一个 ends what is counted by the same word', () => {
  const members = ['第一个字，勤。', '第二个字，细。', '第三个字，公。'].map((member) => member.replace('，', '：'));
  const [lines = []] = bothWays([...members, '还有一个字，我没有写好。']);
  assert.equal(lines.at(-1), '1 还有一个字， 我没有写好');
  const [others = []] = bothWays([...members, '还有一件事，渠口的牌子要换。']);
  assert.ok(!others.some((head) => head.includes('牌子')));
});

test('what 最后 opens by itself is no head', () => {
  assert.deepEqual(headsOf([...opening, body, `最后，谁家的水都不能少。${body}`, body].join('\n')), []);
});

test('？ and ！ belong to the head, other marks that close it do not', () => {
  const questions = ['一、渠里的水为什么越流越少？', '二、谁来看渠！', '三、钱从哪里来。'];
  const heads = ['1 一、 渠里的水为什么越流越少？', '1 二、 谁来看渠！', '1 三、 钱从哪里来'];
  assert.deepEqual(headsOf([...opening, ...questions.flatMap((head) => [head, body, body])].join('\n')), heads);
  for (const read of bothWays(questions)) assert.deepEqual(read, heads);
});

test('a text of questions keeps head and body in one line', () => {
  const { text } = parseSpeech({ text: [...opening, `一、谁来看渠？${body}`, `二、谁来修渠？${body}`].join('\n'), hints: [], layout: 'lines' }, 'draft.txt');
  assert.ok(text.includes(`一、谁来看渠？${body}`));
});
