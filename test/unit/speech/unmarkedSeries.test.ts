import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** Series in text without breaks whose heads or bodies lost the marks at their ends: that they are told at all, not where each head ends. */

function flatten(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
}

function headsOf(text: string): string[] {
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
}

/** The level and the number of each head. */
function ordinalsOf(text: string): string[] {
  return headsOf(text).map((head) => head.split(' ').slice(0, 2).join(' '));
}

const opening = '在全镇灌溉工作会上的讲话同志们：今天把大家请来，是要把今年的灌溉再对一对表。去年有两个村为了一道闸吵了半年，最后水也误了，人也伤了。';
const bodies = [
  '渠口的锁生了锈，开一次要敲半天，水来了人还在找钥匙。五月以前全部换成新的，钥匙一式两把，一把挂在村部，一把交给水管员',
  '渠底有三道裂缝，走一里路要漏掉两成水。裂缝在冬天补，工钱由镇里先垫，不要等到用水的时候再吵，谁家的田也耽误不起',
  '两个村的账两年没有对上，见了面都不说话。从今年起一月一对，对完了两边都签字，贴在村口，谁有疑问当场翻本子',
  '护渠的都是上了年纪的老把式，腿脚慢，眼睛也花了。今年每个村配一个年轻人跟着走，学会了再换班，工分照算',
] as const;

test('一、 二、 三、 count heads though no sentence ends before them, and days and classes are none', () => {
  const text = `${opening}下面我讲三件事一、渠口的事${bodies[0]}二、渠底的事${bodies[1]}三、水账的事${bodies[2]}。`;
  assert.deepEqual(ordinalsOf(text), ['1 一、', '1 二、', '1 三、']);
  assert.deepEqual(ordinalsOf(`${opening}高一、预科班的学生${bodies[0]}。高二、复读班的学生${bodies[1]}。高三、毕业班的学生${bodies[2]}。`), []);
  // Behind what a page left, and where the number behind a full stop is another one.
  assert.deepEqual(ordinalsOf(`${opening}一、渠口要看住${bodies[0]}。二、渠底要补好${bodies[1]}。进度 78%三、水账要对上${bodies[2]}。`), ['1 一、', '1 二、', '1 三、']);
  assert.deepEqual(ordinalsOf(`${opening}一、渠口要看住${bodies[0]}。二、渠底要补好${bodies[1]}，每逢周三、赶集的日子各查一遍。三、水账要对上${bodies[2]}。`), ['1 一、', '1 二、', '1 三、']);
});

test('其次 goes on with 第三', () => {
  assert.deepEqual(headsOf(`${opening}首先，看住渠口。${bodies[0]}。其次，补好渠底。${bodies[1]}。第三，对上水账。${bodies[2]}。`), ['1 首先， 看住渠口', '1 其次， 补好渠底', '1 第三， 对上水账']);
});

test('一是 counts heads that no mark closes where each is seen to end, and sentences else', () => {
  const seen = `${opening}一是把渠口看住我在渠边走了三趟，没有一个人守在那里。二是把渠底补好去年漏掉的水，够浇三百亩地。三是把水账对上我翻了两个村的本子，没有一页是一样的。四是把话讲在前面我们开会的时候不讲，用水的时候就要吵。`;
  assert.deepEqual(headsOf(seen), ['1 一是 把渠口看住', '1 二是 把渠底补好', '1 三是 把水账对上', '1 四是 把话讲在前面']);
  const sentences = `${opening}${bodies[0]}。一是加快换掉锈死的渠口铁锁，钥匙一式两把。二是尽快补好渠底那三道裂缝，工钱由镇里先垫。三是认真核对两个村的水账，对完了贴在村口。${bodies[1]}。${bodies[2]}。`;
  assert.deepEqual(headsOf(sentences), []);
});

test('what counts in words of its own is told without full stops near', () => {
  const never = `${opening}我说三个不放过。第一个不放过，渠口没有锁上的不放过我们去年查了十二道闸。${bodies[0]}。第二个不放过，渠底没有补好的不放过大家都看见了那三道裂缝。${bodies[1]}。（会场记录）第三个不放过，水账没有对上的不放过我翻过两个村的本子。${bodies[2]}。`;
  assert.deepEqual(ordinalsOf(never), ['1 第一个不放过，', '1 第二个不放过，', '1 第三个不放过，']);
  const asked = `${opening}第一不要怕麻烦。${bodies[0]}。第二不要怕得罪人。${bodies[1]}。第三要记得回来。${bodies[2]}。`;
  assert.deepEqual(headsOf(asked), ['1 第一 不要怕麻烦', '1 第二 不要怕得罪人', '1 第三 要记得回来']);
  const looked = `${opening}${bodies[0]}。一看渠口有没有人守，二看渠底有没有裂缝，三看水账有没有对上，三样都要看。${bodies[1]}。`;
  assert.deepEqual(headsOf(looked), []);
});

test('the first of a spoken series may stand behind a comma', () => {
  const lines = ['在全镇灌溉工作会上的讲话', '同志们：', `${bodies[3]}。`, `怎么管好这条渠，我的体会是，一要勤。${bodies[0]}。二要细。${bodies[1]}。三要公道。${bodies[2]}。`, `${bodies[3]}，${bodies[1]}。`];
  assert.deepEqual(headsOf(lines.join('\n')), ['1 一要 勤', '1 二要 细', '1 三要 公道']);
});
