import type { DatedText } from '../../src/core/formulations/attest.ts';

/** A set phrase found in the test text itself, with places where it stands. */
export interface RecurringPhrase {
  readonly text: string;
  readonly days: number;
  readonly places: readonly Place[];
}

export interface Place {
  readonly paragraph: string;
  readonly start: number;
}

/**
 * What counts: fixed before anything was measured, and independent of any list of ours. A run of two to eight
 * neighbouring clauses of one sentence, six to sixty characters, without figures, letters or brackets, that stands in
 * the text on at least five days and is not merely part of a longer one that stands on as many.
 */
export const phraseRule = { clauses: [2, 8], length: [6, 60], days: 5, places: 3 } as const;

const sentenceEnd = /[。！？!?\n]/gu;
const particular = /[0-9A-Za-z０-９（）()【】·]/u;

export function paragraphsOf(texts: readonly DatedText[]): { readonly day: string; readonly text: string }[] {
  return texts.flatMap(({ day, text }) =>
    text.split('\n').map((line) => line.trim()).filter((line) => line.length > 20).map((line) => ({ day, text: line })),
  );
}

/** `clauses`: fewest and most clauses of a phrase; one clause makes a second, larger set to look at beside the rule's. */
export function recurringPhrases(texts: readonly DatedText[], clauses: readonly [number, number] = phraseRule.clauses): RecurringPhrase[] {
  const days = new Map<string, { last: string; days: number; places: { day: string; place: Place }[] }>();
  for (const { day, text } of paragraphsOf(texts)) {
    for (const { run, start } of clauseRuns(text, clauses)) {
      let known = days.get(run);
      if (known === undefined) days.set(run, (known = { last: '', days: 0, places: [] }));
      if (known.last === day) continue;
      known.last = day;
      known.days += 1;
      known.places.push({ day, place: { paragraph: text, start } });
    }
  }
  const frequent = [...days].filter(([, seen]) => seen.days >= phraseRule.days).sort(([a], [b]) => b.length - a.length);
  const kept = new Map<string, number>();
  const phrases: RecurringPhrase[] = [];
  for (const [text, seen] of frequent) {
    if ((kept.get(text) ?? 0) >= seen.days) continue;
    // What this phrase contains is only kept where it stands on more days.
    for (const { run } of clauseRuns(text, clauses)) kept.set(run, Math.max(kept.get(run) ?? 0, seen.days));
    const step = Math.max(1, Math.floor(seen.places.length / phraseRule.places));
    const places = seen.places.filter((_, index) => index % step === 0).slice(0, phraseRule.places);
    phrases.push({ text, days: seen.days, places: places.map(({ place }) => place) });
  }
  return phrases.sort((a, b) => b.days - a.days || (a.text < b.text ? -1 : 1));
}

function* clauseRuns(paragraph: string, [fewest, most]: readonly [number, number]): Generator<{ run: string; start: number }> {
  let from = 0;
  for (const end of [...paragraph.matchAll(sentenceEnd)].map((match) => match.index).concat(paragraph.length)) {
    const sentence = paragraph.slice(from, end);
    const found = [...sentence.matchAll(/[^，、；：,;:]+[，、；：,;:]?/gu)];
    for (let first = 0; first < found.length; first += 1) {
      const start = found[first]?.index ?? 0;
      for (let count = fewest; count <= most && first + count <= found.length; count += 1) {
        const last = found[first + count - 1];
        if (last === undefined) break;
        const run = sentence.slice(start, last.index + last[0].length).replace(/[，、；：,;:]$/u, '');
        if (run.length > phraseRule.length[1] || particular.test(run)) break;
        if (run.length >= phraseRule.length[0]) yield { run, start: from + start };
      }
    }
    from = end + 1;
  }
}
