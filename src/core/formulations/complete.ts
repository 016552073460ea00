import type { Completion, CompletionReason } from '../contracts.ts';
import { fold } from '../text/folding.ts';
import { punctuationAgrees, textStart } from './alignment.ts';
import { leadingVerbs, openingMarks } from './beginnings.ts';
import type { Candidate, RankingContext } from './candidate.ts';
import { chainCandidates } from './chain.ts';
import { changedSeparators, editFor } from './edit.ts';
import { leftContextAt } from './leftContext.ts';
import type { LeftContext } from './leftContext.ts';
import { Lexicon } from './lexicon.ts';
import type { LexiconEntry } from './lexiconEntry.ts';
import { findMatches, findPinyinMatches, readTyped } from './match.ts';
import type { Match, Typed } from './match.ts';
import { classOf, matchKeyOf } from './matchKey.ts';
import { scoreOf } from './score.ts';
import { compared as comparedBySurety, withLikelihood } from './surety.ts';
import { weights as standardWeights } from './weights.ts';
import type { Weights } from './weights.ts';

export interface CompletionRequest {
  readonly before: string;
  /** Default: nothing stands after the cursor. */
  readonly after?: string;
  /** Default 20. */
  readonly limit?: number;
  /** Fewest characters of a formulation that count as its beginning. Default 2. */
  readonly shortest?: number;
  /** Whether Latin letters are read as pinyin. Default true. */
  readonly pinyin?: boolean;
  readonly context?: RankingContext;
  readonly weights?: Weights;
}

interface ScoredCandidate extends Candidate {
  readonly score: number;
}

/** A candidate with its score, for the host, which shows more than the contract's fields. */
export interface RankedCandidate extends ScoredCandidate {
  /** Of the first three, how likely (0–1) it is that one of them is meant; 0 for the others. */
  readonly likelihood: number;
}

/** Completions for the text at the cursor, best first; superseded wording comes last. */
export function completeFormulations(lexicons: Lexicon | readonly Lexicon[], request: CompletionRequest): Completion[] {
  return rankCandidates(lexicons, request).map(toCompletion);
}

/**
 * As `completeFormulations`, with what the host needs to explain and to learn from a choice. Several lexicons are read as
 * one: our own, what was mined from the writer's library, the phrase book.
 */
export function rankCandidates(lexicons: Lexicon | readonly Lexicon[], request: CompletionRequest): RankedCandidate[] {
  const { before, after = '', limit = 20, shortest = 2, pinyin = true, context = {}, weights = standardWeights } = request;
  const typed = readTyped(before);
  if (typed.keyed.key === '') return [];
  const candidates: Candidate[] = [];
  const all = lexicons instanceof Lexicon ? [lexicons] : lexicons;
  const everywhere = all.map((lexicon) => ({ lexicon, found: findMatches(lexicon, typed, shortest) }));
  // Overlaps come longest first.
  const longest = Math.max(0, ...everywhere.map(({ found }) => found.matches[0]?.length ?? 0));
  for (const { lexicon, found } of everywhere) {
    const { standing } = found;
    const matches = found.matches.filter((match) => !isOpenYet(match, found.matches) && !isByChance(typed, match, longest));
    candidates.push(...chainCandidates(lexicon, typed, standing, after));
    // Of one formulation the longest overlap counts: 面向世界科技前沿、面向| must not start it anew from the second 面向, and
    // what stands whole around the cursor is not offered again.
    const done = new Map<number, number>();
    for (const match of [...matches, ...(pinyin ? findPinyinMatches(lexicon, typed) : [])]) {
      if (match.length < (done.get(match.form.entry) ?? 0)) continue;
      const of = candidatesOf(lexicon, typed, { match, after });
      if (of === null) continue;
      done.set(match.form.entry, match.length);
      candidates.push(...of);
    }
  }
  const wrongKeys = all.flatMap((lexicon) => lexicon.wrongKeys);
  // As many as surety compares, whatever the limit, so that it says the same of a short list.
  const right = withoutWrongForms(best(candidates, { before, after, context, weights }), { before, wrongKeys, limit: Math.max(limit, comparedBySurety) });
  return withLikelihood(right).slice(0, limit);
}

/**
 * Whether a wrong form is not told yet from a right one: 增强四个| may become the wrong 增强“四个自信” or the right
 * 增强“四个意识”. Putting it right would be a guess, so the right one is offered alone until the writer has typed on.
 */
function isOpenYet(match: Match, all: readonly Match[]): boolean {
  if (match.form.kind !== 'wrong' || match.offset + match.length >= match.form.keyed.key.length) return false;
  return all.some((other) => other.form.kind !== 'wrong' && other.length >= match.length);
}

/**
 * Whether two characters in the middle of a run agree by chance: 红船精神| is not going to be 精神文明建设. A verb may begin
 * a formulation anywhere (扎实推动|), and so may what follows an opening quote (认真学习“两个|), unless more than the two agree
 * with something else.
 */
function isByChance(typed: Typed, match: Match, longest: number): boolean {
  if (match.by !== 'characters' || match.length > 2 || startsAtBoundary(typed, match)) return false;
  if (longest > match.length) return true;
  const start = typed.keyed.at[match.typedFrom] ?? 0;
  const isQuoted = start > 0 && openingMarks.includes(typed.before.charAt(start - 1));
  // 四个坚持|, 九项发展|: a verb that is counted is a noun.
  if ('个项种条大'.includes(typed.before.charAt(start - 1)) && start > 0) return true;
  return !isQuoted && !leadingVerbs.has(typed.keyed.key.slice(match.typedFrom));
}

/**
 * The candidates of one overlap: the formulation, and before a superseded one the wording that took over; none where it
 * stands already, `null` where the overlap is with other text.
 */
function candidatesOf(lexicon: Lexicon, typed: Typed, { match, after }: { match: Match; after: string }): Candidate[] | null {
  const entry = lexicon.entryAt(match.form.entry);
  const start = replacedFrom(entry, typed, match);
  if (start === null) return null;
  const { before } = typed;
  const remainder = remainderOf(match);
  const found: Candidate[] = [];
  const insert = match.form.kind === 'text' ? entry.text.slice(textStart(entry.text, match.form.keyed, match.offset)) : entry.text;
  const edit = editFor({ before, after, from: start, insert, remainder });
  if (edit !== null) found.push({ ...described(entry, typed, match), edit });
  const byId = entry.superseded?.byId ?? null;
  const successor = byId === null || match.offset !== 0 ? undefined : lexicon.indexOf(byId);
  if (successor === undefined) return found;
  // Short forms of the old wording name the same thing, so they lead to the current one as well.
  const current = lexicon.entryAt(successor);
  const replacement = editFor({ before, after, insert: current.text, ...replacedBy(current, typed, { match, start, remainder }) });
  if (replacement !== null) found.push({ ...described(current, typed, match), edit: replacement, reason: 'alias' });
  return found;
}

/**
 * What the wording that took over replaces, where it holds what was typed of the old one: of 共建“一带一| the whole, because
 * 一带一 is the inside of 共建“一带一路”国家 as well as the beginning of the old “一带一路”沿线国家.
 */
function replacedBy(
  current: LexiconEntry,
  { before, keyed }: Typed,
  { match, start, remainder }: { match: Match; start: number; remainder: string },
): { readonly from: number; readonly remainder: string } {
  if (match.by !== 'characters') return { from: start, remainder };
  const { key } = matchKeyOf(current.text);
  const typedPart = keyed.key.slice(match.typedFrom);
  const at = key.indexOf(typedPart);
  if (at < 0) return { from: start, remainder };
  const stands = keyed.key.slice(0, match.typedFrom).endsWith(key.slice(0, at));
  return { from: stands ? (keyed.at[match.typedFrom - at] ?? before.length) : start, remainder: key.slice(at + typedPart.length) };
}

/** Where the replaced text starts; `null` where the punctuation says that something else is being written. */
function replacedFrom(entry: LexiconEntry, typed: Typed, match: Match): number | null {
  const { before, keyed } = typed;
  const from = keyed.at[match.typedFrom] ?? before.length;
  if (match.by !== 'characters') return from;
  if (match.form.kind === 'text') {
    const agrees = punctuationAgrees({
      typed: { text: before, keyed, from: match.typedFrom },
      formulation: { text: entry.text, keyed: match.form.keyed, offset: match.offset },
      length: match.length,
      typedEnd: before.length,
    });
    return agrees ? from : null;
  }
  if (isRepeated(typed, match, entry) || /[，、；：,;:\s]/u.test(before.slice((keyed.at.at(-1) ?? 0) + 1))) return null;
  // “两个确立| is a quoted short form: the full wording brings its own quotes. A mark that it begins with itself is taken in
  // with the edit.
  const mark = before.charAt(from - 1);
  return from > 0 && openingMarks.includes(mark) && !leadOf(entry.text).includes(mark) ? from - 1 : from;
}

function leadOf(text: string): string {
  let length = 0;
  while (length < text.length && openingMarks.includes(text.charAt(length))) length += 1;
  return text.slice(0, length);
}

function remainderOf({ form, offset, length }: Match): string {
  return form.keyed.key.slice(offset + length);
}

/**
 * Whether the full wording would repeat or contradict what stands before its short form: 践行四个意识| must not become
 * 践行增强“四个意识”. A short form that its full wording does not contain (党的二十大) may stand anywhere.
 */
function isRepeated(typed: Typed, match: Match, entry: LexiconEntry): boolean {
  return !startsAtBoundary(typed, match) && matchKeyOf(entry.text).key.indexOf(match.form.keyed.key) > 0;
}

/** Whether the overlap starts a clause: nothing but a mark stands before it. An opening quote alone starts none. */
function startsAtBoundary({ before, keyed }: Typed, { typedFrom }: Match): boolean {
  let index = (keyed.at[typedFrom] ?? 0) - 1;
  while (index >= 0 && isQuote(before.charAt(index))) index -= 1;
  return index < 0 || classOf(fold(before.charAt(index)), 0) !== 'letter';
}

function isQuote(mark: string): boolean {
  return classOf(fold(mark), 0) === 'quote';
}

function described(entry: LexiconEntry, typed: Typed, match: Match): Omit<Candidate, 'edit'> {
  return {
    entry,
    reason: reasonOf(entry, match),
    overlap: match.length,
    formLength: match.form.keyed.key.length - match.offset,
    fromStart: match.offset === 0,
    atBoundary: startsAtBoundary(typed, match),
    left: match.offset === 0 && match.form.kind === 'text' ? leftOf(typed, match.typedFrom) : null,
    chain: 0,
  };
}

const leftsKnown = new WeakMap<Typed, Map<number, LeftContext>>();

/** What stands before a place of what is typed; thousands of candidates may start at the same one. */
function leftOf(typed: Typed, typedFrom: number): LeftContext {
  const known = leftsKnown.get(typed) ?? new Map<number, LeftContext>();
  if (known.size === 0) leftsKnown.set(typed, known);
  const left = known.get(typedFrom) ?? leftContextAt(typed.before, typed.keyed.at[typedFrom] ?? 0);
  known.set(typedFrom, left);
  return left;
}

function reasonOf(entry: LexiconEntry, match: Match): CompletionReason {
  if (entry.origin === 'phrasebook') return 'phrasebook';
  if (match.by !== 'characters') return 'pinyin';
  if (entry.origin === 'mined') return 'mined';
  if (match.form.kind === 'alias') return 'alias';
  if (match.form.kind === 'wrong') return 'wrong-form';
  return match.offset === 0 ? 'prefix' : 'inside';
}

interface BestRequest {
  readonly before: string;
  readonly after: string;
  readonly context: RankingContext;
  readonly weights: Weights;
}

/** The first `limit` that write nothing wrong; only as many are looked at as it takes. */
function withoutWrongForms(
  ranked: readonly ScoredCandidate[],
  { before, wrongKeys, limit }: { readonly before: string; readonly wrongKeys: readonly string[]; readonly limit: number },
): ScoredCandidate[] {
  const near = before.slice(-200);
  const right: ScoredCandidate[] = [];
  for (const candidate of ranked) {
    if (right.length >= limit) break;
    if (!makesWrongForm(candidate, near, wrongKeys)) right.push(candidate);
  }
  return right;
}

/** Whether other wording than the one typed is offered: what it changes is what it is for. */
function isCorrection({ reason }: Candidate): boolean {
  return reason === 'alias' || reason === 'wrong-form';
}

/** Scores, keeps the best of those that would give the same text, and puts superseded wording last. */
function best(candidates: readonly Candidate[], { before, after, context, weights }: BestRequest): ScoredCandidate[] {
  const byResult = new Map<string, ScoredCandidate>();
  const near = before.slice(-200);
  for (const candidate of candidates) {
    if (context.never?.has(candidate.entry.text)) continue;
    const ranked = { ...candidate, score: scoreOf(candidate, context, weights, isCorrection(candidate) ? 0 : changedSeparators(candidate.edit, before)) };
    const { insert, replace, replaceAfter } = candidate.edit;
    const result = `${near.slice(0, near.length - replace)}${insert}|${after.slice(replaceAfter, replaceAfter + 40)}`;
    const known = byResult.get(result);
    byResult.set(result, known === undefined ? ranked : better(known, ranked));
  }
  const ranked = smallerStepFirst(demoteSwallowed([...byResult.values()].sort(inOrder), weights).sort(inOrder), weights);
  return eachOnce(ranked);
}

/**
 * Rows that put in the same words as one, at the place of the best: two of them would be a riddle. 中国科协十一大| ends with
 * three short forms of one name, and the longest one is what was typed.
 */
function eachOnce(ranked: readonly ScoredCandidate[]): ScoredCandidate[] {
  const longest = new Map<string, ScoredCandidate>();
  for (const candidate of ranked) {
    const known = longest.get(candidate.edit.insert);
    if (known === undefined || candidate.edit.replace > known.edit.replace) longest.set(candidate.edit.insert, candidate);
  }
  return [...longest.values()];
}

function inOrder(a: ScoredCandidate, b: ScoredCandidate): number {
  return (
    Number(a.entry.superseded !== undefined) - Number(b.entry.superseded !== undefined) ||
    b.score - a.score ||
    a.edit.insert.length - b.edit.insert.length ||
    (a.edit.insert < b.edit.insert ? -1 : 1)
  );
}

/**
 * Whether accepting would write a known wrong form: “四个自信”、做到“两个维护” taken from its inside after 增强 gives
 * 增强“四个自信”. What stands before the cursor already, or in the formulation itself, is not of its making.
 */
function makesWrongForm({ edit, entry }: Candidate, before: string, wrongKeys: readonly string[]): boolean {
  const { key } = matchKeyOf(before.slice(0, before.length - edit.replace).slice(-24) + edit.insert);
  const made = wrongKeys.filter((wrong) => key.includes(wrong));
  if (made.length === 0) return false;
  const own = matchKeyOf(entry.text).key;
  const standing = matchKeyOf(before).key;
  return made.some((wrong) => !own.includes(wrong) && !standing.includes(wrong));
}

/** Candidates that are compared with each other: what stands below them is not shown anyway. */
const compared = 50;

/**
 * Moves down what is nearly always the beginning of something longer that is offered too: 穆虹、咸辉 where the list of
 * names goes on the same way each time.
 */
function demoteSwallowed(sorted: readonly ScoredCandidate[], weights: Weights): ScoredCandidate[] {
  const shown = sorted.slice(0, compared).filter(({ entry }) => entry.origin === 'mined');
  return sorted.map((candidate, index) => {
    if (index >= compared || candidate.entry.origin !== 'mined') return candidate;
    const { insert, replace } = candidate.edit;
    const documents = candidate.entry.documents ?? 0;
    const swallowed = shown.some(
      ({ edit, entry }) =>
        edit.replace === replace &&
        edit.insert.length > insert.length &&
        edit.insert.startsWith(insert) &&
        (entry.documents ?? 0) >= weights.swallowedFrom * documents,
    );
    return swallowed ? { ...candidate, score: candidate.score + weights.swallowed } : candidate;
  });
}

/**
 * Of two of our own where one is the beginning of the other, the smaller step stands first, as long as little else tells
 * them apart: after 增强四个 comes 增强“四个意识”, then the whole chain, and the links of the first lead there as well.
 */
function smallerStepFirst(sorted: readonly ScoredCandidate[], weights: Weights): ScoredCandidate[] {
  const result = [...sorted];
  for (let index = 1; index < Math.min(result.length, compared); index += 1) {
    const step = result[index];
    if (step?.entry.origin !== 'curated' || step.entry.superseded !== undefined) continue;
    const goal = result.findIndex(
      ({ entry, edit, score }, at) =>
        at < index &&
        entry.origin === 'curated' &&
        score - step.score <= weights.smallerStep &&
        edit.replace === step.edit.replace &&
        edit.insert.startsWith(step.edit.insert),
    );
    if (goal >= 0) result.splice(goal, 0, ...result.splice(index, 1));
  }
  return result;
}

/**
 * Of two that give the same text, the next link of a chain, because after 增强“四个意识”、坚定“四个自信” it is a smaller step
 * than the whole chain written anew; else the one with the better score.
 */
function better(a: ScoredCandidate, b: ScoredCandidate): ScoredCandidate {
  if ((a.reason === 'chain') !== (b.reason === 'chain')) {
    return { ...(a.reason === 'chain' ? a : b), score: Math.max(a.score, b.score) };
  }
  return b.score > a.score ? b : a;
}

function toCompletion({ entry, edit, reason }: Candidate): Completion {
  return {
    text: entry.text,
    insert: edit.insert,
    replace: edit.replace,
    replaceAfter: edit.replaceAfter,
    reason,
    category: entry.category,
    status: entry.superseded === undefined ? 'current' : 'superseded',
    supersededBy: entry.superseded?.by ?? null,
    since: entry.superseded?.since ?? null,
    source: entry.source ?? null,
    evidence: entry.evidence ?? null,
  };
}
