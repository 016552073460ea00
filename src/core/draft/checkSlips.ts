import { commonSlips } from './commonSlips.ts';
import type { DraftIssue } from './draftIssue.ts';

/** 大约100人左右, 截止3月底: a word too many, or the wrong one beside a figure. */
const phrases: readonly (readonly [pattern: RegExp, message: string, right: string | null])[] = [
  [/截止(?=(?:\d|[一二三四五六七八九十]){1,4}(?:年|月|日)|\d{4}年)/gu, '到某一时间为止，用“截至”。', '截至'],
  [/(?:大约|大概|接近|将近)有?(?:近|约)?[\d.一二三四五六七八九十百千万亿多]+[^，。；、：\d\n]{0,3}(?:左右|上下)/gu, '“大约”一类的词与“左右”“上下”只用一个。', null],
  [/(?:超过|至少|不少于|不低于)[\d.一二三四五六七八九十百千万亿多]+(?:万|亿)?[人家个项名次元亩吨]?以上(?!的?(?:人口|学历|规模|党|干部))/gu, '“超过”“至少”一类的词与“以上”只用一个。', null],
  // 认真的落实每一项措施; 深入的宣传教育 and 积极的推动作用 are right.
  [/(?<=(?:认真|努力|扎实|切实|深入|大力|严格|不断|自觉|坚决|更好))的(?=(?:落实|推动|推进|开展|贯彻|抓好|做好|完成|履行)(?!下|作用|力|效|机制|方式|方法|过程|情况|[，。、；和的者]))/gu, '动词前用“地”。', '地'],
  [/(?<=[，。；：\p{Script=Han}][做干抓办讲搞])的(?=(?:很|非常|十分|比较)(?:好|实|快|到位|扎实|出色|有))/gu, '动词后用“得”。', '得'],
];

/** Words written wrongly, as input methods and haste bring them about. */
export function checkSlips(prose: string): DraftIssue[] {
  const issues: DraftIssue[] = [];
  for (const match of prose.matchAll(commonSlips.pattern)) {
    const [found] = match;
    const right = commonSlips.rightFor(found);
    if (right === null) continue;
    const fixes = [{ title: `改为“${right}”`, newText: right }];
    const message = `“${found}”应写作“${right}”。`;
    issues.push({ code: 'slip', message, severity: 'warning', start: match.index, end: match.index + found.length, fixes });
  }
  for (const [pattern, message, right] of phrases) {
    for (const match of prose.matchAll(pattern)) {
      const fixes = right === null ? [] : [{ title: `改为“${right}”`, newText: right }];
      issues.push({ code: 'slip', message, severity: 'information', start: match.index, end: match.index + match[0].length, fixes });
    }
  }
  return issues;
}
