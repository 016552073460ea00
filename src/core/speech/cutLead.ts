import { endsSentence } from './punctuation.ts';
import type { Block, Piece } from './sourceText.ts';
import { isGenreTitle } from './title.ts';

/**
 * `导读：同志们，今天我们来到…修渠的事……|同志们，今天我们来到…修渠的事定下来。`: a page shows the first words of a text once
 * more above it, cut off where its box was full. The words are the text's own, and stand there a second time.
 */
export interface CutLead extends Piece {
  readonly line: number;
}

/** A lead stands within as many lines, and is as long, in characters. */
const furthest = 20;
const shortest = 20;
const longest = 700;
/** What it is the beginning of begins at most as many characters behind it: a title, a day, what the page says. */
const farthestText = 500;
/** By its last characters it is looked for. */
const tailLength = 14;
const quick = 5;

const mayHoldDots = /…|\.\.|．．|。。/u;
const dots = /(?:\.{2,}|…+|．{2,}|。{2,}|\[…\])(?:\s?(?:\[?(?:详细|更多|全文|阅读全文|查看全文)\]?[>》]*))?/gu;
const label = /[【[（(]?(?:导\s*读|摘\s*要|内容(?:提要|摘要|简介|介绍|预览)|简\s*介|提\s*要|导\s*语|前\s*言|概\s*要|核心提示|文档(?:摘要|简介|介绍|描述)|文章(?:摘要|简介|导读))[】\]）)]?\s*[:：|｜]?\s*$/u;

export function findCutLeads(lines: readonly Block[]): CutLead[] {
  const leads: CutLead[] = [];
  for (let line = 0; line < Math.min(lines.length, furthest); line += 1) {
    const block = lines[line];
    if (block === undefined || block.hint?.table === true || (block.hint?.level ?? null) !== null || block.text.length < shortest) continue;
    // A row amid a paragraph is no lead, though another paragraph says the same.
    if (isProse(lines[line - 1]?.text ?? '')) continue;
    const lead = leadOf(block.text, () => restOf(lines, line));
    if (lead !== null) leads.push({ line, ...lead });
  }
  return leads;
}

/** As long a line of the text, if its sentence goes on below. */
const leastProse = 12;

function isProse(above: string): boolean {
  return above.length >= leastProse && !endsSentence(above) && /[，。；]/u.test(above);
}

function restOf(lines: readonly Block[], line: number): string {
  let rest = '';
  for (let index = line + 1; index < lines.length && rest.length < longest + farthestText; index += 1) rest += `${lines[index]?.text ?? ''}\n`;
  return rest;
}

function leadOf(text: string, rest: () => string): Piece | null {
  for (const match of mayHoldDots.test(text) ? text.slice(0, longest).matchAll(dots) : []) {
    if (match.index < shortest) continue;
    const end = match.index + match[0].length;
    const found = startOfLead(text.slice(0, match.index), `${text.slice(end, end + longest + farthestText)}\n${rest()}`);
    if (found !== null) return { start: found.start, end };
  }
  // Without dots it is a line of its own that ends within its sentence, where the text goes on.
  if (text.length > longest || endsSentence(text) || !/[，。！：]/u.test(text) || isGenreTitle(text)) return null;
  const found = startOfLead(text, rest());
  return found === null || found.next === '\n' ? null : { start: found.start, end: text.length };
}

/** Where the lead begins that ends with `lead`, its label included, and what follows its last words in the text; `null` where the text does not begin in the same words. */
function startOfLead(lead: string, text: string): { start: number; next: string } | null {
  // Most lines are told by that: nothing of the text ends like them.
  if (!text.includes(lead.trimEnd().slice(-quick))) return null;
  const [own, other] = [withoutSpace(lead), withoutSpace(text)];
  const tail = own.text.slice(-tailLength);
  if (tail.length < tailLength) return null;
  const at = other.text.slice(0, longest + farthestText).indexOf(tail);
  if (at < 0) return null;
  let length = tailLength;
  while (length < own.text.length && length - tailLength < at && own.text.charAt(own.text.length - 1 - length) === other.text.charAt(at - 1 - (length - tailLength))) length += 1;
  if (length < shortest || at + tailLength - length > farthestText) return null;
  const start = own.places[own.text.length - length] ?? 0;
  const above = lead.slice(0, start);
  // A passage that comes back within the text is no lead: nothing but a label or a title stands above one.
  if (/[。！？；，]/u.test(above)) return null;
  return { start: start - (label.exec(above)?.[0].length ?? 0), next: text.charAt((other.places[at + tailLength - 1] ?? 0) + 1) };
}

function withoutSpace(text: string): { text: string; places: number[] } {
  let plain = '';
  const places: number[] = [];
  if (!text.includes(' ') && !text.includes('\n')) return { text, places: Array.from({ length: text.length }, (_, index) => index) };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === ' ' || character === '\n') continue;
    plain += character;
    places.push(index);
  }
  return { text: plain, places };
}
