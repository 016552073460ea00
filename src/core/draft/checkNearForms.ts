import { textStart } from '../formulations/alignment.ts';
import { beginningsOf } from '../formulations/beginnings.ts';
import type { Lexicon } from '../formulations/lexicon.ts';
import { matchKeyOf } from '../formulations/matchKey.ts';
import type { MatchKey } from '../formulations/matchKey.ts';
import type { DraftIssue } from './draftIssue.ts';

/** Fewest letters of a formulation that is told from one with another letter in it, and of one where the two sound alike. */
const shortest = { other: 10, alike: 6 };

/** Letters at one end that must agree, so that the few formulations worth comparing are found at once. */
const anchor = 3;

interface Watched {
  readonly text: string;
  readonly key: string;
  readonly pinyin: readonly string[] | null;
}

/**
 * Formulations with one letter of them wrong: 增强“四个意思”, 社会主意道路. A letter that sounds like the right one is a slip
 * of the input method and told as one; another letter only in a long formulation, not in the verb that opens it and not at
 * its end, because 推进 for 推动 and 理念 for 思想 are wordings of their own.
 */
export function checkNearForms(prose: string, lexicon: Lexicon): DraftIssue[] {
  const index = indexed(lexicon);
  const issues: DraftIssue[] = [];
  let offset = 0;
  for (const line of prose.split('\n')) {
    const keyed = matchKeyOf(line);
    for (const { watched, start, at } of nearIn(keyed, index)) {
      const typed = keyed.key.slice(start, start + watched.key.length);
      if (index.rights.some((right) => right.includes(typed) || holds(keyed.key, start, { typed, right }))) continue;
      const stands = { first: !isHanAt(line, (keyed.at[start] ?? 0) - 1), last: !isHanAt(line, (keyed.at[start + typed.length - 1] ?? 0) + 1) };
      const alike = soundsAlike(lexicon, watched, { typed, at, stands });
      if (!alike && !isTelling(watched, typed, at)) continue;
      const from = keyed.at[start] ?? 0;
      const to = (keyed.at[start + watched.key.length - 1] ?? 0) + 1;
      const whole = spanOf(line, { from, to }, watched.text);
      if (issues.some((issue) => issue.start < offset + whole.to && offset + whole.from < issue.end)) continue;
      issues.push({
        code: 'near-form',
        message: `“${typed}”与规范表述“${watched.text}”差一个字（${typed.charAt(at)}—${watched.key.charAt(at)}）。`,
        severity: alike ? 'warning' : 'information',
        start: offset + whole.from,
        end: offset + whole.to,
        fixes: [{ title: `改为“${watched.text}”`, newText: watched.text }],
      });
    }
    offset += line.length + 1;
  }
  return issues;
}

interface Index {
  readonly byStart: ReadonlyMap<string, readonly Watched[]>;
  readonly byEnd: ReadonlyMap<string, readonly Watched[]>;
  readonly rights: readonly string[];
}

const indexes = new WeakMap<Lexicon, { readonly size: number; readonly index: Index }>();

function indexed(lexicon: Lexicon): Index {
  const known = indexes.get(lexicon);
  if (known?.size === lexicon.entries.length) return known.index;
  const byStart = new Map<string, Watched[]>();
  const byEnd = new Map<string, Watched[]>();
  const rights: string[] = [];
  for (const { text, origin, superseded, pinyin } of lexicon.entries) {
    const keyed = matchKeyOf(text);
    const { key } = keyed;
    rights.push(key);
    // Quotations stand in many versions.
    if (origin !== 'curated' || superseded !== undefined || key.length < shortest.alike || !/^\p{Script=Han}+$/u.test(key)) continue;
    // Whoever writes “五位一体”总体部局 may have left out the verb that the formulation begins with.
    for (const offset of beginningsOf(text, keyed)) {
      if (key.length - offset < shortest.alike) break;
      const watched = { text: text.slice(textStart(text, keyed, offset)), key: key.slice(offset), pinyin: pinyin?.split(' ').slice(offset) ?? null };
      put(byStart, watched.key.slice(0, anchor), watched);
      put(byEnd, watched.key.slice(-anchor), watched);
    }
  }
  const index = { byStart, byEnd, rights };
  indexes.set(lexicon, { size: lexicon.entries.length, index });
  return index;
}

function put(table: Map<string, Watched[]>, key: string, watched: Watched): void {
  const group = table.get(key);
  if (group) group.push(watched);
  else table.set(key, [watched]);
}

interface Near {
  readonly watched: Watched;
  /** Where the formulation would start in the line's key, and which letter of it differs. */
  readonly start: number;
  readonly at: number;
}

function* nearIn({ key }: MatchKey, { byStart, byEnd }: Index): Generator<Near> {
  for (let place = 0; place + anchor <= key.length; place += 1) {
    const anchored = key.slice(place, place + anchor);
    for (const watched of byStart.get(anchored) ?? []) {
      const at = onlyDifference(key, place, watched.key);
      if (at >= anchor) yield { watched, start: place, at };
    }
    for (const watched of byEnd.get(anchored) ?? []) {
      const start = place + anchor - watched.key.length;
      const at = start < 0 ? -1 : onlyDifference(key, start, watched.key);
      if (at >= 0 && at < anchor) yield { watched, start, at };
    }
  }
}

/** The one letter in which the two differ; -1 where it is none or several. */
function onlyDifference(key: string, start: number, right: string): number {
  if (start + right.length > key.length) return -1;
  let found = -1;
  for (let index = 0; index < right.length; index += 1) {
    if (key.charCodeAt(start + index) === right.charCodeAt(index)) continue;
    if (found >= 0) return -1;
    found = index;
  }
  return found;
}

/** Whether what stands there is part of a longer wording that is right. */
function holds(key: string, start: number, { typed, right }: { readonly typed: string; readonly right: string }): boolean {
  for (let inside = right.indexOf(typed); inside >= 0; inside = right.indexOf(typed, inside + 1)) {
    if (key.startsWith(right, start - inside)) return true;
  }
  return false;
}

interface Compared {
  readonly typed: string;
  readonly at: number;
  /** Whether a mark or nothing stands before its first letter and after its last. */
  readonly stands: { readonly first: boolean; readonly last: boolean };
}

function isHanAt(line: string, index: number): boolean {
  return /\p{Script=Han}/u.test(line.charAt(index));
}

function soundsAlike(lexicon: Lexicon, { pinyin, key }: Watched, { typed, at, stands }: Compared): boolean {
  // 新时代新征程|三农 and 自治区党委|深入贯彻 only meet there: an edge tells less.
  if (key.length < shortest.other && ((at === 0 && !stands.first) || (at === key.length - 1 && !stands.last))) return false;
  if (numerals.test(typed.charAt(at)) && numerals.test(key.charAt(at))) return false;
  const right = pinyin?.[at];
  const read = lexicon.reading(typed)?.[at];
  if (right === undefined || read === undefined || typed.length !== key.length) return false;
  return loosened(right) === loosened(read);
}

/** 十四五 and 十五五 are two plans. */
const numerals = /[一两二三四五六七八九十]/u;

/** Half of the country types z for zh and in for ing. */
function loosened(syllable: string): string {
  return syllable.replace(/^([zcs])h/u, '$1').replace(/ng$/u, 'n');
}

function isTelling({ key, text }: Watched, typed: string, at: number): boolean {
  return !(numerals.test(typed.charAt(at)) && numerals.test(key.charAt(at))) && key.length >= shortest.other && at >= 2 && at < key.length - 2 && text.includes('“');
}

/** With the marks around it that the formulation brings itself: “四个意思”. */
function spanOf(line: string, { from, to }: { readonly from: number; readonly to: number }, text: string): { readonly from: number; readonly to: number } {
  const leads = /^["“‘「《]/u.test(text) && /["“‘「《]/u.test(line.charAt(from - 1));
  const ends = /["”’」》]$/u.test(text) && /["”’」》]/u.test(line.charAt(to));
  return { from: leads ? from - 1 : from, to: ends ? to + 1 : to };
}
