import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** 一是, 第一， and 第一步 count heads as often as the sentences of one paragraph. */

function flatten(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
}

function headsOf(text: string): string[] {
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
}

const body = '各村要把这件事放在心上，一家一户走到，一条一条记下，有难处的当场商量办法，办完了再回来说一声，说不清的账一律重算。';
const opening = '全镇灌溉工作会上的讲话同志们：今天把大家请来，是要把今年的灌溉再对一对表。';

test('text without breaks: sentences that a paragraph counts are no heads, heads with paragraphs of their own are', () => {
  const sentences = '第一，请水利站和农技站把渠口的水表全部换成新的，并且每个月校准一次；第二，请各村把渠段包到人头，谁家门口的渠谁家负责清淤；第三，请镇里把清淤的钱列进预算，年初就拨。';
  assert.deepEqual(headsOf(`${opening}一、看清渠里的账。${body}${body}二、提三点请求。${sentences}${body}三、守住渠边的人。${body}${body}`), ['1 一、 看清渠里的账', '1 二、 提三点请求', '1 三、 守住渠边的人']);
  const short = '一是开短会。半个钟头说完的事不拖到晌午。二是算细账。一度电一方水都要记下来。三是讲真话。渠漏在哪里就说在哪里。';
  assert.deepEqual(headsOf(`${opening}一、看清渠里的账。${body}${short}${body}二、管好渠边的人。${body}${body}`), ['1 一、 看清渠里的账', '1 二、 管好渠边的人']);
  const long = `一是清淤要早。${body}${body}二是包段要实。${body}${body}三是放水要匀。${body}${body}`;
  assert.deepEqual(headsOf(`${opening}一、看清渠里的账。${body}${long}二、管好渠边的人。${body}${body}`), ['1 一、 看清渠里的账', '2 一是 清淤要早', '2 二是 包段要实', '2 三是 放水要匀', '1 二、 管好渠边的人']);
});

test('一是 at a paragraph\'s start is no head where 二是 stands in the same paragraph unless all are short sentences, nor is one that happens to open a line', () => {
  const heads = (lines: string): string[] => headsOf(`全镇灌溉工作会上的讲话\n同志们：\n一、看清渠里的账\n${lines}\n二、管好渠边的人\n${body}\n${body}\n${body}\n${body}`);
  const plain = ['1 一、 看清渠里的账', '1 二、 管好渠边的人'];
  const counted = ['1 一、 看清渠里的账', '2 一是 清淤要早', '2 二是 包段要实', '2 三是 放水要匀', '1 二、 管好渠边的人'];
  assert.deepEqual(heads(`一是清淤要早，开春以前见底。${body}二是包段要实，名字一起上墙。${body}三是放水要匀，谁也不许抢先。${body}`), plain);
  assert.deepEqual(heads(`一是清淤要早。${body}二是包段要实。${body}三是放水要匀。${body}`), counted);
  assert.deepEqual(heads(`要做的有三件：一是清淤要早，开春以前见底；\n二是包段要实，渠段和人名一起上墙。\n${body}`), plain);
  assert.deepEqual(heads(`一是清淤要早。${body}\n二是包段要实。${body}\n三是放水要匀。${body}`), ['1 一、 看清渠里的账', '2 一是 清淤要早', '2 二是 包段要实', '2 三是 放水要匀', '1 二、 管好渠边的人']);
});

test('第一点希望 and 第一页： count heads', () => {
  assert.deepEqual(headsOf(`${opening}第一点希望，早起一个钟头。${body}${body}第二点希望，少说一句空话。${body}${body}第三点希望，多走一段渠。${body}${body}`), ['1 第一点希望， 早起一个钟头', '1 第二点希望， 少说一句空话', '1 第三点希望， 多走一段渠']);
  assert.deepEqual(headsOf(`全镇灌溉工作会上的讲话\n同志们：\n${body}\n第一页：修渠的人——水声底下听人声\n${body}\n第一，看名册。${body}\n第二，看渠段。${body}\n第二页：守渠的人——渠边住着三代人\n${body}`), [
    '1 第一页： 修渠的人——水声底下听人声',
    '2 第一， 看名册',
    '2 第二， 看渠段',
    '1 第二页： 守渠的人——渠边住着三代人',
  ]);
});

test('a narrow column breaks an item within its sentence', () => {
  const sentence = '一是每个村每个月把渠段走一遍，走的人和走的日子都写在渠口的牌子上。牌子由水利站统一做。二是每一段渠都要有人包，包的人名字上墙。';
  const text = ['全镇灌溉工作会上的讲话', '同志们：', '一、看清渠里的账', ...(body.match(/.{1,18}/gu) ?? []), ...(sentence.match(/.{1,18}/gu) ?? []), '二、管好渠边的人', ...(body.repeat(4).match(/.{1,18}/gu) ?? [])].join('\n');
  assert.deepEqual(headsOf(text), ['1 一、 看清渠里的账', '1 二、 管好渠边的人']);
});

test('counts behind an ordinal that stands behind a half-width mark', () => {
  assert.deepEqual(headsOf(`${opening}向大家道一声辛苦!一、三次走访,走到河边人家。${body}${body}二、一份责任,落到巡河的人。${body}${body}`), ['1 一、 三次走访,走到河边人家', '1 二、 一份责任,落到巡河的人']);
});

test('a head whose own colon parts it in two, glued to its paragraph', () => {
  const text = `全镇灌溉工作会上的讲话\n同志们：\n一、做一个守时的人：比勤快更要紧的，是准点去年开闸晚了两天，下游的秧苗黄了一片。${body}\n二、做一个算账的人：比节省更可靠的，是心里有账去年的水费，有三个村到年底也没有对上。${body}\n三、做一个补渠的人：比抱怨更管用的，是拿起铁锹去年冬天，老周一个人补了四十丈渠。${body}`;
  assert.deepEqual(headsOf(text), ['1 一、 做一个守时的人：比勤快更要紧的，是准点', '1 二、 做一个算账的人：比节省更可靠的，是心里有账', '1 三、 做一个补渠的人：比抱怨更管用的，是拿起铁锹']);
});

test('numbers of a preview\'s pages that cut short lines are no heads', () => {
  const text = `1、全镇灌溉工作会上的讲话\n同志们：\n${body}\n不愿意搬\n\n2、到渠边住的，也要把班排好。${body}\n${body}\n修渠有风\n\n3、险，也可能塌方。${body}\n一、看清渠里的账\n${body}\n二、管好渠边的人\n${body}`;
  assert.deepEqual(headsOf(text), ['1 一、 看清渠里的账', '1 二、 管好渠边的人']);
});

test('first sentences of unlike length are heads where nothing ends before them', () => {
  const firsts = ['在用水上，上游用得足，下游用得紧', '在管水上，有章程，没有人', '在修渠上，年年修的是渠口，渠尾没有人去看', '在收费上，收得晚'];
  const text = firsts.map((first, index) => `第${'一二三四'.charAt(index)}，${first}。${body}${body}`).join('');
  assert.deepEqual(headsOf(`${opening}一、摆出渠里的毛病。${text}二、管好渠边的人。${body}${body}`), ['1 一、 摆出渠里的毛病', ...firsts.map((first, index) => `2 第${'一二三四'.charAt(index)}， ${first}`), '1 二、 管好渠边的人']);
});

test('a head that holds a colon and ends with another, and one whose siblings show that a full stop closes it', () => {
  const lines = (parts: readonly string[]): string[] => headsOf(['全镇灌溉工作会上的讲话', '同志们：', opening.slice(11), ...parts].join('\n'));
  assert.deepEqual(lines([`一、守时：比勤快更要紧的，是准点：去年开闸晚了两天。${body}`, `二、算账的人：心里有账：有三个村到年底也没有对上。${body}`, `三、补渠：不抱怨，拿起铁锹就走：去年冬天，老周一个人补了四十丈渠。${body}`]), [
    '1 一、 守时：比勤快更要紧的，是准点',
    '1 二、 算账的人：心里有账',
    '1 三、 补渠：不抱怨，拿起铁锹就走',
  ]);
  assert.deepEqual(lines([`一、从一次断水说起：改的起点在哪里。去年开闸晚了两天。${body}`, '二、从三段老渠入手：改的路子怎么走。', body, body, `三、从几本账再往前走：改的功夫还欠多少。有三个村到年底也没有对上。${body}`]), [
    '1 一、 从一次断水说起：改的起点在哪里',
    '1 二、 从三段老渠入手：改的路子怎么走',
    '1 三、 从几本账再往前走：改的功夫还欠多少',
  ]);
});

test('a page of a preview that begins behind the colon of a head', () => {
  const text = `1、全镇灌溉工作会上的讲话\n同志们：\n${body}\n各村的渠段要包到人头，谁家门口的渠谁家负责，包段的人要\n\n2、把名字写在牌子上。${body}\n一、看清渠里的账：\n\n3、水从哪里来\n${body}\n二、管好渠边的人\n${body}`;
  assert.deepEqual(headsOf(text), ['1 一、 看清渠里的账：水从哪里来', '1 二、 管好渠边的人']);
});

test('text without breaks: where an item is one sentence with nothing behind it, the others head nothing either', () => {
  const items = `一是弘扬护渠精神、履行护渠职责，提高管水能力和水平。${body}${body}二是抓住提高修渠质量这个关键，推动渠道体系更加完备、结实耐用。三是强化水费管理严格执行收费标准。${body}${body}`;
  assert.deepEqual(headsOf(`${opening}${items}`), []);
});
