import { createHash } from 'node:crypto';
import { fold } from '../../../src/core/text/folding.ts';
import { countHan } from '../../../src/core/text/han.ts';
import type { TextParagraph } from '../../texts/textFolder.ts';
import { paragraphHash } from '../../texts/textFolder.ts';
import type { RankingEngine } from './passageEngine.ts';
import type { SetPhrases } from '../../../src/core/passages/setPhrases.ts';

/** A query with the paragraphs that are to be judged for it, in an order that tells nothing of who found them. */
export interface Pool {
  readonly query: TextParagraph;
  readonly candidates: readonly TextParagraph[];
}

/** Where candidates come from: best first, of other files than the query's. */
export type Source = (query: TextParagraph) => readonly TextParagraph[];

/** How a query is like its pool: sizes and limits. */
const rules = {
  /** Han characters of a query. */
  shortest: 60,
  longest: 260,
  /** Candidates that the sources bring in turn, and those that must be years away, from as many files. */
  near: 16,
  distant: 8,
  yearsAway: 8,
  /** Years that news must be away: there are four of them in all. */
  newsYearsAway: 1,
  perFile: 3,
  /** Share of runs of four characters from which a candidate counts as copied. */
  copied: 0.25,
  /** Share of a paragraph's Han characters in formulations from which it is full of them. */
  laden: 0.25,
  /** Candidates of a query full of formulations that are brought by formulations alone. */
  twins: 8,
  /** Characters of the formulations that two paragraphs must share to be twins. */
  shared: 8,
} as const;

/**
 * Of each file the paragraph with the smallest hash that is no query yet, the files in the order of these hashes: nobody's
 * taste has a say. Texts that stand in two places are no queries.
 */
export function drawQueries(paragraphs: readonly TextParagraph[], used: ReadonlySet<string>, count: number): TextParagraph[] {
  const copies = new Map<string, number>();
  for (const { text } of paragraphs) copies.set(text, (copies.get(text) ?? 0) + 1);
  const smallest = new Map<string, { order: string; paragraph: TextParagraph }>();
  for (const paragraph of paragraphs) {
    const { file, text } = paragraph;
    const han = countHan(text);
    if (han < rules.shortest || han > rules.longest || (copies.get(text) ?? 0) > 1 || used.has(paragraphHash(text))) continue;
    const order = paragraphHash(text);
    const known = smallest.get(file);
    if (known === undefined || order < known.order) smallest.set(file, { order, paragraph });
  }
  return [...smallest.values()]
    .sort((left, right) => (left.order < right.order ? -1 : 1))
    .slice(0, count)
    .map(({ paragraph }) => paragraph);
}

export function isLaden(text: string, phrases: SetPhrases): boolean {
  const folded = fold(text);
  const covered = phrases.find(folded).reduce((sum, { start, end }) => sum + end - start, 0);
  return covered >= rules.laden * countHan(folded);
}

/** Takes the next best of each source in turn, then the same among texts of other years; `twins` come first where there are any. */
export function drawPool(query: TextParagraph, sources: readonly Source[], twins?: Source): Pool {
  const taken = new Map<string, TextParagraph>();
  const perFile = new Map<string, number>();
  const runs = runsOf(query.text);
  const take = (candidate: TextParagraph, most: number): boolean => {
    const count = perFile.get(candidate.file) ?? 0;
    if (candidate.file === query.file || count >= most || taken.has(fold(candidate.text)) || isCopied(runs, candidate.text)) return false;
    taken.set(fold(candidate.text), candidate);
    perFile.set(candidate.file, count + 1);
    return true;
  };
  if (twins !== undefined) takeInTurn([twins(query)], rules.twins, (each) => take(each, rules.perFile));
  const ranked = sources.map((source) => source(query));
  takeInTurn(ranked, rules.near, (each) => take(each, rules.perFile));
  const yearsAway = /^(?:.*\/)?\d{8}\./.test(query.file) ? rules.newsYearsAway : rules.yearsAway;
  const isDistant = ({ file }: TextParagraph): boolean => Math.abs(yearOf(file) - yearOf(query.file)) >= yearsAway;
  takeInTurn(ranked, rules.distant, (each) => isDistant(each) && take(each, 1));
  const salt = paragraphHash(query.text);
  const orderOf = ({ text }: TextParagraph): string => createHash('sha256').update(salt + text).digest('hex');
  const shuffled = [...taken.values()].map((each) => ({ each, order: orderOf(each) })).sort((left, right) => (left.order < right.order ? -1 : 1));
  return { query, candidates: shuffled.map(({ each }) => each) };
}

function takeInTurn(ranked: readonly (readonly TextParagraph[])[], count: number, take: (each: TextParagraph) => boolean): void {
  const next = ranked.map(() => 0);
  let left = count;
  while (left > 0 && ranked.some((list, source) => (next[source] ?? 0) < list.length)) {
    ranked.forEach((list, source) => {
      while (left > 0 && (next[source] ?? 0) < list.length) {
        const candidate = list[next[source] ?? 0];
        next[source] = (next[source] ?? 0) + 1;
        if (candidate === undefined || !take(candidate)) continue;
        left -= 1;
        break;
      }
    });
  }
}

/** Congress reports are numbered: the twelfth was in 1982, and one every five years since. News is named by its day; speeches are of this year. */
function yearOf(file: string): number {
  const [, kind, number] = /^(gov|congress)-(\d+)/.exec(file) ?? [];
  if (kind === undefined) return Number(/(?:^|\/)(\d{4})\d{4}\./.exec(file)?.[1] ?? 2026);
  return kind === 'gov' ? Number(number) : 1982 + 5 * (Number(number) - 12);
}

function runsOf(text: string): ReadonlySet<string> {
  const letters = fold(text).replace(/[^\p{Script=Han}\d]/gu, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 3) }, (_, index) => letters.slice(index, index + 4)));
}

function isCopied(query: ReadonlySet<string>, text: string): boolean {
  const own = runsOf(text);
  const shared = [...own].filter((run) => query.has(run)).length;
  return shared > rules.copied * Math.min(query.size, own.size);
}

export function engineSource(engine: RankingEngine, paragraphs: readonly TextParagraph[]): Source {
  return ({ text, file }) => engine.rank(text, 150, file).flatMap((place) => paragraphs[place] ?? []);
}

/** Paragraphs by the formulations that they share with the query, the rare ones counting more. */
export function formulationSource(paragraphs: readonly TextParagraph[], phrases: SetPhrases): Source {
  const sets = paragraphs.map(({ text }) => formulationsIn(text, phrases));
  const counts = new Map<string, number>();
  for (const set of sets) for (const each of set) counts.set(each, (counts.get(each) ?? 0) + 1);
  return ({ text, file }) => {
    const own = formulationsIn(text, phrases);
    return sets
      .map((set, place) => ({ place, shared: [...set].filter((each) => own.has(each)) }))
      .filter(({ place, shared }) => isMuch(shared) && paragraphs[place]?.file !== file)
      .map(({ place, shared }) => ({ place, score: shared.reduce((sum, each) => sum + Math.log(paragraphs.length / (counts.get(each) ?? 1)), 0) }))
      .sort((left, right) => right.score - left.score || left.place - right.place)
      .flatMap(({ place }) => paragraphs[place] ?? []);
  };
}

/** Whether two texts share set phrases of at least eight characters in all. */
export function sharesFormulations(text: string, other: string, phrases: SetPhrases): boolean {
  const own = formulationsIn(text, phrases);
  return isMuch([...formulationsIn(other, phrases)].filter((each) => own.has(each)));
}

function isMuch(shared: readonly string[]): boolean {
  return shared.join('').length >= rules.shared;
}

function formulationsIn(text: string, phrases: SetPhrases): ReadonlySet<string> {
  const folded = fold(text);
  return new Set(phrases.find(folded).map(({ start, end }) => folded.slice(start, end)));
}
