import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPlaceholders } from '../../../src/core/speech/placeholders.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** Facts taken out and blanks left open, as files have them, with what kind of fact each is. */
const cases: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ['会议定于*月*日召开', [['*', 'date'], ['*', 'date']]],
  ['XX年XX月XX日，市里下发通知', [['XX', 'date'], ['XX', 'date'], ['XX', 'date']]],
  ['二〇××年××月', [['××', 'date'], ['××', 'date']]],
  ['20XX年以来', [['XX', 'date']]],
  ['202X年度工作总结', [['X', 'date']]],
  ['〔年份〕年〔月份〕', [['〔年份〕', 'date'], ['〔月份〕', 'date']]],
  ['上午__时__分准时开会', [['__', 'date'], ['__', 'date']]],
  ['截至*月底', [['*', 'date']]],
  ['【】年【】月', [['【】', 'date'], ['【】', 'date']]],
  ['__年__月__日', [['__', 'date'], ['__', 'date'], ['__', 'date']]],
  ['引进企业**家', [['**', 'number']]],
  ['增长*.*%', [['*.*', 'number']]],
  ['完成投资XX亿元', [['XX', 'number']]],
  ['培训××余人次', [['××', 'number']]],
  ['达到**万亩', [['**', 'number']]],
  ['占比提高X个百分点', [['X', 'number']]],
  ['建成__个示范点', [['__', 'number']]],
  ['〔个数〕个镇', [['〔个数〕', 'number']]],
  ['第**次全体会议', [['**', 'number']]],
  ['排名全省第X位', [['X', 'number']]],
  ['同比增长〔百分比〕', [['〔百分比〕', 'number']]],
  ['投入资金（  ）万元', [['（  ）', 'number']]],
  ['开展活动XXX场次', [['XXX', 'number']]],
  ['GDP突破***亿元大关', [['***', 'number']]],
  ['人均收入*万元', [['*', 'number']]],
  ['共有XX名党员', [['XX', 'number']]],
  ['出动×××人', [['×××', 'number']]],
  ['约**%的企业', [['**', 'number']]],
  ['XX市科协', [['XX', 'place']]],
  ['某市某县', [['某', 'place'], ['某', 'place']]],
  ['××省××县', [['××', 'place'], ['××', 'place']]],
  ['在**区调研', [['**', 'place']]],
  ['〔市名〕的河', [['〔市名〕', 'place']]],
  ['__镇__村', [['__', 'place'], ['__', 'place']]],
  ['XX自治州', [['XX', 'place']]],
  ['位于××路的工地', [['××', 'place']]],
  ['XX街道XX社区', [['XX', 'place'], ['XX', 'place']]],
  ['○○县委', [['○○', 'place']]],
  ['*市的经验', [['*', 'place']]],
  ['xx高新区', [['xx', 'place']]],
  ['XX书记讲话', [['XX', 'name']]],
  ['某某同志', [['某某', 'name']]],
  ['请×××局长发言', [['×××', 'name']]],
  ['由***同志主持', [['***', 'name']]],
  ['王XX同志', [['XX', 'name']]],
  ['张某某因病请假', [['某某', 'name']]],
  ['李某向他提出', [['某', 'name']]],
  ['〔姓名〕同志', [['〔姓名〕', 'name']]],
  ['我是XX，来自山里', [['XX', 'name']]],
  ['主持人：XXX', [['XXX', 'name']]],
  ['XX教授和XX老师', [['XX', 'name'], ['XX', 'name']]],
  ['刘*副市长', [['*', 'name']]],
  ['XX公司董事长', [['XX', 'other']]],
  ['××大学附属医院', [['××', 'other']]],
  ['某企业负责人', [['某', 'other']]],
  ['〔单位全称〕主办', [['〔单位全称〕', 'other']]],
  ['《XX条例》实施以来', [['XX', 'other']]],
  ['XX精神深入人心', [['XX', 'other']]],
  ['由（姓名）负责，【单位名称】协办，在[地点]和{ 时间 }', [['（姓名）', 'name'], ['【单位名称】', 'other'], ['[地点]', 'place'], ['{ 时间 }', 'date']]],
  ['会议在（东路）召开，【要点】都记下来，各学校（单位）照办', []],
  ['由张XX、李×同志和赵××负责', [['XX', 'name'], ['×', 'name'], ['××', 'other']]],
  ['第×届理事会，○○同志到□□市', [['×', 'number'], ['○○', 'name'], ['□□', 'place']]],
  ['围绕XX项目开展工作', [['XX', 'other']]],
  ['长5*8米，共3*5=15块，20*5年建成', [['*', 'other']]],
  ['〔县领导姓名〕到会，〔联系人〕报名，〔主持人〕宣布开会', [['〔县领导姓名〕', 'name'], ['〔联系人〕', 'name'], ['〔主持人〕', 'name']]],
  ['〔领导人数〕人，〔乡镇名〕', [['〔领导人数〕', 'number'], ['〔乡镇名〕', 'place']]],
  ['降雨××毫米，水深*米，装车XX辆，抢修__小时', [['××', 'number'], ['*', 'number'], ['XX', 'number'], ['__', 'number']]],
  ['〔2023〕15号文件要落实，河政发〔2024〕8号也要落实', []],
  ['〔20XX〕15号文件，河政发〔2024〕XX号', [['〔20XX〕', 'other'], ['XX', 'number']]],
  ['（填写人数）人参加，（此处填日期）前报名', [['（填写人数）', 'number'], ['（此处填日期）', 'date']]],
  ['（填写说明见附表）照此（填报）', []],
  ['某年某月某日，在某地开会', [['某', 'date'], ['某', 'date'], ['某', 'date'], ['某', 'place']]],
  ['某些同志、某种程度、某个地方、某月刊、某年轻人', []],
  ['X光机和CT机', []],
  ['乘以3×5等于15', []],
  ['*重点*内容请看附件', []],
  ['XML和XX的区别不大的句子，编号AXX12', [['XX', 'other']]],
];
for (const [text, wanted] of cases) {
  test(`placeholders: ${text}`, () => {
    const found = findPlaceholders(text, 0).map(({ span, kind }) => [text.slice(span.start, span.end), kind]);
    assert.deepEqual(found, wanted);
  });
}

test('what is still to be filled in is not taken for what a page put into a sentence', () => {
  const text = ['在XX市科技大会上的讲话', '（20XX年X月X日）', '×××', '同志们：', '今天，我们在〔市名〕召开大会。去年*月**日，走访企业××家，投入资金_____万元，增长□□%。下面，我讲两点意见。', '一、认清形势', '到去年底，全市（　　）家企业上市。', '二、抓住重点', '由【单位名称】牵头，[时间]前完成，{姓名}负责。', '谢谢大家！'].join('\n');
  const { outline, text: clean } = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
  assert.deepEqual(outline.problems, []);
  assert.match(clean, /投入资金_____万元，增长□□%。/);
  assert.match(clean, /\[时间\]前完成/);
});
