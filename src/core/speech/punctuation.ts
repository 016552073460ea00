/** Marks that end a sentence, with the closing marks and the stage directions that may follow them: `…欢迎！（鼓掌）`. */
const sentenceEnd = /[。！？!?…；;：:][”’」』）)》〉】"']*(?:（[^（）]{1,8}）)?$/u;
const hardEnd = /[。！？!?…][”’」』）)》〉】"']*(?:（[^（）]{1,8}）)?$/u;
const continuing = /^(?:[，。、；：！？）》〉”’」』】,.;:!?)%％·]|的(?![确士]))/u;
const openEnd = /[（(《〈“‘「『【，,、—·]$/u;

/** Most lines end in a Chinese character, with which neither pattern does, or in one full stop. */
function endsLike(form: RegExp, text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === fullStop || (!(last >= 0x4e00 && last <= 0x9fff) && form.test(text.slice(-16)));
}

const fullStop = 0x3002;

/** `…圆满成功。` `…如下：` `…胜利！”`: the line ends where a sentence or a clause before a list does. */
export function endsSentence(text: string): boolean {
  return endsLike(sentenceEnd, text);
}

export function endsHard(text: string): boolean {
  return endsLike(hardEnd, text);
}

/** `，也可能…` `》以来…`: no line begins like this unless a break was put inside its sentence. */
export function startsInside(text: string): boolean {
  return continuing.test(text);
}

/** `…第一，` `…签订《`: more must follow. */
export function endsOpen(text: string): boolean {
  return openEnd.test(text.slice(-1));
}

/** Offset behind the first mark of `marks` at or after `from` that stands outside brackets and quotes; -1 where none. */
export function findMark(text: string, from: number, marks: string): number {
  let depth = 0;
  for (let index = from; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // No mark and no bracket is a Chinese character.
    if (unit >= 0x4e00 && unit <= 0x9fff) continue;
    const character = text.charAt(index);
    if ('（(《〈“‘「『【'.includes(character)) depth += 1;
    else if ('）)》〉”’」』】'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.includes(character)) return index;
    // A bracket that never closes must not hide the rest of the text.
    if (depth > 0 && '。！？'.includes(character) && index - from > 200) depth = 0;
  }
  return -1;
}
