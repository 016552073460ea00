import type { Problem } from '../contracts.ts';
import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { removal, type RemovalCode } from './removal.ts';
import type { Block, Piece } from './sourceText.ts';
import { isDateOrName, isGenreTitle, isLabelled } from './title.ts';

/**
 * `文库客 > 应用文书 > 讲话致辞 老年大学开学典礼上的讲话（共3页）.doc 下载本文需12积分`: the title in one line with what a page put around it, which
 * went with that line. Where nothing above the address is a title, what names itself one comes back.
 */

/** The address stands no farther below. */
const mostAbove = 12;
/** A line of fewer Chinese characters is no title. */
const leastTitle = 6;
/** One that stands in a line of its own may be shorter: 班前会讲话. */
const leastKept = 4;
/** Whom a speaker turns to in words that no list holds: 各位理赔员、查勘员：, 护边员同志们：. */
const turnsTo = /^(?:各位|尊敬的|亲爱的)|^[\u4e00-\u9fff、]{2,16}(?:们|同志)[：:]/u;
/** What a title went with; a second title goes by a code of its own. */
const codes: ReadonlySet<string> = new Set<RemovalCode>(['site-chrome', 'page-furniture', 'advertisement', 'licence']);

/** What stands between two things of a page's. */
const parts = /[^\s|｜>›»<：:_=【】[\]（）(){}［］〔〕〖〗▼▲◆■★♪;；。，！]+/gu;
/** What a title says it is. */
const said = '[上时中]的[\\u4e00-\\u9fff]{0,6}(?:讲话|发言|致辞|致词|报告|演讲|点评)';
const named = new RegExp(said, 'u');
const occasion = new RegExp(`${said}$`, 'u');
/** One that a page's words run into: `…自动回复发送|在乡村医生例会上的讲话` */
const opened = new RegExp(`(?:^|(?<=[\\u4e00-\\u9fff]))在[\\u4e00-\\u9fff\\d“”《》、—]{4,44}${said}$`, 'u');
const post = /^[\u4e00-\u9fff]{0,10}(?:书记|[省市县区镇乡村局厅部院校处科]长|主任|主席|董事长|总经理)$/u;
const longestTitle = 60;
/** No more is looked through in one removal: what goes on for longer is a page, not a line beside a title. */
const longestRemoval = 2000;

/** Where in the text a title is, whole; a sentence that names one is about a speech, and so is what a mail or a file is called. */
function titlesIn(text: string): Piece[] {
  return [...text.matchAll(parts)].flatMap((match): Piece[] => {
    const words = match[0];
    if (words.length > longestTitle || !occasion.test(words) || countHan(words) < leastTitle || ofSentence.test(lineAround(text, match.index)) || !isGenreTitle(words)) return [];
    const at = opened.exec(words)?.index ?? 0;
    const before = words.slice(0, at);
    return [{ start: match.index + (post.test(before) ? 0 : at), end: match.index + words.length }];
  });
}

/** A line of a page's that is a sentence, or tells what a mail or a file is called. */
const ofSentence = /[，。！？]|^\s*(?:标\s?题|主\s?题|题\s?目|文件名|文档名|附\s?件|转发)\s*[：:]/u;

function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
}

/** The lines with the title that went, and what is removed without it. */
export function withTitleBack(lines: readonly Block[], removed: readonly Problem[], source: string): { lines: readonly Block[]; removed: readonly Problem[] } {
  const address = lines.slice(0, mostAbove).findIndex(({ text }) => readAddress(text, 0) > 0 || turnsTo.test(text));
  // The title may stand in one line with the address: …会议上的讲话同志们：.
  if (address < 0 || lines.slice(0, address).some(({ text }) => mayBeTitle(text)) || named.test((lines[address]?.text ?? '').slice(0, longestTitle))) return { lines, removed };
  const below = lines[address]?.pieces[0]?.start ?? 0;
  const found = removed.flatMap((problem) => {
    const { start: from, end } = problem.span;
    if (problem.space !== 'source' || !codes.has(problem.code) || from >= below || end - from > longestRemoval) return [];
    return titlesIn(source.slice(from, end)).map((piece) => ({ problem, start: from + piece.start, end: from + piece.end }));
  });
  const [title] = found;
  // Of several one is another text's.
  if (title === undefined || new Set(found.map(({ start, end }) => source.slice(start, end))).size > 1) return { lines, removed };
  const words = source.slice(title.start, title.end);
  if (lines.some(({ text }) => text.includes(words))) return { lines, removed };
  const { problem } = title;
  const around = [{ start: problem.span.start, end: title.start }, { start: title.end, end: problem.span.end }].filter(({ start, end }) => source.slice(start, end).trim() !== '');
  const own: Block = { text: words, pieces: [{ start: title.start, end: title.end }], hint: null, indented: false, indentAbove: false, apart: true };
  const at = lines.findIndex(({ pieces }) => (pieces[0]?.start ?? 0) > title.start);
  return {
    lines: [...lines.slice(0, at), own, ...lines.slice(at)],
    removed: removed.flatMap((each) => (each === problem ? around.map((piece) => removal(problem.code as RemovalCode, piece)) : [each])),
  };
}

function mayBeTitle(text: string): boolean {
  return countHan(text) >= leastKept && !isDateOrName(text) && !isLabelled(text) && !/^[（(【[]|^编者按/u.test(text);
}
