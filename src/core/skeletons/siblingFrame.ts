import type { TypedHead } from './headingSkeletons.ts';

/**
 * The frame that a head gives its siblings, as a snippet: what carries the form stays, what carries the matter becomes a
 * tab stop.
 *
 *     （一）强化思想引领，在学深悟透上下功夫   →   强化${1:思想}引领，在${2:学深悟透}上下功夫
 *
 * `null` where the head shows no form worth repeating.
 */
export function siblingFrame(head: string): string | null {
  let stop = 0;
  let kept = 0;
  const clauses = head.split(/(?<=[，、；])/u).map((clause) => {
    const mark = /[，、；]$/u.exec(clause)?.[0] ?? '';
    const text = mark === '' ? clause : clause.slice(0, -1);
    const open = opening.exec(text)?.[0] ?? '';
    const close = closing.exec(text.slice(open.length))?.[0] ?? '';
    const matter = text.slice(open.length, text.length - close.length);
    if (matter === '' || (open === '' && close === '')) return null;
    kept += 1;
    stop += 1;
    return `${open}\${${String(stop)}:${escapeSnippet(matter)}}${close}${mark}`;
  });
  if (kept === 0 || clauses.some((clause) => clause === null)) return null;
  return `${clauses.join('')}$0`;
}

/** What opens a parallel head: a verb that is repeated or exchanged for its like, or a frame such as 在……上. */
const opening =
  /^(突出|强化|聚焦|坚持|着眼|着力|立足|围绕|抓好|抓实|抓|强|夯实|筑牢|把牢|打造|构建|完善|深化|做好|做实|做优|做强|必须|深刻认识|处理好|解决|以|在|为|让|用|把|从|向)/u;

/** What closes one: 引领, 上下功夫, 上见实效, 为抓手, 的关系, 的问题. */
const closing =
  /(引领|赋能|先行|为先|为本|为要|上(下功夫|见实效|求突破|强担当|出实招|作表率|走在前|持续发力|精准发力)|为(牵引|抓手|重点|目标|引领|支撑|保障)|的(关系|问题|要求|责任|力量)|品牌|机制|体系|平台|关|好|实|牢)$/u;

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}

const numerals = '一二三四五六七八九十';

/** Whether the head being typed is the next sibling of an earlier one: same level, next number, nothing typed yet. */
export function isNextSibling(earlier: TypedHead, typed: TypedHead): boolean {
  const before = numerals.indexOf(/[一二三四五六七八九]/u.exec(earlier.ordinal)?.[0] ?? '');
  const now = numerals.indexOf(/[一二三四五六七八九十]/u.exec(typed.ordinal)?.[0] ?? '');
  return earlier.level === typed.level && typed.text === '' && before >= 0 && now === before + 1;
}
