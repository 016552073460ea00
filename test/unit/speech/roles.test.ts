import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ParagraphRole, Placeholder } from '../../../src/core/contracts.ts';
import { findPlaceholders } from '../../../src/core/speech/placeholders.ts';
import { isFarewell, tellRole, type ParagraphPlace } from '../../../src/core/speech/roles.ts';

const lead: ParagraphPlace = { leading: true, first: true, last: false, late: false, part: '' };
const inner: ParagraphPlace = { leading: false, first: false, last: false, late: false, part: '' };
const end: ParagraphPlace = { leading: false, first: false, last: true, late: true, part: '' };
const late: ParagraphPlace = { leading: false, first: false, last: false, late: true, part: '' };

const roles: readonly (readonly [string, ParagraphPlace, ParagraphRole])[] = [
  ['各位委员、同志们：', lead, 'address'],
  ['老周、各位同事：', lead, 'address'],
  ['王书记、各位领导：', lead, 'address'],
  ['尊敬的李总，各位伙伴：', lead, 'address'],
  ['各位老哥、老姐：', lead, 'address'],
  ['各位要记住的只有一句：', { ...lead, first: false }, 'body'],
  ['今天召开全县经济工作会议，主要任务是总结去年工作，部署今年任务。', lead, 'opening'],
  ['今天，我们在这里召开全区科普工作会议，主要任务是总结去年、部署今年。', lead, 'opening'],
  ['借此机会，我讲三点意见。', { ...lead, first: false }, 'transition'],
  ['在此，我代表市科协向受到表彰的同志表示热烈的祝贺和衷心的感谢！', { ...lead, first: false }, 'thanks'],
  ['过去一年，全市科协系统办成了三件大事，取得了明显成效。', { ...lead, first: false }, 'review'],
  ['借此机会，我想和同学们分享三个词。', { ...lead, first: false }, 'transition'],
  ['借此机会，我向大家报告一下今年县里的几件事。', { ...lead, first: false }, 'transition'],
  ['请有关部门作一次汇报，以便进一步落实。', { ...lead, first: false }, 'body'],
  ['回首上一学年，我们走过了不平凡的路，操场修好了，科技节办起来了。', { ...lead, first: false }, 'review'],
  ['在这里，向各位老同志深深鞠一躬，道一声：你们辛苦了！', { ...lead, first: false }, 'thanks'],
  ['在此，我代表县委、县政府，向守在堤上的同志们道一声：辛苦了！', { ...lead, first: false }, 'thanks'],
  ['借这个机会，向各位师傅道声辛苦。', { ...lead, first: false }, 'thanks'],
  ['说一千道一万，不如扎扎实实干一件。', late, 'body'],
  ['我要说的话不多，主要是三件。', late, 'transition'],
  ['一是盼路况通畅。二是盼收费透明。三是盼歇脚有地方。', lead, 'body'],
  ['（一）在座谈会召开之际，把路修到村口。', lead, 'body'],
  ['首先，请允许我代表县里欢迎各位来宾。', lead, 'opening'],
  ['秋收在即，镰刀都磨好了。', lead, 'opening'],
  ['这些变化，离不开每一位老师的默默付出，谢谢你们！', { ...lead, first: false }, 'thanks'],
  ['衷心希望各位老同志多保重身体，常回来看看。', late, 'call'],
  ['现在，开幕式到此结束，请各位移步赏花。', end, 'closing'],
  ['各单位要把任务分解到科室、到个人。', inner, 'body'],
  ['同志们，让我们振奋精神，把蓝图变成实景。', late, 'call'],
  ['最后，祝大家工作顺利、身体健康！谢谢大家！', end, 'closing'],
];
for (const [text, place, role] of roles) test(`${role}: ${text.slice(0, 12)}`, () => assert.equal(tellRole(text, place), role));

test('a line that only says goodbye is told', () => {
  for (const text of ['谢谢大家！', '谢谢各位领导！', '散会。', '我就讲这些。', '今天就讲到这里，谢谢大家。', '我的发言完了，谢谢大家！']) {
    assert.ok(isFarewell(text), text);
  }
  for (const text of ['', '同志们：', '预祝大会圆满成功！', '大家一起干！', '以上汇报，请批评指正。', '让我们携手前行，谢谢大家！']) {
    assert.ok(!isFarewell(text), text);
  }
});

const placeholders: readonly (readonly [string, readonly (readonly [string, Placeholder['kind'], string | null])[]])[] = [
  ['到〔市名〕调研', [['〔市名〕', 'place', '市名']]],
  ['于*月**日召开', [['*', 'date', null], ['**', 'date', null]]],
  ['培育**家企业', [['**', 'number', null]]],
  ['xx市是试点，XX同志讲话', [['xx', 'place', null], ['XX', 'name', null]]],
  ['某某同志和××县', [['某某', 'name', null], ['××', 'place', null]]],
  ['占比XX.X%', [['XX.X', 'number', null]]],
  ['于　　年　　月　　日前报送', [['　　', 'date', null], ['　　', 'date', null], ['　　', 'date', null]]],
  ['2024年 月 日', [[' ', 'date', null], [' ', 'date', null]]],
  ['2024年  月饼卖得好，这一年  日子安稳，3月 日报', []],
  ['投入____万元', [['____', 'number', null]]],
  ['这是一句没有留空的话，X光机也不是', []],
];
for (const [text, expected] of placeholders) {
  test(`placeholders: ${text}`, () => {
    const found = findPlaceholders(text, 10);
    assert.deepEqual(found.map(({ span, kind, hint }) => [text.slice(span.start - 10, span.end - 10), kind, hint]), expected);
  });
}
