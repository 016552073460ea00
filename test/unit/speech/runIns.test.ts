import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { findRunInChains, isSpoken } from '../../../src/core/speech/runInChains.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

function headsOf(lines: readonly string[]): string[] {
  const { outline } = parseSpeech({ text: lines.join('\n'), hints: [], layout: 'lines' }, '讲话.txt', {});
  const walk = (sections: readonly Section[]): string[] => sections.flatMap(({ level, heading, sections: below }) => [`${String(level)} ${heading}`, ...walk(below)]);
  return outline.articles.flatMap(({ sections }) => walk(sections));
}

const opening = ['在全镇图书室管理员培训班上的讲话', '同志们：', '镇里的图书室办了六年，藏书从八百册添到了两万册，来看书的人却一年比一年少。今天把大家请来，就是要把这件事说透，把办法想出来。'];

test('short parallel first sentences of the paragraphs of a part are heads below its head', () => {
  const lines = [
    ...opening,
    '一、把书架前的功夫做扎实',
    '图书室能不能留住人，先要看屋里的事做得怎么样，有三样东西骗不了读者。',
    '摆放要勤。读者还回来的书，当天就要归到架上，不能在桌上堆成小山，让后来的人翻半天找不到想看的那一本。',
    '登记要准。借出去多少、还回来多少，月底对一次账，账上有、架上没有的书，要一本一本查清去向。',
    '灯光要亮。阅览桌上方的灯坏了两盏，报修拖了四个月，孩子们趴在桌上看书，眼睛都要凑到纸面上去了。',
    '二、把屋子外面的路走宽',
    '光守着屋子等人来是不够的，还要把书送到人家的手边去。流动书箱今年要走遍十四个村民小组，每个月换一次书。',
  ];
  assert.deepEqual(headsOf(lines), ['1 把书架前的功夫做扎实', '2 摆放要勤', '2 登记要准', '2 灯光要亮', '1 把屋子外面的路走宽']);
});

test('such a series is the top of a speech without other heads, whatever paragraphs stand between', () => {
  const lines = [
    ...opening,
    '当管理员，要坐得住。图书室冬天冷、夏天热，一个下午也许只来三个人，可是这三个人推门进来的时候，屋里总得有个人抬头招呼一声。',
    '老姚在东边那间屋子守了十一年，没有请过一天假，去年冬天下大雪，他是踩着没过小腿的雪走来开门的。',
    '当管理员，要认得书。读者问一本书好不好看，你不能只说一句还行，要说得出这本书写了什么人、什么事，适合什么年纪的孩子看。',
    '当管理员，要记得人。谁爱看果树栽培，谁家孩子明年要考高中，心里要有一本账，新书到了先给他们留着，打个电话说一声。',
    '今天就说到这里，图书室的钥匙在各位手里，希望大家回去以后把门开得早一点，把灯关得晚一点。',
  ];
  assert.deepEqual(headsOf(lines), ['1 当管理员，要坐得住', '1 当管理员，要认得书', '1 当管理员，要记得人']);
});

test('paragraphs of ordinary prose open with short sentences too, and have no heads', () => {
  const lines = [
    ...opening,
    '去年冬天下了大雪。那几天图书室的门一直开着，老姚每天早上五点起来扫雪，把从街口到门前的路扫得干干净净，怕的就是有孩子来还书时滑倒。',
    '我问过他图什么。他想了半天，说自己小时候没有书看，冬天在供销社的墙根底下捡旧报纸认字，如今屋里有两万册书，舍不得让它们白白躺着。',
    '这番话让我惭愧。镇里这些年修路、架桥、办厂，钱花了不少，可是真正花在书上的，一年算下来每个人还摊不到两块钱。',
    '大家想一想，这样下去行不行？肯定不行，所以今年预算里单列了一笔购书款，由管理员和读者代表一起开书单。',
  ];
  assert.deepEqual(headsOf(lines), []);
});

test('a question that opens its paragraph keeps its mark in the head', () => {
  const lines = [
    ...opening,
    '书从哪里来？镇里每年拿出十二万元，一半由各村报书单，一半由管理员到省城的书市上去挑，挑回来的书先放在门口展三天。',
    '人从哪里来？先从学校来，放学以后的两个小时屋里最热闹，再从田里来，农闲的晚上把果树技术员请来，边讲边借书。',
    '钱从哪里来？除了预算里的那一笔，去年在外做生意的乡亲捐了四万六千元，每一笔都写在墙上，买了什么书也写在墙上。',
  ];
  assert.deepEqual(headsOf(lines), ['1 书从哪里来？', '1 人从哪里来？', '1 钱从哪里来？']);
});

const told = [
  '当管理员，要坐得住。图书室冬天冷、夏天热，一个下午也许只来三个人，可是这三个人推门进来的时候，屋里总得有个人抬头招呼一声。老姚在东边那间屋子守了十一年，没有请过一天假，去年冬天那场大雪，他是踩着没过小腿的雪走来开门的。',
  '当管理员，要认得书。读者问一本书好不好看，你不能只说一句还行，要说得出这本书写了什么人、什么事，适合什么年纪的孩子看。说不出来，就是自己还没有翻过，那就先坐下来翻一翻，翻完了再往外借也不迟。',
  '当管理员，要记得人。谁爱看果树栽培，谁家孩子明年要考高中，心里要有一本账，新书到了先给他们留着，打个电话说一声。他来取书的时候，脸上那个笑就是最好的评语。',
];

test('they are found where all line breaks are lost as well', () => {
  assert.deepEqual(headsOf([[...opening, ...told, '今天就说到这里，钥匙在各位手里，希望大家回去以后把门开得早一点，把灯关得晚一点。'].join('')]), ['1 当管理员，要坐得住', '1 当管理员，要认得书', '1 当管理员，要记得人']);
});

const numbered = ['一、先把屋里的事做好（一）把书架理清楚', '还回来的书当天归架，缺了页的书当天补，补不了的写在单子上报给镇里。（二）把灯修亮', '阅览桌上方的灯坏了两盏，报修拖了四个月，下个月之内必须换好。二、再把管理员的本事练硬'];

test('a text without line breaks that numbers heads of two levels has none beside them that a full stop closes', () => {
  const heads = headsOf([[...opening, ...numbered, ...told].join('')]);
  assert.ok(heads.length >= 4 && heads.every((head) => !/^\d 当管理员/u.test(head)), heads.join('；'));
});

const glued = [
  '看住门口的登记簿借出去多少、还回来多少，月底对一次账，账上有、架上没有的书，要一本一本查清去向，查不清的写明原因。今年上半年少了十一册，到现在只找回来四册。',
  '看住墙角的灭火器屋里都是纸，一个烟头就能烧光六年的家当，每个月要拿起来掂一掂分量，过了期的马上换掉。去年有三间屋子的灭火器是空的，摆在那里好看。',
  '看住窗台的漏雨处雨水顺着窗缝流进来，靠窗那一排书脊都起了霉，入夏以前要把窗框重新刮一遍腻子。镇里出材料，各村出工，修完了我一间一间去看。',
];

test('parallel heads that no mark closes are told in a text without line breaks, beside numbered ones as well', () => {
  const heads = ['看住门口的登记簿', '看住墙角的灭火器', '看住窗台的漏雨处'];
  const last = '今天就说到这里，图书室的钥匙在各位手里。';
  assert.deepEqual(headsOf([[...opening, '各间屋子的底细我都看过，今天只讲三样东西。', ...glued, last].join('')]), heads.map((head) => `1 ${head}`));
  const beside = headsOf([[...opening, ...numbered, '守着屋子的那个人，眼睛要放在三样东西上。', ...glued, last].join('')]);
  for (const head of heads) assert.ok(beside.some((each) => each.endsWith(` ${head}`)), beside.join('；'));
});

test('a report in which nobody speaks has no heads that no mark closes, and a refrain heads nothing', () => {
  const said = `${opening[2] ?? ''}各间屋子的底细我都看过，今天只讲三样东西。${glued.join('')}今天就说到这里，图书室的钥匙在各位手里。`;
  const reported = said.replace(/今天把大家请来，|我都|今天就说到这里，|在各位手里/gu, '').replace('我一间', '一间');
  assert.ok(isSpoken([said]) && !isSpoken([reported]));
  for (const text of [said, reported]) assert.equal(findRunInChains(text, 0, [], isSpoken([text])).length, text === said ? 3 : 0);
  assert.equal(findRunInChains(reported, 0, [], true).length, 3);
  const refrain = told.map((text) => `守住这盏灯。${text.slice(text.indexOf('。') + 1)}`);
  assert.deepEqual(headsOf([[...opening, ...refrain, ...refrain.map((text) => text.replace('。', '。又过了一年，'))].join('')]), []);
});

test('thousands of short sentences side by side are read in time that grows with their number', () => {
  const text = `${opening.join('')}${'书要还到架上来。'.repeat(20000)}`;
  const began = process.cpuUsage().user;
  headsOf([text]);
  assert.ok(process.cpuUsage().user - began < 20e6);
});

test('lines of two and three characters and questions are heads where there are several', () => {
  const below = told.map((text) => text.slice(text.indexOf('。') + 1));
  const lines = (heads: readonly string[]): string[] => [...opening, ...heads.flatMap((head, index) => [head, below[index] ?? ''])];
  assert.deepEqual(headsOf(lines(['守着', '记着', '一本账'])), ['1 守着', '1 记着', '1 一本账']);
  assert.deepEqual(headsOf(lines(['书从哪里来？', '人从哪里来？'])), ['1 书从哪里来？', '1 人从哪里来？']);
  assert.deepEqual(headsOf(lines(['守着'])), []);
  assert.deepEqual(headsOf(lines(['书从哪里来？'])), []);
});
