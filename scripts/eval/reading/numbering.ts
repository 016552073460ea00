import type { CleanLine, DamagedPiece, Random } from './damage.ts';
import { pick } from './damage.ts';

/** Writes heads as careless hands, converters and recognisers of print write them; what they say stays the same. */

const numbered = /^(?:([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)])/u;
const han = '零一二三四五六七八九十';

function valueOf(written: string): number {
  if (!written.includes('十')) return han.indexOf(written);
  const [tens = '', ones = ''] = written.split('十');
  return (tens === '' ? 1 : han.indexOf(tens)) * 10 + (ones === '' ? 0 : han.indexOf(ones));
}

function written(value: number): string {
  if (value <= 10) return han.charAt(value);
  return `${value < 20 ? '' : han.charAt(Math.floor(value / 10))}十${value % 10 === 0 ? '' : han.charAt(value % 10)}`;
}

type Writer = (value: number) => string;
interface Style {
  readonly top: Writer;
  readonly below: Writer;
}

/** Marks got wrong: a point, a comma or nothing for 、, brackets of half width or of two widths. */
export const wrongMarks: readonly [Style, ...Style[]] = [
  { top: (value) => `${written(value)}.`, below: (value) => `(${written(value)})` },
  { top: (value) => `${written(value)}，`, below: (value) => `(${written(value)}）` },
  { top: (value) => `${written(value)}．`, below: (value) => `（${written(value)}）、` },
  { top: (value) => `${written(value)} 、`, below: (value) => `（ ${written(value)} ）` },
];

/** The ordinal parted from its head by white space alone. */
export const bareNumbers: readonly [Style, ...Style[]] = [
  { top: (value) => `${written(value)} `, below: (value) => `(${written(value)}) ` },
  { top: (value) => `${written(value)}　`, below: (value) => `（${written(value)}）　` },
];

/** Other ways to count. */
export const otherNumbers: readonly [Style, ...Style[]] = [
  { top: (value) => `第${written(value)}部分　`, below: (value) => `${written(value)}、` },
  { top: (value) => `第${written(value)}章 `, below: (value) => `第${written(value)}节 ` },
  { top: (value) => `${String(value)}．`, below: (value) => `${String(value)}）` },
  { top: (value) => `${written(value)}、`, below: (value) => '①②③④⑤⑥⑦⑧⑨⑩'.charAt(value - 1) },
  { top: (value) => `${'壹贰叁肆伍陆柒捌玖拾'.charAt(value - 1)}、`, below: (value) => `（${String(value)}）` },
  { top: (value) => `${'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'.charAt(value - 1)}、`, below: (value) => `${String(value)}、` },
  { top: (value) => `${String(value)} `, below: (value) => `（${String(value)}）` },
];

export function renumbered(lines: readonly CleanLine[], style: Style, change: (value: number) => number = (value) => value): CleanLine[] {
  return lines.map((line) => {
    const match = line.kind === 'head' ? numbered.exec(line.text) : null;
    if (match === null) return line;
    const value = change(valueOf(match[1] ?? match[2] ?? ''));
    return { ...line, text: (match[1] === undefined ? style.below(value) : style.top(value)) + line.text.slice(match[0].length) };
  });
}

/** A head lost or doubled its number: what comes after the third of a series counts one too many, or the third again. */
export function miscounted(lines: readonly CleanLine[], random: Random): CleanLine[] {
  const step = pick(random, [1, -1]);
  return renumbered(lines, { top: (value) => `${written(value)}、`, below: (value) => `（${written(value)}）` }, (value) => (value >= 3 ? value + step : value));
}

const own = (text: string): DamagedPiece => ({ text, added: false });

/** Heads set in bold with the marks of Markdown, in a file that is none. */
export function bold(lines: readonly CleanLine[]): DamagedPiece[] {
  return lines.flatMap(({ kind, text }) => {
    if (kind !== 'head') return [own(`${text}\n`)];
    // A head that stands before its text in one paragraph is bold up to its mark.
    const end = text.indexOf('。') + 1 || text.length;
    return [{ text: '**', added: true }, own(text.slice(0, end)), { text: '**', added: true }, own(`${text.slice(end)}\n`)];
  });
}

/** Each head ends with a mark, on a line of its own or with its first paragraph behind it. */
export function closedBy(lines: readonly CleanLine[], mark: string, glued: boolean): DamagedPiece[] {
  let text = '';
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const head = line.kind === 'head' && numbered.test(line.text) && !/[。！？]/u.test(line.text);
    text += line.text + (head ? mark : '') + (head && glued && next?.kind === 'body' ? '' : '\n');
  });
  return [own(text)];
}

/** A preview that keeps its lines and puts a page's number inside every second head. */
export function markedHeads(lines: readonly CleanLine[]): DamagedPiece[] {
  const pieces: DamagedPiece[] = [{ text: '1、', added: true }];
  let page = 1;
  let heads = 0;
  let length = 0;
  for (const { kind, text } of lines) {
    const head = kind === 'head' && numbered.test(text);
    if (head) heads += 1;
    const cut = head && heads % 2 === 0 ? Math.floor(text.length / 2) : length > 600 && text.length > 120 ? Math.floor(text.length / 2) : -1;
    length += text.length;
    if (cut < 0) pieces.push(own(`${text}\n`));
    else {
      page += 1;
      length = 0;
      pieces.push(own(text.slice(0, cut)), { text: `\n\n${String(page)}、`, added: true }, own(`${text.slice(cut)}\n`));
    }
  }
  return pieces;
}
