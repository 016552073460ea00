import type { Outline, Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** A speech whose lines behind its opening are given. */
export function outlineOf(lines: readonly string[]): Outline {
  return parseSpeech({ text: ['全镇灌溉工作会上的讲话', '同志们：', '今天把大家请来，是要把今年的灌溉再对一对表。', ...lines].join('\n'), hints: [], layout: 'lines' }, 'draft.txt').outline;
}

/** Heads in their order, each with its level and its number. */
export function flatten(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
}

/** Those of the speech. */
export function headsOf(lines: readonly string[]): string[] {
  return outlineOf(lines).articles.flatMap((article) => flatten(article.sections));
}

/** What may stand below a head. */
export const bodies = [
  '各村要把这件事放在心上，一家一户走到，一条一条记下，有难处的当场商量办法，办完了再回来说一声。',
  '去年有三回没有签字，账到现在还对不上，两个村的人见了面都不说话，这样的事今年不能再有。',
  '开春以后家家忙着下种，找人抬石头比找石头还难，工钱也要贵上一半，所以料要在冬天备齐。',
  '护渠的都是上了年纪的老把式，腿脚慢，眼睛也花了，今年每个村配一个年轻人跟着走。',
] as const;
