import { leadingVerbs } from './beginnings.ts';

/** After these something new begins: 对|人民群众, 的|重大成果. */
const opening = new Set('的和与及对为在把将向从以是了让使给被要到');

/** Before these something has come to its end: 高质量发展|的, 科技创新|等. */
const closing = new Set('的和与及等在是将');

/** Whether wording may begin here: after a mark, a particle or a verb that opens formulations. */
export function opensAt(sentence: string, start: number): boolean {
  return !isHan(sentence.charCodeAt(start - 1)) || opening.has(sentence.charAt(start - 1)) || leadingVerbs.has(sentence.slice(start - 2, start));
}

/** Whether wording may end here: before a mark or a particle. */
export function closesAt(sentence: string, end: number): boolean {
  return !isHan(sentence.charCodeAt(end)) || closing.has(sentence.charAt(end));
}

/** Also where there is no unit (NaN): the edge of a sentence is no Han character. */
export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}
