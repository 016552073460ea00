import type { Evidence, Formulation } from '../contracts.ts';
import type { EvidenceFile } from './evidence.ts';
import type { EntryLink, LexiconEntry, LexiconFile } from './lexiconEntry.ts';
import { Lexicon } from './lexicon.ts';
import { matchKeyOf } from './matchKey.ts';
import { pinyinReading } from './pinyinReading.ts';

/** The sightings that `corpus/evidence.json` holds, as far as completion uses them. Years are strings of four digits. */
export interface Sightings {
  readonly until: string;
  readonly days: Readonly<Record<string, number>>;
  readonly formulations: EvidenceFile['formulations'];
  readonly links: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
}

export interface LexiconSources {
  readonly formulations: readonly Formulation[];
  readonly evidence: Sightings | null;
  /** Expressions mined from the bundled corpus, with the number of documents each stands in. */
  readonly mined?: readonly { readonly text: string; readonly documents: number }[];
  /** Gives one toneless syllable for each character of a key; absent, nothing can be typed in pinyin. */
  readonly pinyin?: (text: string) => readonly string[];
}

/** Lays formulations and evidence together into the build artefact. Meant for the build, not for start-up. */
export function compileLexicon({ formulations, evidence, mined = [], pinyin }: LexiconSources): LexiconFile {
  const texts = new Map(formulations.map((formulation) => [formulation.id, formulation.text]));
  const entries = formulations.map((formulation) => entryOf(formulation, { texts, evidence, pinyin }));
  const known = new Set(formulations.map((formulation) => matchKeyOf(formulation.text).key));
  for (const { text, documents } of mined) {
    if (known.has(matchKeyOf(text).key)) continue;
    entries.push(minedEntry({ text, documents }, pinyin));
  }
  return { version: 1, until: evidence?.until ?? null, entries };
}

/** An entry for wording that was found repeated in documents. */
export function minedEntry(
  expression: Pick<LexiconEntry, 'text' | 'documents' | 'example' | 'left' | 'lately' | 'begun'>,
  pinyin?: (text: string) => readonly string[] | null,
): LexiconEntry {
  return {
    id: `mined:${expression.text}`,
    category: '常用语',
    origin: 'mined',
    ...expression,
    ...pinyinField(expression.text, pinyin),
  };
}

/** Reads the build artefact. Throws a `SyntaxError` or a `TypeError` that says what is wrong with it. */
export function readLexicon(json: string): Lexicon {
  const { lexicon, entries } = openLexicon(json);
  lexicon.add(entries);
  return lexicon;
}

/** Stands before the entries in the build artefact; each of them takes a line. */
const beforeEntries = '"entries":[\n';

/** The build artefact as text: JSON that can also be read line by line. */
export function lexiconText({ entries, ...head }: LexiconFile): string {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},${beforeEntries}${lines}\n]}`;
}

const lineEnd = 10;

/**
 * As `readLexicon` in steps, for whoever must not be held up: a lexicon still empty, and the entries to be read and added
 * slice by slice, still in UTF-8. Reading or decoding all of a thousand kilobytes at once takes longer than a keystroke may.
 */
export function openLexiconLines(file: Uint8Array): { readonly lexicon: Lexicon; readonly lines: readonly Uint8Array[] } {
  const headEnd = file.indexOf(lineEnd) + 1;
  const head = utf8.decode(file.subarray(0, headEnd));
  if (!head.endsWith(beforeEntries)) throw new TypeError('lexicon.json has not one entry a line.');
  const { lexicon } = openLexicon(`${head}]}`);
  const lines: Uint8Array[] = [];
  for (let from = headEnd, to = file.indexOf(lineEnd, from); to >= 0; from = to + 1, to = file.indexOf(lineEnd, from)) {
    if (to > from) lines.push(file.subarray(from, to));
  }
  return { lexicon, lines };
}

/** An entry of a line that `openLexiconLines` gave. */
export function entryOfLine(line: Uint8Array): LexiconEntry {
  const json = utf8.decode(line);
  return JSON.parse(json.endsWith(',') ? json.slice(0, -1) : json) as LexiconEntry;
}

const utf8 = new TextDecoder();

function openLexicon(json: string): { readonly lexicon: Lexicon; readonly entries: readonly LexiconEntry[] } {
  const file = JSON.parse(json) as Partial<LexiconFile>;
  if (file.version !== 1 || !Array.isArray(file.entries)) {
    throw new TypeError(`lexicon.json has version ${String(file.version)}; version 1 is expected.`);
  }
  const lexicon = new Lexicon();
  lexicon.until = file.until ?? null;
  if (file.pinyin !== undefined) lexicon.reading = pinyinReading(file.pinyin);
  return { lexicon, entries: file.entries };
}

interface EntryContext {
  readonly texts: ReadonlyMap<string, string>;
  readonly evidence: Sightings | null;
  readonly pinyin: ((text: string) => readonly string[]) | undefined;
}

function entryOf(formulation: Formulation, { texts, evidence, pinyin }: EntryContext): LexiconEntry {
  const { id, text, category, members, status, valid, source, aliases, note } = formulation;
  const key = matchKeyOf(text).key;
  // A wrong form with the same key differs in punctuation alone, and every match puts that right.
  const wrong = formulation.wrong?.filter((form) => matchKeyOf(form).key !== key);
  const seen = evidence === null ? undefined : evidenceOf(id, evidence);
  const places = evidence?.formulations[id]?.places;
  const links = linksOf(formulation, evidence);
  return {
    id,
    text,
    category,
    origin: 'curated',
    ...(members === undefined ? {} : { members }),
    ...(links.length === 0 ? {} : { next: links }),
    ...(typeof status === 'object' && 'supersededBy' in status
      ? {
          superseded: {
            by: texts.get(status.supersededBy) ?? status.supersededBy,
            byId: texts.has(status.supersededBy) ? status.supersededBy : null,
            since: status.since,
          },
        }
      : {}),
    ...(typeof status === 'object' && 'coexistsWith' in status
      ? { coexistsWith: texts.get(status.coexistsWith) ?? status.coexistsWith }
      : {}),
    ...(valid === undefined ? {} : { valid }),
    source,
    ...(seen === undefined ? {} : { evidence: seen }),
    ...(places === undefined ? {} : { left: places }),
    ...(aliases === undefined ? {} : { aliases }),
    ...(wrong === undefined || wrong.length === 0 ? {} : { wrong }),
    ...(note === undefined ? {} : { note }),
    ...pinyinField(text, pinyin),
  };
}

function evidenceOf(id: string, evidence: Sightings): Evidence | undefined {
  const seen = evidence.formulations[id];
  if (seen === undefined) return undefined;
  const byYear = Object.fromEntries(
    Object.entries(seen.byYear).map(([year, count]) => [year, { count, days: evidence.days[year] ?? 0 }]),
  );
  return { lastSeen: seen.lastSeen, until: evidence.until, byYear };
}

/** Shares of what follows, by sightings in which each year counts half as much as the next. */
function linksOf(formulation: Formulation, evidence: Sightings | null): EntryLink[] {
  const next = formulation.next ?? [];
  const last = Number(evidence?.until.slice(0, 4) ?? '0');
  const counts = next.map(({ id }) => {
    // One sighting that nobody made keeps a link alive that the evidence does not cover.
    let count = 1;
    for (const [year, seen] of Object.entries(evidence?.links[formulation.id]?.[id] ?? {})) {
      count += seen * 0.5 ** (last - Number(year));
    }
    return count;
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  return next
    .map(({ id, separator }, index) => ({ id, separator, share: Math.round(((counts[index] ?? 0) / total) * 1000) / 1000 }))
    .sort((a, b) => b.share - a.share);
}

function pinyinField(text: string, pinyin: ((text: string) => readonly string[] | null) | undefined): { pinyin?: string } {
  const read = pinyin?.(text) ?? null;
  return read === null ? {} : { pinyin: read.join(' ') };
}
