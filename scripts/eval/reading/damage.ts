/**
 * Damages a clean speech the way files get damaged on their way to a writer, and keeps account: what was put in (and
 * must come out again) is known by character, and so is the outline.
 */

/** A line of a clean speech. */
export interface CleanLine {
  readonly kind: 'title' | 'address' | 'head' | 'body';
  readonly text: string;
}

/** Text in pieces; `added` pieces do not belong to the speech. */
export interface DamagedPiece {
  readonly text: string;
  readonly added: boolean;
}

export type Random = () => number;

/** Mulberry32: small, seeded, the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}

const own = (text: string): DamagedPiece => ({ text, added: false });
const added = (text: string): DamagedPiece => ({ text, added: true });

/** Every line break lost, or every line on one of its own. */
export function plainLines(lines: readonly CleanLine[]): DamagedPiece[] {
  return [own(lines.map((line) => line.text).join('\n'))];
}

export function runOn(lines: readonly CleanLine[]): DamagedPiece[] {
  return [own(lines.map((line) => line.text).join(''))];
}

/** Hard line breaks at a width, paragraphs indented or parted by empty lines. */
export function wrapped(lines: readonly CleanLine[], width: number, indent: boolean): DamagedPiece[] {
  const out: string[] = [];
  for (const line of lines) {
    const text = (indent && line.kind !== 'title' && line.kind !== 'address' ? '　　' : '') + line.text;
    const rows: string[] = [];
    let rest = text;
    while (rest.length > width) {
      // No row begins with a mark that cannot stand there.
      let end = width;
      while (end < rest.length && /[，。、；：！？”）》]/.test(rest.charAt(end))) end += 1;
      rows.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    rows.push(rest);
    out.push(rows.filter((row) => row !== '').join('\n'));
  }
  return [own(out.join(indent ? '\n' : '\n\n'))];
}

/** A document preview: run on, with the page's number put in front of each page. */
export function preview(lines: readonly CleanLine[], random: Random): DamagedPiece[] {
  const text = lines.map((line) => line.text).join('');
  const pieces: DamagedPiece[] = [];
  let page = 1;
  let at = 0;
  while (at < text.length) {
    const end = Math.min(text.length, at + 380 + Math.floor(random() * 120));
    pieces.push(added(`${page === 1 ? '' : '\n\n'}${page}、`), own(text.slice(at, end)));
    at = end;
    page += 1;
  }
  return pieces;
}

/** Printed pages: running heads and page numbers between the lines of a wrapped text. */
export function printed(lines: readonly CleanLine[], random: Random, furniture: { head: string; number: (page: number) => string }): DamagedPiece[] {
  const rows = wrapped(lines, 34, true)[0]?.text.split('\n') ?? [];
  const pieces: DamagedPiece[] = [];
  let page = 1;
  let left = 18;
  for (const row of rows) {
    pieces.push(own(`${row}\n`));
    left -= 1;
    if (left > 0) continue;
    pieces.push(added(`${furniture.number(page)}\n${furniture.head}\n`));
    page += 1;
    left = 18 + Math.floor(random() * 5);
  }
  return pieces;
}

/** Line breaks put inside sentences around quoted names, as converters do with links. */
export function fragments(lines: readonly CleanLine[], random: Random): DamagedPiece[] {
  return [
    own(
      lines
        .map(({ kind, text }) =>
          kind !== 'body' ? text : text.replace(/“([^”]{2,12})”|《([^》]{2,20})》/g, (whole) => (random() < 0.6 ? `${whole.charAt(0)}\n${whole.slice(1, -1)}\n${whole.slice(-1)}` : whole)),
        )
        .join('\n'),
    ),
  ];
}

/** Characters that show nothing, strewn over the text. */
export function strewn(pieces: readonly DamagedPiece[], random: Random): DamagedPiece[] {
  return pieces.flatMap((piece) => {
    if (piece.added) return [piece];
    const parts: DamagedPiece[] = [];
    let at = 0;
    while (at < piece.text.length) {
      const end = Math.min(piece.text.length, at + 40 + Math.floor(random() * 200));
      parts.push(own(piece.text.slice(at, end)));
      if (end < piece.text.length) parts.push(added(pick(random, ['\u200b', '\ufeff', '\u00ad', '\u200e'])));
      at = end;
    }
    return parts;
  });
}

export function map(pieces: readonly DamagedPiece[], change: (text: string) => string): DamagedPiece[] {
  return pieces.map((piece) => (piece.added ? piece : own(change(piece.text))));
}

/** Half-width punctuation, as many sites store it. */
export function halfWidth(text: string): string {
  return text.replace(/，/g, ',').replace(/：/g, ':').replace(/；/g, ';').replace(/！/g, '!').replace(/？/g, '?').replace(/（/g, '(').replace(/）/g, ')');
}

/** Facts taken out: numbers, and the placeholders of the corpus written as sites write them. */
export function redacted(text: string, random: Random): string {
  return text.replace(/〔[^〕]*〕/g, () => pick(random, ['**', 'XX', '××', '*', 'xx'])).replace(/\d+/g, () => pick(random, ['**', '*', 'XX']));
}

export interface Site {
  readonly top: (title: string) => string;
  readonly bottom: (title: string) => string;
  readonly advertisement: string;
}

export function onSite(pieces: readonly DamagedPiece[], site: Site, title: string): DamagedPiece[] {
  return [added(`${site.top(title)}\n`), ...pieces, added(`\n${site.bottom(title)}\n`)];
}

/** Only the break behind a head is lost: the head and its first paragraph are one line. */
export function gluedHeads(lines: readonly CleanLine[]): DamagedPiece[] {
  let text = '';
  lines.forEach((line, index) => {
    text += line.text;
    const next = lines[index + 1];
    if (next !== undefined && !(line.kind === 'head' && next.kind === 'body')) text += '\n';
  });
  return [own(text)];
}

/** Every line break became white space, as where a page was copied out of a browser. */
export function spaced(lines: readonly CleanLine[], gap: string): DamagedPiece[] {
  return [own(lines.map((line) => line.text).join(gap))];
}

/** A preview that keeps its paragraphs: the page's number stands where a page begins, inside a paragraph or before one. */
export function previewWithLines(lines: readonly CleanLine[], random: Random): DamagedPiece[] {
  const text = lines.map((line) => line.text).join('\n');
  const pieces: DamagedPiece[] = [];
  let page = 1;
  let at = 0;
  while (at < text.length) {
    const end = Math.min(text.length, at + 420 + Math.floor(random() * 40));
    pieces.push(added(`${page === 1 ? '' : '\n\n'}${page}、`), own(text.slice(at, end)));
    at = end;
    page += 1;
  }
  return pieces;
}

/** Lines of a narrow column or a phone's screen, without indents. */
export function narrow(lines: readonly CleanLine[], width: number): DamagedPiece[] {
  return [own(wrapped(lines, width, false)[0]?.text.replace(/\n\n/gu, '\n') ?? '')];
}
