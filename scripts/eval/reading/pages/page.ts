import { pick, type CleanLine, type DamagedPiece, type Random } from '../damage.ts';

/**
 * A kind of page or document that speeches come in, with all that such a page puts around and into them. Each is worded
 * by ourselves after pages of its kind; what it adds is marked, so that what should go is known by character.
 */
export interface PageFamily {
  readonly name: string;
  readonly make: (speech: SpeechOnPage) => DamagedPiece[];
}

export interface SpeechOnPage {
  readonly title: string;
  readonly lines: readonly CleanLine[];
  readonly random: Random;
  readonly facts: PageFacts;
}

/** What differs from page to page of one family. */
export interface PageFacts {
  readonly day: string;
  readonly dashedDay: string;
  readonly time: string;
  readonly person: string;
  readonly place: string;
  readonly count: number;
  readonly pages: number;
  readonly id: number;
}

const people = ['林小舟', '何远', '苏明月', '江一帆', '田野', '顾晓', '白云山', '石磊'] as const;
const places = ['青山', '临江', '云溪', '东屏', '海宁河', '松岭', '白沙', '长桥'] as const;

export function factsOf(random: Random): PageFacts {
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const [year, month, day] = [whole(2012, 2024), whole(1, 12), whole(1, 28)];
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    day: `${year}年${month}月${day}日`,
    dashedDay: `${year}-${two(month)}-${two(day)}`,
    time: `${two(whole(7, 22))}:${two(whole(0, 59))}`,
    person: pick(random, people),
    place: pick(random, places),
    count: whole(12, 98000),
    pages: whole(4, 24),
    id: whole(100000, 99999999),
  };
}

const own = (text: string): DamagedPiece => ({ text, added: false });
export const added = (text: string): DamagedPiece => ({ text, added: true });

/** Lines of the page around the speech. */
export function around(above: readonly string[], body: readonly DamagedPiece[], below: readonly string[]): DamagedPiece[] {
  const top = above.length === 0 ? [] : [added(`${above.join('\n')}\n`)];
  return [...top, ...body, ...(below.length === 0 ? [] : [added(`\n${below.join('\n')}\n`)])];
}

/** The speech, its lines parted by `gap`; `indent` before all but the title. */
export function body(lines: readonly CleanLine[], gap = '\n', indent = ''): DamagedPiece[] {
  return [own(lines.map((line) => (line.kind === 'title' ? '' : indent) + line.text).join(gap))];
}

/** The page shows the speech's title among its own lines: `between` stands below it. */
export function titled(lines: readonly CleanLine[], between: readonly string[], gap = '\n'): DamagedPiece[] {
  const [title, ...rest] = lines;
  return [own(`${title?.text ?? ''}\n`), added(`${between.join('\n')}\n`), ...body(rest, gap)];
}

/** Cuts into the text every so many characters, whatever stands there, as pages do. */
export function cut(pieces: readonly DamagedPiece[], size: number, mark: (page: number) => string): DamagedPiece[] {
  let page = 0;
  let room = size;
  return pieces.flatMap((piece) => {
    if (piece.added) return [piece];
    const parts: DamagedPiece[] = [];
    let at = 0;
    while (piece.text.length - at > room) {
      let end = at + room;
      // No page ends before a mark that cannot begin a line, nor within a number.
      while (end < piece.text.length && /[，。、；：！？”）》\d]/u.test(piece.text.charAt(end))) end += 1;
      page += 1;
      parts.push(own(piece.text.slice(at, end)), added(mark(page)));
      at = end;
      room = size;
    }
    room -= piece.text.length - at;
    parts.push(own(piece.text.slice(at)));
    return parts;
  });
}

/** Puts a line between two paragraphs of the body, `share` of the way through it. */
export function between(lines: readonly CleanLine[], places: readonly { readonly share: number; readonly text: string }[]): DamagedPiece[] {
  const rows = [...places].sort((a, b) => a.share - b.share).map(({ share, text }) => ({ before: Math.max(2, Math.round(share * lines.length)), text }));
  return lines.flatMap((line, index) => [
    ...rows.filter((row) => row.before === index).map((row) => added(`${row.text}\n`)),
    own(line.text + (index < lines.length - 1 ? '\n' : '')),
  ]);
}

/** Puts a phrase behind a sentence inside a paragraph, at about `share` of the whole. */
export function inside(pieces: readonly DamagedPiece[], share: number, text: string): DamagedPiece[] {
  return insert(pieces, { share, text, behind: /。/u });
}

/** Puts a phrase into a sentence, behind a comma where there is one or between two characters: a stamp, a word of the page. */
export function midSentence(pieces: readonly DamagedPiece[], share: number, text: string): DamagedPiece[] {
  return insert(pieces, { share, text, behind: /[\u4e00-\u9fff，](?=[\u4e00-\u9fff]{2})/u });
}

/** Puts a phrase behind the first character that `behind` finds from `share` of the whole on. */
function insert(pieces: readonly DamagedPiece[], { share, text, behind }: { readonly share: number; readonly text: string; readonly behind: RegExp }): DamagedPiece[] {
  const whole = pieces.filter((piece) => !piece.added).reduce((sum, piece) => sum + piece.text.length, 0);
  let left = Math.floor(whole * share);
  let done = false;
  return pieces.flatMap((piece) => {
    if (piece.added || done) return [piece];
    if (piece.text.length < left) {
      left -= piece.text.length;
      return [piece];
    }
    const at = piece.text.slice(left).search(behind);
    if (at < 0) return [piece];
    done = true;
    const end = left + at + 1;
    return [own(piece.text.slice(0, end)), added(text), own(piece.text.slice(end))];
  });
}
