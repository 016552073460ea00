import { countHan } from '../text/han.ts';
import type { Stamp } from './countedStamps.ts';
import type { Block } from './sourceText.ts';

/**
 * What a program writes around each line of a text, whatever the program: `[00:42.45]大家早上好！`, `Dialogue: 0,0:01:10.00,…,,大家好`,
 * `{"bg":9434,"t":"大家好"},`, `(2/9)司乘人员…`, `  14  气象服务…`, `…大家围绕怎么干=`. It has no Chinese, is alike on most lines but
 * for its digits, and no list of a text looks so: a frame holds more than an ordinal, or its numbers count every line.
 */
interface Framed {
  readonly line: number;
  readonly text: string;
  readonly shape: string;
}

/** As many lines have it, and such a share of all, between the first and the last that have it; as many of them with no digit of the text's behind it. */
const leastLines = 5;
const leastAlike = 3;
/** Parts of a message are fewer. */
const leastParts = 3;
const leastShare = 0.5;
const longestFrame = 90;
/** Lines of text that count nothing: an ordinal, a bullet, a bare number. */
const ordinal = /^[\s(（[【]*0(?:[.．、，,\-–]\s?0?)*[\s)）\]】.．、：:]*$/u;
/** `0/0`, `0:0`, `L0`, a key in quotes: what is no ordinal of a text. */
const telling = /0\s?[/:：]\s?0|[A-Za-z]0|[{}"=<>|]|,,|0,0|0-0-0/u;
/** What a text's own lines end with. */
const textEnd = /[。！？!?；;，,、：:”"]$/u;
/** Of what is left of the lines as many end so: a programme's or a list's items do not. */
const leastEnded = 0.35;
/** A bare number counts as many lines of such a share of all. */
const leastNumbered = 10;
const mostNumbered = 0.85;

export function findLineFrames(lines: readonly Block[]): Stamp[] {
  if (lines.length < leastParts) return [];
  const heads = lines.flatMap(({ text, hint }, line) => (hint?.table === true ? [] : framed(line, text, /^[^\u3400-\u9fff“”‘’《》「『〔×]+/u.exec(text)?.[0] ?? '')));
  const found = framesOf(heads, lines, false);
  const tails = lines.flatMap(({ text, hint }, line) => (hint?.table === true ? [] : framed(line, text, tailOf(text))));
  return [...found, ...framesOf(tails, lines, true, found.length > 0)];
}

/** From behind the last character that a sentence may end with. */
function tailOf(text: string): string {
  let at = text.length;
  while (at > 0 && text.length - at < longestFrame && /[ -~＝｜]/u.test(text.charAt(at - 1))) at -= 1;
  return text.slice(at).replace(/^[.,!?:;)\]%]+/u, '');
}

function shapeOf(frame: string): string {
  return frame.replace(/[0-9]+/gu, '0');
}

function framed(line: number, text: string, frame: string): Framed[] {
  return frame === '' || frame.length > longestFrame || frame.length === text.length ? [] : [{ line, text, shape: shapeOf(frame) }];
}

function framesOf(candidates: readonly Framed[], lines: readonly Block[], atEnd: boolean, expected = false): Stamp[] {
  const shapes = new Map<string, number>();
  for (const { shape } of candidates) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  const [shape = '', count = 0] = [...shapes].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (count < leastAlike) return [];
  const found = lines.flatMap(({ text, hint }, line) => {
    const length = hint?.table === true ? 0 : atEnd ? endLength(text, shape) : startLength(text, shape);
    return length === 0 || length === text.length ? [] : [{ line, start: atEnd ? text.length - length : 0, end: atEnd ? text.length : length }];
  });
  const [first, last] = [found[0]?.line ?? 0, found[found.length - 1]?.line ?? 0];
  const share = found.length / (last - first + 1);
  const rests = found.map(({ line, start, end }) => (atEnd ? (lines[line]?.text ?? '').slice(0, start) : (lines[line]?.text ?? '').slice(end)).trim());
  const ended = rests.filter((rest) => textEnd.test(rest)).length / rests.length;
  const ok = atEnd ? isTail(shape, { share, rests, expected }) : isHead(shape, found, { lines, share, ended });
  return ok && rests.reduce((sum, rest) => sum + countHan(rest), 0) >= 4 * rests.length ? found : [];
}

function isHead(shape: string, found: readonly Stamp[], { lines, share, ended }: { readonly lines: readonly Block[]; readonly share: number; readonly ended: number }): boolean {
  if (ended < leastEnded) return false;
  const numbers = found.map(({ line, end }) => Number(/\d+/.exec((lines[line]?.text ?? '').slice(0, end))?.[0] ?? -1));
  if (/^\s*0\s*$/u.test(shape)) {
    // Line numbers count the title and the address too, and stand before lines that go on with those above.
    const counts = numbers.filter((each, index) => index > 0 && each === (numbers[index - 1] ?? 0) + 1).length;
    return found.length >= leastNumbered && share >= mostNumbered && counts >= mostNumbered * (numbers.length - 1) && found.length >= mostNumbered * lines.length && lines.some(({ text }) => /^\s*\d+\s*(?:各位|同志们|尊敬的)/u.test(text));
  }
  if (ordinal.test(shape) || !telling.test(shape)) return false;
  // `(1/9)`: the parts of a message are counted.
  const parts = /^[(（[【]\s?0\s?\/\s?0\s?[)）\]】]\s?$/u.test(shape);
  return parts ? found.length >= leastParts && numbers.every((each, index) => index === 0 || each === (numbers[index - 1] ?? 0) + 1) : found.length >= leastLines && share >= leastShare;
}

function isTail(shape: string, { share, rests, expected }: { readonly share: number; readonly rests: readonly string[]; readonly expected: boolean }): boolean {
  if (rests.length < leastLines || /^[\s.…\-–—)\]"'!?,:;%0-9]*$/u.test(shape) || !/[="{}|<>\\*_~^#@+＝｜]/u.test(shape)) return false;
  if (expected) return share >= leastShare;
  // `讲了=`: where a mail's lines were broken, mostly within a sentence.
  return /^[=＝|｜\\]$/u.test(shape) && rests.filter((rest) => /[\u4e00-\u9fff，、]$/u.test(rest)).length * 3 >= rests.length * 2;
}

/** How much of the text's beginning is of the shape. */
function startLength(text: string, shape: string): number {
  let at = 0;
  for (let index = 0; index < shape.length; index += 1) {
    if (shape.charAt(index) !== '0') {
      if (text.charAt(at) !== shape.charAt(index)) return 0;
      at += 1;
      continue;
    }
    const from = at;
    while (isDigit(text.charCodeAt(at))) at += 1;
    if (at === from) return 0;
  }
  return at;
}

function endLength(text: string, shape: string): number {
  let at = text.length;
  for (let index = shape.length - 1; index >= 0; index -= 1) {
    if (shape.charAt(index) !== '0') {
      if (text.charAt(at - 1) !== shape.charAt(index)) return 0;
      at -= 1;
      continue;
    }
    const from = at;
    while (at > 0 && isDigit(text.charCodeAt(at - 1))) at -= 1;
    if (at === from) return 0;
  }
  return text.length - at;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
