import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const rows = [
  '在冬季清淤动员会上的讲话',
  '同志们：',
  '渠里的水刚停，淤泥还软，',
  '正是动手清淤的好时候。',
  '今天把大家请到闸口来，',
  '就是要把活儿分到每个人头上，',
  '谁的渠段谁来清。',
  '2019年那次没清到底，',
  '第二年春天就堵了三处，',
  '十几户的秧苗等不到水。',
  '“差不多”这三个字，今年不许再说。',
  '谢谢大家！',
];

function read(text: string): string {
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').text.replace(/\s/gu, '');
}

const whole = rows.join('');

test('what a program writes around every line goes, whatever the program', () => {
  const frames: ((row: string, index: number) => string)[] = [
    (row, index) => `[00:${12 + 3 * index}.${40 + index}]${row}`,
    (row, index) => `Caption: 1,0:01:${10 + 2 * index}.00,0:01:${12 + 2 * index}.00,Main,,5,5,5,,${row}`,
    (row, index) => `{"from":${1000 * index},"to":${1000 * index + 900},"who":"1","say":"${row}"},`,
    (row, index) => `  ${index + 1}  ${row}`,
    (row, index) => `L${100 + index}|${row}`,
  ];
  for (const frame of frames) assert.equal(read(rows.map(frame).join('\n')), whole, frame('…', 1));
});

test('the parts of a message and the broken rows of a mail lose their marks', () => {
  const parts = [0, 3, 5, 7, 9].map((from, index, all) => `(${index + 1}/5)${rows.slice(from, all[index + 1]).join('')}`);
  assert.equal(read(`${rows[0] ?? ''}\n${parts.map((part) => part.replace(rows[0] ?? '', '')).join('\n')}`), whole);
  const broken = rows.slice(2).join('').match(/.{1,9}(?![，。！])/gu) ?? [];
  assert.equal(read(`${rows.slice(0, 2).join('\n')}\n${broken.join('=\n')}`), whole);
});

test('ordinals, programmes and lists stay', () => {
  const texts = [
    ['在清淤会上的讲话', '同志们：', ...rows.slice(2, 12).map((row, index) => `${index + 1}.${row}`)],
    ['在清淤会上的讲话', '同志们：', '今天的安排是：', ...['来宾签到', '全体起立奏唱国歌', '领导致辞', '代表发言', '宣布开工', '合影留念'].map((row, index) => `${8 + index}:30 ${row}`), rows.slice(2, 8).join(''), '谢谢大家！'],
    ['清淤工具清单', ...['铁锹', '箩筐', '雨靴', '手推车', '探照灯', '绳索', '木桩', '水泵', '编织袋', '手套', '口哨'].map((row, index) => `${index + 1} ${row}`)],
    ['在清淤会上的讲话', '同志们：', ...rows.slice(2, 9).map((row, index) => `${2010 + index}年，${row}`)],
  ];
  for (const text of texts) assert.equal(read(text.join('\n')), text.join('').replace(/\s/gu, ''));
});
