import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const read = (text: string): string => parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').text;

const first = '今年以来，全镇把渠道整修当成头等大事来抓，三条干渠已经清淤完毕，支渠也修好了大半，群众看在眼里，记在心上，都说这是多少年没有见过的光景，干部和群众一起上了堤。';
const second = '下一步，要把泵站的事办好，老泵该换的换，该修的修，值班的人要定到名字，电费的账要算到每一户，不能让一户因为交不起电费误了农时，也不能让一亩地因为没人开闸旱了苗。';
const third = '最后说一句心里话，水的事就是饭碗的事，饭碗的事就是天大的事，请大家回去以后把今天的话带到每一个村、每一条渠、每一块田，说到做到，年底我们再到渠边上来对账。';

test('a page’s number that ran into the text goes where the numbers of the other pages stand about a page away', () => {
  const text = `在水利工作会议上的讲话\n\n同志们：\n${first}各村要抓紧\n2\n把剩下的支渠修完。${second}镇里要加快泵站的招标\n3，确保四月底以前装好。${third}大家要说到做到。\n谢谢大家！`;
  const clean = read(text);
  assert.ok(clean.includes('各村要抓紧把剩下的支渠修完。'), clean);
  assert.ok(clean.includes('镇里要加快泵站的招标，确保四月底以前装好。'), clean);
});

test('the same number stays where it stands far from where a page ends', () => {
  const text = `在水利工作会议上的讲话\n\n同志们：\n${first}各村要抓紧\n2\n把剩下的支渠修完，支渠分成甲乙丙3种情形，一种一策。${second}${third}${first}\n谢谢大家！`;
  const clean = read(text);
  assert.ok(clean.includes('甲乙丙3种情形'), clean);
});

test('numbers alone, a page apart, go where they begin lines that go on with the sentence above', () => {
  const text = `在水利工作会议上的讲话\n\n同志们：\n${first}${second}有的同志\n2总说没有钱，可是钱都花到哪里去了。${second}${third}各村按修好的\n3方量来结账，先修后补。${third}\n谢谢大家！`;
  const clean = read(text);
  assert.ok(clean.includes('有的同志总说没有钱'), clean);
  assert.ok(clean.includes('各村按修好的方量来结账'), clean);
});

test('all of a short document’s fractions are its pages’, some fractions are the text’s', () => {
  const pages = `在水利工作会议上的讲话\n\n同志们：\n${first}各村要抓紧把三种2/3情形分别列出来。${second}${third}凡是超出一倍的账单，系统3/3先行拦下来。${third}\n谢谢大家！`;
  const clean = read(pages);
  assert.ok(clean.includes('三种情形') && clean.includes('系统先行'), clean);
  const own = `在水利工作会议上的讲话\n\n同志们：\n${first}已经修好的渠占了2/3左右。${second}剩下的1/3开春以后再修。${third}\n谢谢大家！`;
  const kept = read(own);
  assert.ok(kept.includes('占了2/3左右') && kept.includes('剩下的1/3开春'), kept);
});

test('points that are numbered without a mark are no pages', () => {
  const points = ['1 把渠修通', '2 把泵换新', '3 把账算清', '4 把人定准'];
  const text = `在水利工作会议上的讲话\n\n同志们：\n${first}\n${points.map((point, index) => `${point}\n${[first, second, third, second][index] ?? ''}`).join('\n')}\n- 2 -\n${third}\n谢谢大家！`;
  const clean = read(text);
  for (const point of points) assert.ok(clean.replace(/\s/gu, '').includes(point.replace(/\s/gu, '')), point);
});

test('what a number counts behind the last page that is known is the text’s', () => {
  const text = `在水利工作会议上的讲话\n\n同志们：\n${first}${second}\n- 1 -\n${third}${first}\n- 2 -\n${second}今年要打造3支队伍，一支管渠。${third}\n谢谢大家！`;
  assert.ok(read(text).includes('打造3支队伍'));
});

test('numbers that count up along the edges of lines, each in another way, go and join what they cut', () => {
  const text = `在水利工作会议上的讲话\n\n同志们：\n${first}下面我围绕建成全县\n1、全省有名的节水县讲几句。${second}\n时令不等人，再不动手，\n2就要误了春灌。${third}放水、记水、算水，3\n三件事由村里来办。\n${second}镇里放手，村里放心\n4试，试错了镇里担着。${first}更要紧的是\n5\n把水价定下来。${third}`;
  const clean = read(text);
  for (const whole of ['建成全县、全省有名的节水县讲几句。', '放水、记水、算水，三件事由村里来办。', '村里放心试，试错了镇里担着。', '更要紧的是把水价定下来。']) assert.ok(clean.includes(whole), clean);
  // A writer who numbers points does it in one way.
  const points = `在水利工作会议上的讲话\n\n同志们：\n${first}要办的事有这些\n1清淤，${second}\n2补漏，${third}\n3换泵，${first}\n4定价，${second}\n5结账，${third}`;
  for (const point of ['1清淤', '2补漏', '3换泵', '4定价', '5结账']) assert.ok(read(points).includes(point), point);
});
