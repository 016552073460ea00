import type { Placeholder } from '../contracts.ts';
import { holder } from './lineKinds.ts';
import { surnames } from './personNames.ts';

/** What a form asks for; other words in brackets are the text's. */
const named = '姓名|人名|单位名称|公司名称|学校名称|会议名称|活动名称|领导姓名|省名|市名|县名|区名|具体数字|具体时间|具体日期|具体地点|具体数据';
/** What round brackets may say beside a word of the text: 学校（单位）. */
const plain = '名字|单位|部门|职务|地名|地点|时间|日期|年份|年月日|数字|数量|人数|金额|比例|讲话人|称呼';
/** 填写人数, 此处填日期: with it round brackets ask for plain words as well. */
const order = '(?:请|此处|在此|这里)?填(?:写|入|上)?(?:具体|实际)?';
const asked = `(?:\\[\\s*(?:${named}|${plain})\\s*\\]|［\\s*(?:${named}|${plain})\\s*］|【\\s*(?:${named}|${plain})\\s*】|\\{\\s*(?:${named}|${plain})\\s*\\}|（\\s*(?:${named}|${order}(?:${named}|${plain}))\\s*）)`;

/**
 * Facts that were taken out of a text or are still open: `〔市名〕`, `*月**日`, `XX市`, `××`, `某某同志`, `____`, `　年　月　日`.
 * 〔2024〕15号 is a paper's number. What stands around it tells the kind: `*年` a date, `达到*家` a number, `xx市` a place, `xx同志` a name.
 */
const form = new RegExp(
  `〔(?!(?:19|20)\\d{2}〕)[^〔〕\\n]{0,30}〕|${asked}|(?<=(?:^|[，。、：；（“\\s])[${surnames}])[Xx×]{1,2}(?=[、，。；：）\\s]|同志|先生|女士|$)|(?<=第)[Xx×](?=[届次期批季章轮])|` +
    '[*＊]{1,8}(?:[.．][*＊]{1,8})?|(?<![A-Za-z])[Xx×✕╳]{2,8}(?:[.．][Xx×✕╳]{1,4})?(?![A-Za-z0-9])|(?<![A-Za-z×])[Xx×](?=[年月日市县区省州乡镇村街个位家项名万亿%％])' +
    `|[○〇]{2,8}(?=[市县区省年月日]|同志|先生|女士)|□{2,8}|某某某?|(?<=[${surnames}])某(?![市县区省局校院镇乡村企公个些种一])|某(?=[市县区省局校院镇乡村企公])|某(?=年(?![轻青龄级长幼]))|(?<=年)某(?=月)|(?<=月)某(?=日)|某(?=地(?![方块段质形势]))|[_＿]{2,20}|…{2}(?=[市县区年月日])|【\\s*】|（\\s{2,}）|[ \\u3000]{2,8}(?=年[ \\u3000]{1,8}月)|(?<=年)[ \\u3000]{1,8}(?=月[ \\u3000]{1,8}日|月[前底份])|(?<=年[ \\u3000]{1,8}月|年\\d{1,2}月)[ \\u3000]{1,8}(?=日)`,
  'gu',
);

const after: readonly (readonly [RegExp, Placeholder['kind']])[] = [
  [/^[年月日号时点](?!代表)/u, 'date'],
  [/^(?:自治区|自治州|自治县|自治旗|特别行政区|高新区|开发区|园区|省|市|县|区|州|乡|镇|村|街道|社区|地区|大道|路)/u, 'place'],
  [/^(?:毫米|厘米|千米|米(?![饭粉袋])|公斤|千克|斤(?!斤)|立方|小时(?!候)|辆)/u, 'number'],
  [/^(?:多|余|几)?(?:个|家|项(?!目)|名|人|万|亿|元|％|%|次|件|处|条(?![例款件约])|所|位|户|亩|公里|吨|篇|场|期|批|款|平方|倍|岁|周年|支|座|台|类|届|天|分(?![管会局])|字)/u, 'number'],
  [/^副?(?:同志|先生|女士|书记|主席|主任|局长|市长|县长|区长|校长|院长|教授|院士|部长|省长|会长|秘书长|老师|常委|处长|科长)/u, 'name'],
];
const before: readonly (readonly [RegExp, Placeholder['kind']])[] = [
  [/(?:于|年|月)$/u, 'date'],
  [/(?:达到?|增长|超过?|突破|约|近|共|计|第|总投资|不少于|下降|提高到?)$/u, 'number'],
  [/(?:我是|叫|主席|书记|主任|主持人|报告人|主讲人)[：:]?$/u, 'name'],
];
const hintKinds: readonly (readonly [RegExp, Placeholder['kind']])[] = [
  // What a hint asks for it says at its end: 〔市领导姓名〕.
  [/(?:姓名|人名|名字|领导|(?:联系|主持|负责|讲话|发言|报告|汇报|主讲|致辞|述职|演讲|记录|牵头|召集|介绍|经办|责任|法定代表)人)$/u, 'name'],
  [/[年月日]|时间|日期/u, 'date'],
  [/数|额|率|比例|金额|人次|百分/u, 'number'],
  [/[省市县区州乡镇村]|地名|地点|地区|所在地/u, 'place'],
  [/姓名|人名|名字|同志|讲话人|领导/u, 'name'],
];

/** What each form holds; most paragraphs hold nothing of it, and the forms are tried at every character. */
const mark = new RegExp(`[〔*＊Xx×✕╳○〇□某_＿]|…{2}|【\\s*】|（\\s|[年月][ \\u3000]+[月日]|${asked}`, 'u');
const mayHoldMark = holder(/[〔*＊Xx×✕╳○〇□某_＿…【（［[{ \u3000]/u);

/** The placeholders of a text, in order; spans count from `base`. */
export function findPlaceholders(text: string, base: number): Placeholder[] {
  const found: Placeholder[] = [];
  if (!mayHoldMark(text) || !mark.test(text)) return found;
  for (const match of text.matchAll(form)) {
    const start = match.index;
    const end = start + match[0].length;
    // *重点* is emphasis and X光 a word; a lone star between words is a fact taken out.
    if (emphasis(text, start, match[0])) continue;
    const hint = /^[〔[［【（{]/u.test(match[0]) ? match[0].slice(1, -1).trim() : '';
    found.push({
      span: { start: base + start, end: base + end },
      kind: kindOf({ before: text.slice(Math.max(0, start - 4), start), own: match[0], after: text.slice(end, end + 6), hint }),
      hint: hint === '' ? null : hint,
    });
  }
  return found;
}

/** Whether a star belongs to a pair around words, or between two numbers: `*重点*`, but neither `*月*日` nor `*家企业*名`. */
function emphasis(text: string, start: number, own: string): boolean {
  if (own !== '*') return false;
  // 长5*8米 is a product.
  if (/\d$/u.test(text.slice(0, start)) && /^\d/u.test(text.slice(start + 1)) && !/^\d{1,2}年/u.test(text.slice(start + 1))) return true;
  const inner = /^\*([^*，。\s]{2,20})\*/u.exec(text.slice(start))?.[1] ?? /(?:^|[^*])\*([^*，。\s]{2,20})\*$/u.exec(text.slice(0, start + 1))?.[1];
  return inner !== undefined && !beginsWithUnit(inner);
}

/** Whether a text begins with what stands behind a fact: a unit, a kind of place, a post. */
export function beginsWithUnit(text: string): boolean {
  return after.some(([pattern]) => pattern.test(text));
}

interface Surroundings {
  readonly before: string;
  readonly own: string;
  readonly after: string;
  readonly hint: string;
}

function kindOf(around: Surroundings): Placeholder['kind'] {
  const { hint } = around;
  if (hint !== '') return hintKinds.find(([pattern]) => pattern.test(hint))?.[1] ?? 'other';
  // 张×, 李XX
  if (/^[Xx×]{1,2}$/u.test(around.own) && surnames.includes(around.before.slice(-1)) && around.before !== '' && /^(?:[、，。；：）\s]|同志|先生|女士|$)/u.test(around.after)) return 'name';
  // 〔2024〕XX号
  if (/〕第?$/u.test(around.before) && around.after.startsWith('号')) return 'number';
  if (around.own === '某' && around.after.startsWith('地')) return 'place';
  // 九时__分 is a time, __分 a mark.
  if (/时$/u.test(around.before) && around.after.startsWith('分')) return 'date';
  return (
    after.find(([pattern]) => pattern.test(around.after))?.[1] ??
    before.find(([pattern]) => pattern.test(around.before))?.[1] ??
    (around.own.startsWith('某') && surnames.includes(around.before.slice(-1)) && around.before !== '' ? 'name' : 'other')
  );
}
