import type { RawPage, TextRun } from './pdfRows.ts';

/** What pdf.js says of a piece of text, in the page's own space. */
export interface TextItem {
  readonly str: string;
  /** `ttb` for vertical writing. */
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

/** A page as it lies before the reader: `transform` turns its own space so, with y counted from the top. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

/** Directions that text may run in, a quarter turn each: to the right, up, to the left, down. */
type Turn = 0 | 1 | 2 | 3;

interface PlacedRun extends TextRun {
  /** `null` for what runs askew, as a watermark does. */
  readonly turn: Turn | null;
}

/**
 * The runs of a page as it is read: a page that lies on its side, or whose columns run down from the right, is turned so
 * that its lines run to the right, one below the other. What runs otherwise than most of the page, stamps and watermarks,
 * stands apart.
 */
export function turnPage(items: readonly TextItem[], viewport: Viewport): RawPage {
  const placed = items.map((item) => place(item, viewport));
  const lengths = [0, 0, 0, 0];
  for (const { turn, text } of placed) if (turn !== null) lengths[turn] = (lengths[turn] ?? 0) + text.trim().length;
  const turn = lengths.indexOf(Math.max(...lengths)) as Turn;
  const { width, height } = viewport;
  const runs: TextRun[] = [];
  const aside: TextRun[] = [];
  for (const run of placed) {
    if (run.turn !== turn) {
      aside.push(run);
      continue;
    }
    const { x, y } = run;
    const [ahead, up] = turn === 0 ? [x, y] : turn === 1 ? [y, width - x] : turn === 2 ? [width - x, height - y] : [height - y, x];
    runs.push({ ...run, x: ahead, y: up });
  }
  return { runs: drawnOnce(runs), aside: drawnOnce(aside).filter(({ text }) => text.trim() !== ''), width: turn === 1 || turn === 3 ? height : width };
}

function place({ str, dir, width, height, transform }: TextItem, viewport: Viewport): PlacedRun {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = viewport.transform;
  const [ta = 0, tb = 0, tc = 0, td = 0, tx = 0, ty = 0] = transform;
  const vertical = dir === 'ttb';
  // Where the text goes on, with y counted upwards: along its first axis, or against the second where it is vertical.
  const [u, v] = vertical ? [-tc, -td] : [ta, tb];
  const angle = Math.atan2(-(b * u + d * v), a * u + c * v);
  const quarter = Math.round(angle / (Math.PI / 2));
  const isStraight = Math.abs(angle - (quarter * Math.PI) / 2) < 0.1;
  return {
    text: vertical ? str.replace(/[\ufe10-\ufe19\ufe30-\ufe44]/g, (mark) => upright.get(mark) ?? mark) : str,
    x: a * tx + c * ty + e,
    y: viewport.height - (b * tx + d * ty + f),
    width: vertical ? height : width,
    size: Math.hypot(tc, td),
    turn: isStraight ? (((quarter % 4) + 4) % 4) as Turn : null,
  };
}

/** Forms of punctuation for vertical writing, with those that the text is written in. */
const upright: ReadonlyMap<string, string> = new Map(
  [...'︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︵（︶）︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁“﹂”﹃‘﹄’'].reduce<[string, string][]>((pairs, mark, index, all) => (index % 2 === 0 ? [...pairs, [mark, all[index + 1] ?? mark]] : pairs), []),
);

/** Programs that lack a bold font draw text twice, a hair's breadth apart. */
function drawnOnce(runs: readonly TextRun[]): TextRun[] {
  const known = new Map<string, TextRun[]>();
  return runs.filter((run) => {
    if (run.text.trim() === '') return true;
    const same = known.get(run.text) ?? [];
    known.set(run.text, same);
    const near = run.size * 0.15;
    if (same.some(({ x, y, size }) => Math.abs(x - run.x) < near && Math.abs(y - run.y) < near && Math.abs(size - run.size) < near)) return false;
    same.push(run);
    return true;
  });
}
