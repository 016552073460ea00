import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';

async function read(body: string): Promise<string[]> {
  const document = await readDocument(Buffer.from(`<!doctype html><html><body>${body}</body></html>`), '页.html');
  return document.text.split('\n').map((line) => line.replace(/\s+/gu, ''));
}

const lines = [
  '老船工的一天',
  '通讯员周大山桑志远',
  '天刚蒙蒙亮，渡口的雾还没有散，老船工已经把缆绳解开，坐在船头等第一个过河的人。',
  '从木船到铁船',
  '三十年前过河要摇橹，一趟要半个钟头，遇到涨水的日子，就只能在对岸望着自家的烟囱——',
  '后来换了铁船，再后来修了桥，坐船的人少了，他却没有走，说是舍不得这条河……',
  '图为清晨的渡口，河面上一层薄雾，远处是新修的大桥，近处是那条旧船',
  '桥上的灯亮了',
  '如今他守着渡口的小屋，给来往的人讲河的故事，讲到高兴的地方，自己先笑出声来。',
  '孩子们最爱听的是那年发大水，全村人手拉着手，一夜之间把粮食都搬到了山上。',
];

test('blocks and breaks with an empty line between are paragraphs, whatever they end with', async () => {
  assert.deepEqual(await read(lines.map((line) => `<p>${line}</p>`).join('\n')), lines);
  assert.deepEqual(await read(`<div>${lines.map((line) => `<div>${line}</div>`).join('')}</div>`), lines);
  assert.deepEqual(await read(`<div>${lines.join('<br>\n<br>')}</div>`), lines);
});

const speech = [
  '各位乡亲，今天把大家请到晒谷场上来，是想商量一件事，就是村口那口老井要不要接着修，怎么修，钱从哪里来，修好以后谁来管。',
  '这口井养了三代人，井沿上的绳印有一寸深，哪一家没有喝过它的水呢，哪一家办喜事没有从这里挑过第一担水呢，老人们说起来都记得。',
  '现在家家通了自来水，可是停水的那几天，大家还是往井边跑，可见它还有用处，有用处的东西就不该丢，丢了再要找回来就难了。',
];
const cut = (text: string, width: number): string[] => Array.from({ length: Math.ceil(text.length / width) }, (_, index) => text.slice(index * width, (index + 1) * width));

test('lines that breaks cut at a width are joined, and so are those that blocks cut', async () => {
  for (const width of [23, 30, 41]) {
    const rows = speech.map((text) => cut(text, width));
    assert.deepEqual(await read(`<div>${rows.map((pieces) => `　　${pieces.join('<br>')}`).join('<br>')}</div>`), speech, `breaks at ${width}`);
    assert.deepEqual(await read(rows.map((pieces) => pieces.map((piece, index) => `<p>${index === 0 ? '　　' : ''}${piece}</p>`).join('')).join('')), speech, `blocks at ${width}`);
  }
});

test('scraps of sentences in blocks of their own are joined', async () => {
  const scraps = speech.join('').match(/.{4,19}/gu) ?? [];
  const text = (await read(scraps.map((scrap) => `<div>${scrap}</div>`).join(''))).join('\n');
  assert.ok(text.split('\n').length * 3 < scraps.length, `${text.split('\n').length} of ${scraps.length}`);
});

test('a list in lines of any length stays a list', async () => {
  const list = Array.from({ length: 6 }, (_, index) => [
    `第${'一二三四五六'.charAt(index)}组`,
    `组长单位青石镇水管站${index + 1}号片区`,
    `王大山（某县水利学会）小型水库的${'管护防汛清淤除险放水养鱼'.slice(index * 2, index * 2 + 2)}办法与经验交流`,
    `周大山、桑志远（某市农学院）${'浅山川道平原河滩丘陵湖区'.slice(index * 2, index * 2 + 2)}地区春旱的成因及对策研究——以三个乡镇为例`,
    `李大河（某县气象台）人工${'增雨消雹补光驱雾防霜融雪'.slice(index * 2, index * 2 + 2)}作业的时机选择`,
  ]).flat();
  assert.deepEqual(await read(`<div>${list.join('<br>')}</div>`), list);
});

test('a few headlines in blocks of their own stay apart', async () => {
  const headlines = ['渡口最后一班船今晨靠岸', '旧粮站变成图书馆 三十位老人当上管理员', '夜校又开课了', '山路上的邮递员换了新车：三十年走坏两百双鞋', '茶园里的年轻人回来了', '晨光周刊开设乡村医生专栏，讲述药箱背后的故事'.replace('，', ' ')];
  assert.deepEqual(await read(headlines.map((line) => `<p>${line}</p>`).join('')), headlines.map((line) => line.replace(/\s/gu, '')));
});

test('labels that come back begin lines of their own, whatever stands above', async () => {
  const rows = [speech[0] ?? '', ...['东湖', '西山', '南塘'].flatMap((name, index) => [`${name}公园`, `湖心岛联票${index + 4}0元；高空观景台和水上乐园的联合票${index + 2}20元，节假日另加十元`, `游客电话：010-62${index}0`]), speech[1] ?? ''];
  assert.deepEqual(await read(rows.map((row) => `<p>${row}</p>`).join('')), rows.map((row) => row.replace(/\s/gu, '')));
});

test('indents of preformatted text open paragraphs though lines are full', async () => {
  const width = 25;
  const even = speech.map((text) => `${text.slice(0, width * 2 - 1)}。`);
  assert.deepEqual(await read(`<pre>${even.map((text) => `　　${cut(text, width).join('\n')}`).join('\n')}</pre>`), even);
});
