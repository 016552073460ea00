import type { Stretch } from './stretch.ts';
import type { WindowCounter } from './windowCounter.ts';
import { windowLength } from './windowCounter.ts';

/** Longest expression, in code units: longer repeats are copied paragraphs. */
const longest = 48;

/** Most ends that are tried for one start. */
const mostEnds = 8;

const sentenceEnd = /(?:〔[^〕]*〕|[。！？!?\n\r\u2028\u2029*#|`<>〔〕【】])+/gu;

/** A sentence and where it starts in its paragraph, in code units. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** The sentences of a paragraph; marks of Markdown and placeholders (〔市名〕) end one as well. */
export function* sentencesOf(text: string): Generator<Sentence> {
  let start = 0;
  for (const end of text.matchAll(sentenceEnd)) {
    if (end.index - start >= windowLength) yield { text: text.slice(start, end.index), start };
    start = end.index + end[0].length;
  }
  if (text.length - start >= windowLength) yield { text: text.slice(start), start };
}

/**
 * The stretches of a sentence that may be expressions: runs of windows that several documents share, from where the text
 * before varies to where the text after varies.
 *
 *     必须|推动科技创新和产业创新深度融合|，加快
 *         ^ varies before               ^ varies after
 */
export function* repeatedSpans(sentence: string, windows: WindowCounter, documents: number): Generator<Stretch> {
  const last = sentence.length - windowLength;
  let start = 0;
  while (start <= last) {
    if (windows.documentsAt(sentence, start) < documents) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < last && windows.documentsAt(sentence, end + 1) >= documents) end += 1;
    yield* spansIn(sentence, { start, end }, windows);
    start = end + 1;
  }
}

/** Spans within a run of shared windows; `run.end` is the start of its last window. */
function* spansIn(sentence: string, run: Stretch, windows: WindowCounter): Generator<Stretch> {
  const ends: number[] = [];
  for (let window = run.start; window <= run.end; window += 1) {
    const end = window + windowLength;
    if (mayEnd(sentence, end) && windows.variesAfter(sentence, window)) ends.push(end);
  }
  for (let start = run.start; start <= run.end; start += 1) {
    if (!mayStart(sentence, start) || !windows.variesBefore(sentence, start)) continue;
    let tried = 0;
    for (const end of ends) {
      if (end < start + windowLength) continue;
      if (end > start + longest || tried >= mostEnds) break;
      tried += 1;
      if (isWhole(sentence, start, end)) yield { start, end };
    }
  }
}

const marks = '，、；：,;:—…·';

/** Particles and connectives that no expression starts or ends with. */
const neverFirst = new Set('的了着过和与及或等之们地得把被将让于是在也就都而并个件名位条');
const neverLast = new Set('的和与及或在把被将让向从对为以于是要不更一这那第等已正再还了');

/** A number and a measure word that wait for their noun: 失去了一位|, 奉献了一届|. */
const counts = /[一两几多][个位届批项名件条场种座架枚]$/u;

function mayStart(sentence: string, start: number): boolean {
  const first = sentence.charAt(start);
  // 30日上午在京举行: what follows a figure belongs to it.
  if (isFigure(sentence.charCodeAt(start - 1))) return false;
  return !marks.includes(first) && !'”’》）) '.includes(first) && !neverFirst.has(first);
}

function mayEnd(sentence: string, end: number): boolean {
  const last = sentence.charAt(end - 1);
  return !marks.includes(last) && !'“‘《（( '.includes(last) && !neverLast.has(last) && !counts.test(sentence.slice(end - 2, end));
}

function isFigure(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Whether quotes and brackets are closed within the stretch, and no figures or letters stand in it. */
function isWhole(sentence: string, start: number, end: number): boolean {
  let open = 0;
  for (let index = start; index < end; index += 1) {
    const unit = sentence.charAt(index);
    if ('“‘《（(「『'.includes(unit)) open += 1;
    else if ('”’》）)」』'.includes(unit)) open -= 1;
    // What stands in parentheses is an aside of one document: 县（市、区）.
    if (open < 0 || unit === '（') return false;
    const code = sentence.charCodeAt(index);
    // Figures and letters belong to single events, not to set wording.
    if (code < 0x80 || (code >= 0xff10 && code <= 0xff5a)) return false;
  }
  return open === 0 && joinsWholeClauses(sentence, start, end);
}

/**
 * Whether what a comma joins is whole: 表示，中国 and 连日来，各地 are repeated often and mean nothing. What 、 joins may
 * start within a clause (坚持人民至上、生命至上) and is followed by a mark or a particle, so that its last item is whole; no
 * item of it is a single character.
 */
function joinsWholeClauses(sentence: string, start: number, end: number): boolean {
  const parts = sentence.slice(start, end).split(/[，；：,;:—…]/u);
  if (parts.length > 1 && !(isEdge(sentence, start - 1) && isEdge(sentence, end))) return false;
  const items = parts.flatMap((part) => part.split('、'));
  if (items.length === 1) return true;
  return items.every((item) => item.length >= 2) && (isEdge(sentence, end) || particles.includes(sentence.charAt(end)));
}

/** What may follow the last item of a list. */
const particles = '的等和与及为是在中”’》';

function isEdge(sentence: string, index: number): boolean {
  return index < 0 || index >= sentence.length || marks.includes(sentence.charAt(index));
}
