import { furnitureScore } from './furnitureScore.ts';
import { isPersonName } from './personNames.ts';
import { isDateOrName } from './title.ts';

/** A line of two to four characters may be a name by its shape alone; from this score on 签收 and 朗读 are a page's. */
const mostOfName = 1.2;
/** The same where it begins with a surname: 方案, 高清. */
const mostOfKnownName = 2.2;

/** A day or a name, as it stands under a title or below a speech, and none of the words that pages put there. */
export function isSignature(text: string): boolean {
  return isDateOrName(text) && furnitureScore(text) < (isPersonName(text) ? mostOfKnownName : mostOfName);
}

/** `总经理 李某`, `学生代表 ***`: who speaks, with a post and the name or the stars put for it. */
export function isSpeakerLine(text: string): boolean {
  return /^[\u4e00-\u9fff]{2,16}\s+[*×Xx]{2,4}$/u.test(text) || (/^[\u4e00-\u9fff]{2,16}\s+[\u4e00-\u9fff]{2,4}$/u.test(text) && isSignature(text));
}
