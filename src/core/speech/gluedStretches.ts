import { enclosed } from './gluedEdges.ts';
import { gluedScores } from './gluedNet.ts';
import { foldDigits } from './numerals.ts';
import { gapsBetween } from './pageMarks.ts';
import { foldForStretches, likelyPlaces, type LikelyPlace } from './pageStretch.ts';
import { isSpoken } from './runInChains.ts';
import { textOutside, type Piece } from './sourceText.ts';
import { isToldInSentence } from './toldInSentence.ts';
import { oddsOf, tellStretches, type GluedScores, type ToldStretch } from './twoStates.ts';

/**
 * What a page put into the paragraphs of a document, told to the character by the networks of `gluedNet.ts`. They take their time, so
 * the model of stretches, which is quick, is asked first: the networks read what stands around the likeliest places, and only where they
 * find something there what stands around the others. One stretch that stands alone in its document must be surer than those of
 * which there are many.
 */

/** How much the model of stretches must find at a place before the networks read there, at first and where they found something. */
const leastPlace = { first: 4, farther: 2 };
/** After as many characters a text in which they found nothing is plain. */
const sampled = 20_000;
/** What goes on for longer is no stretch of a page's. */
const longest = 1000;
/** As much is read on both sides of a place; the networks see no farther. */
const around = 36;
/** No more characters are read at once: a network holds two thirds of a kilobyte for each. */
const mostAtOnce = 8000;
/** By a mean of so much a stretch makes it likely that there are others. */
const leastTelling = 3;

/**
 * What tells whether a stretch is the page's, as summands of the logarithm of its odds: how sure the networks are of it, by the mean of its
 * characters; what the model of stretches finds there; that other stretches are the page's and that some went before; and that nothing
 * else shows a page, since then nothing could be found otherwise. Chosen on documents that neither model had learnt from.
 */
const counts = { always: -0.6, mean: 0.215, place: 0.06, others: 0.3, known: 1.3, plain: 0.6 } as const;
const mostKnown = 3;
/**
 * The odds that it must come to, and where others favour it. What nobody speaks, a notice of an event, a handbook, an article on shops, is full of
 * a page's words that are its own: there it must be far surer.
 */
const leastOdds = { alone: 0.7, favoured: 0.3, unspoken: 3.5 } as const;
/**
 * Where so many stretches, told by a mean of so much or gone before, stand in a document in which somebody speaks, and so many in a thousand characters, all of them are
 * likelier by the logarithm of that rate times `by`: the networks learnt from texts that seldom hold any. A document shorter than
 * `characters` counts as one of that length.
 */
const favoured = { mean: 4, least: 2, rate: 2.5, characters: 500, by: 1.5 } as const;

/** What opens a paragraph of a plain text may be its own whatever it says: 阅读全文以后再发表意见. As many others that are sure show a page by themselves. */
const several = 2;
const sure = 5.5;

/** A row is no longer, and its characters are the page's by so much. */
const longestRow = 60;
const shortestRow = 3;
const leastRow = 2;

/** No character counts for more. */
const most = 5;

const latin = /[A-Za-z]/u;
/** `[1]` */
const noteMark = /^[[［〔]\d{1,3}[\]］〕]$/u;

/** `第3页` alone is a page's end where others count up with it, as many characters apart: a speaker says where he read as well, where nothing else shows a page. */
const pageMark = /^\s*第\s?(\d{1,3})\s?页\s*$/u;
const leastPage = 150;

function arePages(texts: readonly string[], stretches: readonly (readonly Piece[])[]): boolean {
  let before = 0;
  const marks = texts.flatMap((text, index) => {
    const own = (stretches[index] ?? []).flatMap(({ start, end }) => {
      const number = pageMark.exec(foldDigits(text.slice(start, end)))?.[1];
      return number === undefined ? [] : [{ number: Number(number), place: before + start }];
    });
    before += text.length;
    return own;
  });
  return marks.length >= 2 && marks.slice(1).every(({ number }, index) => number > (marks[index]?.number ?? 0)) && gapsBetween(marks).every((gap) => gap >= leastPage);
}

interface Candidate extends ToldStretch {
  /** How much the model of stretches finds in it. */
  readonly place: number;
}

interface Evidence {
  /** How many stretches went from its lines before. */
  readonly known: number;
  /** Nothing else shows a page. */
  readonly plain: boolean;
}

/** For each of the texts what is the page's in it, ascending; `mayBe` says of words whether they can be the page's at all, `rows` whether a short text may be the page's whole, `plain` that nothing else shows a page, `known` how many stretches went from the document's lines before. */
export function findGluedStretches(texts: readonly string[], { mayBe, rows, plain = false, known = 0 }: Partial<Evidence> & { readonly mayBe: (words: string) => boolean; readonly rows: boolean }): Piece[][] {
  const folded: string[] = [];
  const places: LikelyPlace[][] = [];
  const readPlaces = (index: number, { least, to = Infinity }: { readonly least: number; readonly to?: number }): ReadPart[] =>
    readAround(folded[index] ?? '', (places[index] ?? []).filter(({ start, end, sum }) => sum >= least && start < to && end - start <= longest));
  const tell = (parts: readonly ReadPart[], index: number, favour = 0): Candidate[] => {
    const text = texts[index] ?? '';
    return tellParts(parts, favour).filter(({ start, end }) => mayBe(text.slice(start, end)) && !enclosed.test(text.slice(start)) && !isToldInSentence(text, { start, end }));
  };
  let shown = false;
  let length = 0;
  for (const [index, text] of texts.entries()) {
    folded.push(foldForStretches(text));
    places.push(likelyPlaces(folded[index] ?? '', leastPlace.farther));
    shown ||= tell(readPlaces(index, { least: leastPlace.first, to: sampled - length }), index).some(({ mean }) => mean >= leastTelling);
    length += text.length;
    if (!shown && length >= sampled) break;
  }
  if (!shown) return texts.map(() => []);
  const parts = texts.map((_, index) => readPlaces(index, { least: leastPlace.farther }));
  let stretches = parts.map((own, index) => tell(own, index));
  const spoken = isSpoken(texts);
  const favour = !spoken ? 0 : favourOf(known + stretches.flat().filter(({ mean }) => mean >= favoured.mean).length, length);
  if (favour > 0) stretches = parts.map((own, index) => tell(own, index, favour));
  const without = (form: RegExp): Candidate[][] => stretches.map((own, index) => own.filter(({ start, end }) => !form.test((texts[index] ?? '').slice(start, end))));
  if (isMixed(texts, stretches)) stretches = without(latin);
  // A single mark of a note may be the text's own.
  const noted = without(noteMark);
  if (stretches.flat().length - noted.flat().length === 1) stretches = noted;
  if (plain && known === 0 && !arePages(texts, stretches)) stretches = without(pageMark);
  const all = stretches.flat();
  const whole = all.reduce((sum, { mean }) => sum + Math.max(0, mean), 0);
  const doubted = plain && known + all.filter(({ mean }) => mean >= sure).length < several;
  const least = leastOdds[!spoken ? 'unspoken' : favour > 0 ? 'favoured' : 'alone'];
  const isQuoted = ({ start, end }: Piece, index: number): boolean => plain && known === 0 && isLatinPhrase((texts[index] ?? '').slice(start, end));
  const isPages = (stretch: Candidate): boolean => oddsThatPages(stretch, { known, plain, others: whole - Math.max(0, stretch.mean) }) >= least && !(doubted && stretch.start === 0);
  const isWithin = ({ start, end }: Piece, index: number): boolean => end - start < (texts[index]?.length ?? 0);
  // Rows are told only where the page put something into lines as well.
  const takesRows = rows && stretches.some((own, index) => own.some((stretch) => isWithin(stretch, index) && isPages(stretch)));
  const found = stretches.map((own, index): Piece[] => {
    const text = texts[index] ?? '';
    if (isTimed(folded, index)) return [];
    return takesRows && isRow(folded[index] ?? '') && mayBe(text) ? [{ start: 0, end: text.length }] : own.filter((stretch) => isPages(stretch) && !isQuoted(stretch, index) && (takesRows || isWithin(stretch, index)));
  });
  return alike(texts, found);
}

/** A stamp is no shorter, and of no more are other copies looked for. */
const leastStamp = 6;
const mostStamps = 50;

/** What a page put in more than once begins and ends everywhere as where it was told whole: 自家的|文客巴巴·海量文档|防盗窗, though the networks see ·海量文档防盗窗. */
function alike(texts: readonly string[], found: readonly (readonly Piece[])[]): Piece[][] {
  const words = found.flatMap((own, index) => own.map(({ start, end }) => (texts[index] ?? '').slice(start, end).trim()));
  const stamps = [...new Set(words)].filter(({ length }) => length >= leastStamp && length <= longestRow).slice(0, mostStamps);
  return found.map((own, index) => {
    const text = texts[index] ?? '';
    const pieces: Piece[] = [];
    for (const cut of own) {
      const { start, end } = copyAcross(text, cut, stamps) ?? cut;
      const last = pieces.at(-1)?.end ?? 0;
      if (end > last) pieces.push({ start: Math.max(start, last), end });
    }
    return pieces;
  });
}

/** The copy of one of the stamps that stands partly within `cut` and partly outside. */
function copyAcross(text: string, cut: Piece, stamps: readonly string[]): Piece | null {
  for (const stamp of stamps) {
    // No more is looked at than may hold it: a long text has thousands of cuts.
    const from = Math.max(0, cut.start - stamp.length + 1);
    const found = text.slice(from, cut.end + stamp.length - 1).indexOf(stamp);
    const [start, end] = [from + found, from + found + stamp.length];
    if (found >= 0 && (start < cut.start || end > cut.end)) return { start, end };
  }
  return null;
}

/** By how much stretches are likelier where so many stand in so many characters. */
function favourOf(count: number, characters: number): number {
  const rate = (1000 * count) / Math.max(favoured.characters, characters);
  return count < favoured.least || rate < favoured.rate ? 0 : favoured.by * Math.log1p(rate);
}

function oddsThatPages({ mean, place }: Candidate, { known, plain, others }: Evidence & { readonly others: number }): number {
  return counts.always + counts.mean * mean + counts.place * place + counts.others * Math.log1p(others) + counts.known * Math.min(mostKnown, known) + (plain ? counts.plain : 0);
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

const phrase = /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/u;
const ofPages = /www|https?:|©|copyright|rights reserved|powered by|download|page \d/iu;

/** `development of the national economy`: where nothing else shows a page a text says it itself. */
export function isLatinPhrase(words: string): boolean {
  return phrase.test(words) && !ofPages.test(words);
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

/** What the networks say of a part of a text. */
interface ReadPart {
  /** Where it begins there. */
  readonly from: number;
  readonly scores: GluedScores;
  /** The places for which it was read. */
  readonly places: readonly LikelyPlace[];
}

function readAround(folded: string, places: readonly LikelyPlace[]): ReadPart[] {
  const found: ReadPart[] = [];
  let next = 0;
  while (next < places.length) {
    const first = next;
    const from = Math.max(0, (places[next]?.start ?? 0) - around);
    let to = (places[next]?.end ?? 0) + around;
    for (next += 1; next < places.length && (places[next]?.start ?? 0) - around <= to && to - from < mostAtOnce; next += 1) to = (places[next]?.end ?? 0) + around;
    found.push({ from, scores: gluedScores(folded.slice(from, to)), places: places.slice(first, next) });
  }
  return found;
}

/** The stretches of a text's parts, each likelier by so much, in logarithms. */
function tellParts(parts: readonly ReadPart[], favour: number): Candidate[] {
  const found: Candidate[] = [];
  for (const { from, scores, places } of parts) {
    let first = 0;
    for (const stretch of tellStretches(favour === 0 ? scores : { ...scores, begins: scores.begins.map((score) => score + favour) })) {
      const moved = { ...stretch, start: from + stretch.start, end: from + stretch.end };
      // What reaches into the part that was read before has been told there.
      if (moved.start < (found[found.length - 1]?.end ?? 0)) continue;
      while (first < places.length && (places[first]?.end ?? 0) <= moved.start) first += 1;
      let place = 0;
      for (let at = first; at < places.length && (places[at]?.start ?? 0) < moved.end; at += 1) place = Math.max(place, places[at]?.sum ?? 0);
      if (place > 0) found.push({ ...moved, place });
    }
  }
  return found;
}
