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

const lines = (...all: readonly string[]): ReturnType<typeof read> => read(`${all.join('\n')}\n`);

test('what stands above an official paper’s title, and below its signature', () => {
  const { outline, text } = lines('枫桥县人民政府文件', '', '枫政发〔2024〕8号', '', '枫桥县人民政府', '关于表彰2023年度先进集体的决定', '', '各乡镇人民政府：', '县政府决定，对青石镇等十二个单位予以表彰，望再接再厉。', '枫桥县人民政府', '2024年2月3日', '抄送：县委各部门。', '枫桥县人民政府办公室            2024年2月3日印发');
  assert.deepEqual([outline.articles[0]?.title, outline.articles[0]?.date], ['枫桥县人民政府 关于表彰2023年度先进集体的决定', '2024-02-03']);
  assert.match(text, /枫政发〔2024〕8号/);
});

test('labels below the title of minutes are no title and no authors', () => {
  const speech = lines('县水利项目调度会议纪要', '时间：2024年4月8日下午', '地点：县政府三楼会议室', '主持人：县长  桑志远', '参加人员：县发改局、财政局、水利局主要负责同志，各乡镇长', '记录人：柏青', '', '会议听取了水利局的汇报，议定如下事项：', '一、关于青石河治理。五月底前完成征迁。', '二、关于农村供水。先换漏损率高的村。').outline.articles[0];
  assert.deepEqual([speech?.title, speech?.date, speech?.authors, heads(speech?.sections)], ['县水利项目调度会议纪要', '2024-04-08', [], ['1 关于青石河治理', '1 关于农村供水']]);
});

test('a subtitle above who speaks names the occasion and is no part of the title', () => {
  const speech = lines('真抓实干 推动城市管理上台阶', '——在全区城市管理推进会上的讲话', '区委副书记、区长 申屠远', '同志们：', '城市管得好不好，群众走出家门就知道。').outline.articles[0];
  assert.deepEqual([speech?.title, speech?.occasion, speech?.speaker], ['真抓实干 推动城市管理上台阶', '全区城市管理推进会', '申屠远']);
});

test('a standing committee is addressed on a line of its own', () => {
  const speech = lines('关于全县养老服务工作情况的报告', '主任、各位副主任、各位委员：', '我受县人民政府委托，报告有关情况，请予审议。').outline.articles[0];
  assert.deepEqual([speech?.title, speech?.paragraphs[0]?.role, speech?.paragraphs.length], ['关于全县养老服务工作情况的报告', 'address', 2]);
});

test('the one highest heading of a page is its title, whatever its level', () => {
  const speech = parseSpeech(readMarkdown('## 在造林现场会上的讲话\n\n同志们：\n\n### 树要栽活\n\n坑要挖深。\n\n### 林要管住\n\n人要上山。\n', 0), 'a.md').outline.articles[0];
  assert.deepEqual([speech?.title, heads(speech?.sections)], ['在造林现场会上的讲话', ['1 树要栽活', '1 林要管住']]);
  const untitled = parseSpeech(readMarkdown('## 一、树要栽活\n\n坑要挖深。\n\n### 林要管住\n\n人要上山。\n', 0), 'a.md').outline.articles[0];
  assert.deepEqual([untitled?.title, heads(untitled?.sections)], [null, ['1 树要栽活', '2 林要管住']]);
});

test('a speech without heads ends as others do', () => {
  const roles = lines('在丰收节开幕式上的致辞', '父老乡亲们：', '稻谷进仓，瓜果飘香，我们相聚在湖畔。', '今年粮食总产登上十亿斤台阶。', '丰收节是农民自己的节日。', '最后，预祝丰收节圆满成功！祝各位乡亲身体健康、阖家幸福！', '谢谢大家！（长时间热烈掌声）').outline.articles[0]?.paragraphs.map(({ role }) => role);
  assert.deepEqual(roles, ['address', 'opening', 'opening', 'body', 'closing', 'closing']);
});

test('a name of three characters set apart, and who speaks above no title', () => {
  const speech = lines('在全市推进会上的讲话', '市委常委、常务副市长　裴 东 来', '2024年2月19日', '同志们：', '节后上班第二天，我们就开会。').outline.articles[0];
  assert.deepEqual([speech?.title, speech?.speaker, speech?.date], ['在全市推进会上的讲话', '裴东来', '2024-02-19']);
  const untitled = lines('主讲人：贺文彬', '时间：2024年7月1日', '同志们：', '今天由我讲一堂党课。').outline.articles[0];
  assert.deepEqual([untitled?.title, untitled?.speaker, untitled?.date], [null, '贺文彬', '2024-07-01']);
});
