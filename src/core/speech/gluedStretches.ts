import { gluedScores, type GluedScores } from './gluedNet.ts';
import { foldForStretches, likelyPlaces, type LikelyPlace } from './pageStretch.ts';
import { meet, type Piece } from './sourceText.ts';

/**
 * What a page put into the paragraphs of a document, told to the character by the network of `gluedNet.ts`. It takes its time, so
 * the model of stretches, which is quick, is asked first: where so little in the first paragraphs looks like a page's as in plain
 * texts, the rest is not looked at; the network reads only what stands around such places. One stretch that stands alone in its
 * document must be surer than those of which there are many.
 */

/** How much the model of stretches must find at a place before the network reads there, and for the place to count. */
const leastPlace = 2;
const strongPlace = 4;
/** As many places that count in a thousand characters, and farther down in a long text; fewer are in plain texts. */
const leastStrong = { first: 1, farther: 2.2 };
/** By as many characters two places are told apart. */
const told = 4;
/** After as many characters a text without any is plain. */
const sampled = 4000;
const leastSampled = 0.4;
/** As much is read on both sides of a place; the network sees no farther. */
const around = 36;

/** How sure the network must be of a stretch's characters where it stands alone, and where one stands in every so many characters. */
const leastMean = { alone: 4, many: 1.8 };
const charactersEach = 1500;
/** And of where it begins and ends. */
const leastEdges = -3;

/** A row is no longer, and its characters are the page's by so much. */
const longestRow = 60;
const shortestRow = 3;
const leastRow = 2;

/** Characters between two of the page's that look like the text's, at the most. */
const longestGap = 2;
/** As far from where the characters look like the page's it may begin and end. */
const slack = 5;
/** No character counts for more. */
const most = 5;
/** What a character counts beside a beginning or an end. */
const share = 0.6;

interface Stretch extends Piece {
  /** The mean of the logarithms of the odds of its characters. */
  readonly mean: number;
  readonly edges: number;
}

/** For each of the texts what is the page's in it, ascending; `mayBe` says of words whether they can be the page's at all, `rows` whether a short text may be the page's whole. */
export function findGluedStretches(texts: readonly string[], { mayBe, rows }: { readonly mayBe: (words: string) => boolean; readonly rows: boolean }): Piece[][] {
  const none = texts.map((): Piece[] => []);
  const folded: string[] = [];
  const places: LikelyPlace[][] = [];
  // What comes back, as `（新闻联播）：`, counts once.
  const strong = new Set<string>();
  let read = 0;
  for (const text of texts) {
    const plain = foldForStretches(text);
    const likely = likelyPlaces(plain, leastPlace);
    folded.push(plain);
    places.push(likely);
    for (const { start, end, sum } of likely) if (sum >= strongPlace) strong.add(text.slice(start, Math.min(end, start + told)));
    read += text.length;
    if (read >= sampled && strong.size * 1000 < leastSampled * read) return none;
  }
  const farther = Math.max(0, read - sampled);
  if (strong.size * 1000 < leastStrong.first * Math.max(1000, read - farther) + leastStrong.farther * farther) return none;
  let stretches = texts.map((text, index) => readAround(folded[index] ?? '', places[index] ?? []).filter((stretch) => stretch.edges >= leastEdges && mayBe(text.slice(stretch.start, stretch.end))));
  if (isMixed(texts, stretches)) stretches = stretches.map((own, index) => own.filter(({ start, end }) => !/[A-Za-z]/.test((texts[index] ?? '').slice(start, end))));
  const sure = stretches.reduce((sum, own) => sum + own.filter(({ mean }) => mean >= leastMean.alone).length, 0);
  const least = sure * charactersEach >= read ? leastMean.many : leastMean.alone;
  // Rows are told only where the page put something into lines as well.
  const takesRows = rows && stretches.some((own, index) => own.some(({ start, end, mean }) => mean >= leastMean.alone && end - start < (texts[index]?.length ?? 0)));
  return stretches.map((own, index) => {
    const text = texts[index] ?? '';
    return takesRows && isRow(folded[index] ?? '') && mayBe(text) ? [{ start: 0, end: text.length }] : own.filter(({ start, end, mean }) => mean >= least && (takesRows || end - start < text.length));
  });
}

/** As many words in Latin letters, in a thousand characters, are the text's own wherever they stand. */
const mostLatin = 3;

/** Whether the text outside the stretches is full of Latin names, as one about programs or telephones is: the network knows no words of it. */
function isMixed(texts: readonly string[], stretches: readonly (readonly Stretch[])[]): boolean {
  let count = 0;
  let read = 0;
  texts.forEach((text, index) => {
    let from = 0;
    for (const { start, end } of [...(stretches[index] ?? []), { start: text.length, end: text.length }]) {
      const own = text.slice(from, start);
      count += own.match(/[A-Za-z]+/g)?.length ?? 0;
      read += own.length;
      from = end;
    }
  });
  return count * 1000 > mostLatin * read && count >= mostLatin;
}

/** Whether a short paragraph is the page's as a whole. */
function isRow(folded: string): boolean {
  if (folded.length > longestRow || folded.length < shortestRow) return false;
  const { inside } = gluedScores(folded);
  let sum = 0;
  for (let at = 0; at < folded.length; at += 1) sum += Math.max(-most, Math.min(most, inside[at] as number));
  return sum >= leastRow * folded.length;
}

function readAround(folded: string, places: readonly LikelyPlace[]): Stretch[] {
  const found: Stretch[] = [];
  let next = 0;
  while (next < places.length) {
    const from = Math.max(0, (places[next]?.start ?? 0) - around);
    let to = (places[next]?.end ?? 0) + around;
    for (next += 1; next < places.length && (places[next]?.start ?? 0) - around <= to; next += 1) to = (places[next]?.end ?? 0) + around;
    for (const stretch of stretchesWithin(folded.slice(from, to))) {
      const moved = { ...stretch, start: from + stretch.start, end: from + stretch.end };
      if (places.some((place) => meet(place, moved))) found.push(moved);
    }
  }
  return found;
}

function stretchesWithin(folded: string): Stretch[] {
  const scores = gluedScores(folded);
  const found: Stretch[] = [];
  for (let at = 0; at < folded.length; ) {
    if ((scores.inside[at] as number) <= 0) {
      at += 1;
      continue;
    }
    let end = at + 1;
    for (let next = end; next < folded.length && next - end <= longestGap; next += 1) if ((scores.inside[next] as number) > 0) end = next + 1;
    const stretch = bestAround(scores, { start: at, end }, { start: found[found.length - 1]?.end ?? 0, end: folded.length });
    if (stretch !== null) found.push(stretch);
    at = Math.max(end, stretch?.end ?? 0);
  }
  return found;
}

/** From the likeliest beginning to the likeliest end, near those of the characters that look like the page's. */
function bestAround({ inside, begins, ends }: GluedScores, core: Piece, room: Piece): Stretch | null {
  let best: Stretch | null = null;
  let bestWorth = -Infinity;
  for (let start = Math.max(room.start, core.start - slack); start <= Math.min(core.end - 1, core.start + slack); start += 1) {
    let sum = 0;
    for (let end = start + 1; end <= Math.min(room.end, core.end + slack); end += 1) {
      sum += Math.max(-most, Math.min(most, inside[end - 1] as number));
      if (end < core.end - slack) continue;
      const edges = (begins[start] as number) + (ends[end] as number);
      const worth = share * sum + edges;
      if (worth <= bestWorth) continue;
      bestWorth = worth;
      best = { start, end, mean: sum / (end - start), edges };
    }
  }
  return best;
}
