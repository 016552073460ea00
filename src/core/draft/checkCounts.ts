import { readNumber } from '../speech/numerals.ts';
import type { DraftIssue } from './draftIssue.ts';
import { ordinalMarks, type OrdinalMark } from './ordinalMarks.ts';

/** 讲三点意见, 谈几个方面: what a speech says of its own parts. */
const announced =
  /(?:讲|谈|提|提出|强调|汇报|报告|说)(?:以下|如下|这么|这样)?(?<count>[两二三四五六七八九十]|\d{1,2})(?<unit>个方面|方面|点|个问题|条|件事|句话|项)(?:的?(?:意见|要求|希望|体会|想法|建议|内容|情况|问题|认识|看法|打算|感受|工作))?/gu;

/** 抓好三项工作：一是…… : the count stands right before its row. */
const listed = /(?<count>[两二三四五六七八九十]|\d{1,2})(?<unit>个方面|方面|个|点|条|项|件|大|对|类|种)(?:[^，。；：！？\n]{0,12}：|[^，。；：！？\n]{0,8}(?:任务|工作|要求|意见)。)[ \t]*\n?[ \t\u3000\n]*(?=(?:一是|一要|第一|首先))/gu;

/** A speech that says three and gives four: the listeners count along. */
export function checkCounts(prose: string): DraftIssue[] {
  const marks = ordinalMarks(prose);
  const issues: DraftIssue[] = [];
  for (const pattern of [announced, listed]) {
    for (const match of prose.matchAll(pattern)) {
      const { count = '', unit = '' } = match.groups ?? {};
      const said = readNumber(count);
      const end = match.index + match[0].length;
      const first = marks.findIndex(({ at }) => at >= end);
      const opening = marks[first];
      // The row must come at once, or be the heads of the speech.
      if (said === null || opening === undefined || (pattern === listed && opening.at !== end)) continue;
      const given = lengthOfRow(marks, first);
      if (given < 2 || said === given) continue;
      const start = match.index + match[0].indexOf(count);
      if (issues.some((issue) => issue.start === start)) continue;
      const name = unit.startsWith('个') ? '个' : unit;
      const message = `前面说是${count}${unit}，后面列了${String(given)}${name}。`;
      // A head more may be a closing word of its own.
      const severity = opening.opensLine && opening.family !== 'item' && given > said ? 'information' : 'warning';
      issues.push({ code: 'count', message, severity, start, end: start + count.length + unit.length, fixes: [] });
    }
  }
  return issues;
}

/** Members of the row that begins with a mark; 0 where it does not begin with one, or skips: then it is the numbers that are wrong. */
function lengthOfRow(marks: readonly OrdinalMark[], first: number): number {
  const opening = marks[first];
  if (opening === undefined || opening.number !== 1) return 0;
  let count = 1;
  for (const mark of marks.slice(first + 1)) {
    if (mark.depth > opening.depth) continue;
    if (mark.depth < opening.depth || mark.number === 1) break;
    if (mark.number !== count + 1) return 0;
    count += 1;
  }
  return count;
}
