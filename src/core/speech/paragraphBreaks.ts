/** Paragraphs shorter than this, in code units, are not cut further. */
const shortEnough = 260;
const leastPiece = 40;

const openers =
  /^(?:过去的?一年|一年来|几年来|五年来|今年以来|去年以来|近年来|回顾|展望|当前|同志们[,，！!：:]|各位[^，。]{1,12}[,，！!：:]|在此[,，]|借此机会|借这个机会|下面[,，]|最后[,，]|总之[,，]|会后[,，]|稍后[,，]|面对|新的一年|今后[,，]|这次会议|这些成绩|同时[,，]要|让我们|(?:20\d\d|今|明)年[,，是])/u;

/**
 * Where paragraphs begin in a body whose line breaks were lost: before sentences that open a new step of a speech.
 * Returns offsets of the text, ascending, 0 left out. A body that is short enough stays whole.
 */
export function findParagraphBreaks(text: string): number[] {
  if (text.length <= shortEnough) return [];
  const breaks: number[] = [];
  let last = 0;
  for (const match of text.matchAll(/[。！？!?][”’」』）)]*/gu)) {
    const at = match.index + match[0].length;
    if (at - last < leastPiece || text.length - at < leastPiece) continue;
    if (openers.test(text.slice(at, at + 24).trimStart())) {
      breaks.push(at);
      last = at;
    }
  }
  return breaks;
}

const closingWord =
  /作出.{0,8}贡献|贡献.{0,12}力量|谱写.{0,24}篇章|努力奋斗|不懈奋斗|团结奋斗|让我们|谢谢大家|谢谢各位|再创.{0,8}(?:佳绩|辉煌)|新局面[。！!]?$/u;

/**
 * Where a speech's closing begins inside the body of its last section: behind the last sentence that still shares words
 * with the section's head, if what follows reads like a closing. -1 where it does not show.
 */
export function findClosing(text: string, heading: string): number {
  const plain = heading.replace(/[，,、\s“”"‘’]/gu, '');
  const topics = new Set<string>();
  for (let index = 1; index < plain.length; index += 1) topics.add(plain.slice(index - 1, index + 1));
  let closing = -1;
  let start = 0;
  for (const match of text.matchAll(/[。！？!?][”’」』）)]*/gu)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(start, end);
    if (/^(?:同志们|各位[^，。]{1,10}|朋友们)[,，！!：:]/u.test(sentence) && text.length - start < 700) closing = start;
    else if (closing < 0 || !text.slice(closing).match(/^(?:同志们|各位|朋友们)/u)) {
      let shared = 0;
      for (let index = 1; index < sentence.length; index += 1) if (topics.has(sentence.slice(index - 1, index + 1))) shared += 1;
      if (shared > 0) closing = -1;
      else if (closing < 0) closing = start;
    }
    start = end;
  }
  if (closing <= 0) return -1;
  const rest = text.length - closing;
  return rest >= 30 && rest <= 700 && closingWord.test(text.slice(closing)) ? closing : -1;
}
