import { enclosed } from './gluedEdges.ts';
import { gluedScores } from './gluedNet.ts';
import { foldForStretches, likelyPlaces, type LikelyPlace } from './pageStretch.ts';
import { meet, textOutside, type Piece } from './sourceText.ts';
import { oddsOf, tellStretches, type ToldStretch } from './twoStates.ts';

/**
 * What a page put into the paragraphs of a document, told to the character by the network of `gluedNet.ts`. It takes its time, so
 * the model of stretches, which is quick, is asked first: where so little in the first paragraphs looks like a page's as in plain
 * texts, the rest is not looked at; the network reads only what stands around such places. One stretch that stands alone in its
 * document must be surer than those of which there are many.
 */

/** How much the model of stretches must find at a place before the network reads there, and for the place to count. */
const leastPlace = 1;
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

/** How sure the network must be of a stretch's characters where it stands alone, where one stands in every so many characters, and where nothing else shows a page. */
const leastMean = { alone: 5.5, many: 1.8, plain: 6.2 };
const charactersEach = 1500;
/** As many of them show a page by themselves. */
const several = 2;

/** A row is no longer, and its characters are the page's by so much. */
const longestRow = 60;
const shortestRow = 3;
const leastRow = 2;

/** No character counts for more. */
const most = 5;

/** For each of the texts what is the page's in it, ascending; `mayBe` says of words whether they can be the page's at all, `rows` whether a short text may be the page's whole, `plain` that nothing else shows a page, `known` how many stretches went from the document's lines before. */
export function findGluedStretches(texts: readonly string[], { mayBe, rows, plain = false, known = 0 }: { readonly mayBe: (words: string) => boolean; readonly rows: boolean; readonly plain?: boolean; readonly known?: number }): Piece[][] {
  const none = texts.map((): Piece[] => []);
  const folded: string[] = [];
  const places: LikelyPlace[][] = [];
  // What comes back, as `（新闻联播）：`, counts once.
  const strong = new Set<string>();
  let read = 0;
  for (const text of texts) {
    const own = foldForStretches(text);
    const likely = likelyPlaces(own, leastPlace);
    folded.push(own);
    places.push(likely);
    for (const { start, end, sum } of likely) if (sum >= strongPlace) strong.add(text.slice(start, Math.min(end, start + told)));
    read += text.length;
    if (read >= sampled && (strong.size + known) * 1000 < leastSampled * read) return none;
  }
  const farther = Math.max(0, read - sampled);
  if ((strong.size + known) * 1000 < leastStrong.first * Math.max(1000, read - farther) + leastStrong.farther * farther) return none;
  let stretches = texts.map((text, index) => readAround(folded[index] ?? '', places[index] ?? []).filter(({ start, end }) => mayBe(text.slice(start, end)) && !enclosed.test(text.slice(start))));
  if (isMixed(texts, stretches)) stretches = stretches.map((own, index) => own.filter(({ start, end }) => !/[A-Za-z]/.test((texts[index] ?? '').slice(start, end))));
  const sure = known + stretches.reduce((sum, own) => sum + own.filter(({ mean }) => mean >= leastMean.alone).length, 0);
  // What opens a paragraph of a plain text may be its own whatever it says: 阅读全文以后再发表意见.
  const doubted = plain && sure < several;
  const least = doubted ? leastMean.plain : sure * charactersEach >= read ? leastMean.many : leastMean.alone;
  // Rows are told only where the page put something into lines as well.
  const takesRows = rows && stretches.some((own, index) => own.some(({ start, end, mean }) => mean >= leastMean.alone && end - start < (texts[index]?.length ?? 0)));
  return stretches.map((own, index) => {
    const text = texts[index] ?? '';
    if (isTimed(folded, index)) return [];
    return takesRows && isRow(folded[index] ?? '') && mayBe(text) ? [{ start: 0, end: text.length }] : own.filter(({ start, end, mean }) => mean >= least && !(doubted && start === 0) && (takesRows || end - start < text.length));
  });
}

/** As many words in Latin letters, in a thousand characters, are the text's own wherever they stand. */
const mostLatin = 3;

/** Whether the text outside the stretches is full of Latin names, as one about programs or telephones is: the network knows no words of it. */
function isMixed(texts: readonly string[], stretches: readonly (readonly ToldStretch[])[]): boolean {
  let count = 0;
  let read = 0;
  texts.forEach((text, index) => {
    for (const own of textOutside(text, stretches[index] ?? [])) {
      count += own.match(/[A-Za-z]+/g)?.length ?? 0;
      read += own.length;
    }
  });
  return count * 1000 > mostLatin * read && count >= mostLatin;
}

/** `10:30 领导致辞` beside another of a programme's; figures are folded. */
const timed = /^0{1,2}：00 /u;

function isTimed(folded: readonly string[], index: number): boolean {
  return timed.test(folded[index] ?? '') && (timed.test(folded[index - 1] ?? '') || timed.test(folded[index + 1] ?? ''));
}

/** Whether a short paragraph is the page's as a whole. */
function isRow(folded: string): boolean {
  if (folded.length > longestRow || folded.length < shortestRow) return false;
  const sum = oddsOf(gluedScores(folded)).reduce((total, odds) => total + Math.max(-most, Math.min(most, odds)), 0);
  return sum >= leastRow * folded.length;
}

function readAround(folded: string, places: readonly LikelyPlace[]): ToldStretch[] {
  const found: ToldStretch[] = [];
  let next = 0;
  while (next < places.length) {
    const from = Math.max(0, (places[next]?.start ?? 0) - around);
    let to = (places[next]?.end ?? 0) + around;
    for (next += 1; next < places.length && (places[next]?.start ?? 0) - around <= to; next += 1) to = (places[next]?.end ?? 0) + around;
    for (const stretch of tellStretches(gluedScores(folded.slice(from, to)))) {
      const moved = { ...stretch, start: from + stretch.start, end: from + stretch.end };
      if (places.some((place) => meet(place, moved))) found.push(moved);
    }
  }
  return found;
}
