import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { readMarkdown } from '../../../src/engine/readers/markdown.ts';

const read = (text: string): ReturnType<typeof parseSpeech> => parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');

const body = '立冬刚过，地里的活告一段落，正是修渠清淤的好时候。今天把大家请到灌区现场来开会，就是要看着渠说渠的事，把今冬明春的工作定下来，大家要听仔细。';

/** What stands before the address in one line: title, speaker and day that must come out. */
const glued: readonly [above: string, title: string, speaker: string | null, date: string | null][] = [
  ['在全市冬修动员会上的讲话', '在全市冬修动员会上的讲话', null, null],
  ['在全市冬修动员会上的讲话（2023年11月6日）', '在全市冬修动员会上的讲话', null, '2023-11-06'],
  ['在全市冬修动员会上的讲话（2023年11月6日）柳河市副市长 邹立群', '在全市冬修动员会上的讲话', '邹立群', '2023-11-06'],
  ['在全市冬修动员会上的讲话柳河市副市长邹立群（2023年11月6日）', '在全市冬修动员会上的讲话', '邹立群', '2023-11-06'],
  ['柳河区科协2023年度工作报告2024年1月18日魏东明', '柳河区科协2023年度工作报告', '魏东明', '2024-01-18'],
  ['全县冬春火灾防控部署会讲话提纲', '全县冬春火灾防控部署会讲话提纲', null, null],
  ['读懂三封家书里的初心主讲人：贺文彬时间：2024年7月1日', '读懂三封家书里的初心', '贺文彬', '2024-07-01'],
  ['读懂三封家书里的初心', '读懂三封家书里的初心', null, null],
  ['1、在全市冬修动员会上的讲话', '在全市冬修动员会上的讲话', null, null],
];

for (const [above, title, speaker, date] of glued) {
  test(`glued to the address: ${above}`, () => {
    const speech = read(`${above}同志们：${body}`).outline.articles[0];
    assert.deepEqual([speech?.title, speech?.speaker, speech?.date], [title, speaker, date]);
    assert.deepEqual(speech?.paragraphs.map(({ text }) => text), ['同志们：', body]);
  });
}

for (const above of ['今天很高兴见到', '刚才，', '借此机会，我向', '向全县的']) {
  test(`no title: ${above}`, () => {
    assert.equal(read(`${above}各位领导：${body}`).outline.articles[0]?.title, null);
  });
}

test('the day on the title’s own line', () => {
  const speech = read(`在全市冬修动员会上的讲话（2023年11月6日）\n同志们：\n${body}\n`).outline.articles[0];
  assert.deepEqual([speech?.title, speech?.date], ['在全市冬修动员会上的讲话', '2023-11-06']);
});

test('the day between the title and who speaks', () => {
  for (const lines of ['（2023年11月6日）\n柳河市副市长  邹立群', '柳河市副市长  邹立群\n（2023年11月6日）']) {
    const speech = read(`在全市冬修动员会上的讲话\n${lines}\n同志们：\n　　${body}\n`).outline.articles[0];
    assert.deepEqual([speech?.title, speech?.date, speech?.authors], ['在全市冬修动员会上的讲话', '2023-11-06', [{ name: '邹立群', post: '柳河市副市长' }]]);
    assert.deepEqual(speech?.paragraphs.map(({ text }) => text), ['同志们：', body]);
  }
});

const heads = (sections: readonly Section[] = []): string[] => sections.flatMap((section) => [`${String(section.level)} ${section.heading}`, ...heads(section.sections)]);

test('breaks that became spaces are breaks', () => {
  const lines = ['在全区青年座谈会上的讲话', '魏 东', '同志们：', body, '一、坐得住', '科研是慢功夫。', '（一）选准方向', '选准一个方向咬住不放。', '（二）少追热点', '少一点浮躁。', '二、闯得出', '青年人最宝贵的是敢想。', '谢谢大家！'];
  for (const gap of ['  ', '　　', '\u00a0\u00a0\u00a0\u00a0']) {
    const speech = read(lines.join(gap)).outline.articles[0];
    assert.deepEqual([speech?.title, speech?.speaker], ['在全区青年座谈会上的讲话', '魏东']);
    assert.deepEqual(heads(speech?.sections), ['1 坐得住', '2 选准方向', '2 少追热点', '1 闯得出']);
    assert.deepEqual(speech?.sections.at(-1)?.paragraphs.map(({ text }) => text), ['青年人最宝贵的是敢想。', '谢谢大家！']);
  }
  // Paragraphs kept their indents, heads that had none kept nothing.
  const mixed = lines.map((line) => (line.endsWith('。') ? `　　${line}` : line)).join('');
  assert.deepEqual(heads(read(mixed).outline.articles[0]?.sections).filter((head) => head.startsWith('1')), ['1 坐得住', '1 闯得出']);
});

test('a line of Markdown in bold throughout', () => {
  const source = readMarkdown('# 在座谈会上的讲话\n\n**（2023年11月6日）**\n\n**魏东明**\n\n同志们：\n\n来了**位同志，*月**日到。\n', 0);
  const { outline, text } = parseSpeech(source, 'a.md');
  assert.deepEqual([outline.articles[0]?.title, outline.articles[0]?.date, outline.articles[0]?.speaker], ['在座谈会上的讲话', '2023-11-06', '魏东明']);
  assert.match(text, /来了\*\*位同志，\*月\*\*日到。/);
});
