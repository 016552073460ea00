// What must hold of every bundled formulation, at every place of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileLexicon } from '../../../src/core/formulations/compileLexicon.ts';
import { rankCandidates } from '../../../src/core/formulations/complete.ts';
import type { RankedCandidate } from '../../../src/core/formulations/complete.ts';
import { Lexicon } from '../../../src/core/formulations/lexicon.ts';
import { matchKeyOf } from '../../../src/core/formulations/matchKey.ts';
import { unitsTyped } from '../../../src/core/formulations/pinyinIndex.ts';
import { syllablesOf } from '../../../scripts/lexicon/pinyin.ts';
import { bundledEvidence, bundledFormulations } from '../../../scripts/attest/lexiconFiles.ts';

const formulations = bundledFormulations();
const lexicon = new Lexicon();
lexicon.add(compileLexicon({ formulations, evidence: bundledEvidence() }).entries);

/** Left contexts, each taken by every third formulation and prefix in turn. */
const lefts = ['', '我们要', '会议强调，', '一是', '（一）', '为此，必须', '同志们！', '新时代以来，各级党组织', '——'];

function resultOf({ edit }: RankedCandidate, before: string, after: string): string {
  return before.slice(0, before.length - edit.replace) + edit.insert + after.slice(edit.replaceAfter);
}

/** Offsets after each letter of a text, from the second on. */
function places(text: string): number[] {
  return matchKeyOf(text).at.slice(1).map((at) => at + 1);
}

/** Whether accepting some candidate gives the text, or a longer one that begins with it. */
function leadsTo(before: string, wanted: string): boolean {
  return rankCandidates(lexicon, { before, limit: 60, pinyin: false }).some((found) => resultOf(found, before, '').startsWith(wanted));
}

test('typing on never makes a formulation vanish, whatever stands before it', () => {
  const vanished: string[] = [];
  for (const [index, { text }] of formulations.entries()) {
    for (const turn of [0, 1, 2]) {
      const left = lefts[(index + turn * 4) % lefts.length] ?? '';
      let wasThere = false;
      for (const end of places(text)) {
        const typed = text.slice(0, end);
        const before = left + typed;
        if (end >= text.length - 1) break;
        // A mark that ends a sentence within a quotation is a wall: after it the rest is found again from two characters on.
        if (/[？！。][^？！。]?$/u.test(typed)) continue;
        const isThere = leadsTo(before, left + text);
        if (wasThere && !isThere) vanished.push(before);
        if (matchKeyOf(typed).key.length >= 3 && !isThere) vanished.push(`${before}（没有出现）`);
        wasThere = wasThere || isThere;
      }
    }
  }
  assert.deepEqual(vanished, []);
});

test('quotes and width are folded, whichever way they are typed', () => {
  const styles: readonly (readonly [string, string])[] = [['"', '"'], ['「', '」'], ['『', '』'], ['', ''], ['＂', '＂'], ['”', '“']];
  const wrong: string[] = [];
  for (const { text } of formulations) {
    if (!text.includes('“')) continue;
    for (const [open, close] of styles) {
      const all = places(text);
      const end = all[Math.floor(all.length * 0.7)] ?? 0;
      const typed = text.slice(0, end).replaceAll('“', open).replaceAll('”', close);
      if (matchKeyOf(typed).key.length >= 3 && !leadsTo(`会议要求，${typed}`, `会议要求，${text}`)) wrong.push(typed);
    }
  }
  assert.deepEqual(wrong, []);
});

test('accepting doubles nothing that stands after the cursor', () => {
  const wrong: string[] = [];
  for (const [index, { text }] of formulations.entries()) {
    const all = places(text);
    for (const end of [all[1], all[Math.floor(all.length / 2)], all[all.length - 3]]) {
      if (end === undefined) continue;
      const before = `会议要求，${text.slice(0, end)}`;
      const rest = text.slice(end);
      const closing = closingOf(text.slice(0, end));
      const tail = ['', '。', '，抓好落实。', '、', '的要求'][index % 5] ?? '';
      // A longer rest than two Han characters is told from other text.
      const last = /\p{Script=Han}{2}\P{Script=Han}*$/u.exec(rest)?.[0] ?? '';
      for (const after of new Set([rest + tail, closing + tail, last + tail, tail])) {
        for (const found of rankCandidates(lexicon, { before, after, limit: 60, pinyin: false })) {
          if (found.entry.text !== text || !found.fromStart || found.reason === 'chain') continue;
          const result = resultOf(found, before, after);
          // The whole formulation, and after it what stood after the cursor and does not belong to it.
          if (result !== `会议要求，${text}${tail}`) wrong.push(`${before}|${after} → ${result}`);
        }
      }
    }
  }
  assert.deepEqual(wrong.slice(0, 20), []);
});

/** The closing marks that an editor puts after the cursor for the opening ones typed. */
function closingOf(typed: string): string {
  const partners = new Map([['“', '”'], ['‘', '’'], ['《', '》'], ['（', '）']]);
  const open: string[] = [];
  for (const mark of typed) {
    const partner = partners.get(mark);
    if (partner !== undefined) open.unshift(partner);
    else if (mark === open[0]) open.shift();
  }
  return open.join('');
}

test('no candidate leaves more quotes open than there were, or closes one that is not open', () => {
  const wrong: string[] = [];
  for (const { text, aliases = [] } of formulations) {
    if ('“《'.includes(text.charAt(0))) continue;
    for (const typed of [text.slice(0, Math.max(3, text.length >> 1)), ...aliases]) {
      for (const [before, after] of [[`要${typed}`, ''], [`要“${typed}`, '”'], [`要“${typed}`, '”的要求']] as const) {
        const balance = balanceOf(before + after);
        if (balance.open !== 0 || balance.broken) continue;
        for (const found of rankCandidates(lexicon, { before, after, limit: 12, pinyin: false })) {
          const result = resultOf(found, before, after);
          const made = balanceOf(result);
          if (made.open !== 0 || made.broken) wrong.push(`${before}|${after} → ${result}`);
        }
      }
    }
  }
  assert.deepEqual(wrong.slice(0, 20), []);
});

function balanceOf(text: string): { readonly open: number; readonly broken: boolean } {
  let open = 0;
  let broken = false;
  for (const mark of text) {
    if ('“‘《'.includes(mark)) open += 1;
    else if ('”’》'.includes(mark)) open -= 1;
    if (open < 0) broken = true;
  }
  return { open, broken };
}

/** Of every formulation's candidates the first sixty; below them nobody looks, and a list may be cut there. */
const looked = 60;

test('whatever is offered, from the second character on, is still offered as long as what is typed agrees with it', () => {
  const lost: string[] = [];
  for (const [index, { text }] of formulations.entries()) {
    if (index % 3 !== 0) continue;
    const left = lefts[(index / 3) % lefts.length] ?? '';
    let offered: string[] = [];
    for (const end of places(text)) {
      const before = left + text.slice(0, end);
      const results = rankCandidates(lexicon, { before, limit: 400, pinyin: false }).map((found) => resultOf(found, before, ''));
      for (const result of offered) {
        // A mark that ends a sentence within a quotation is a wall, see above.
        const agrees = result.length > before.length && result.startsWith(before) && !/[？！。].$/u.test(before);
        if (agrees && !results.some((now) => now.startsWith(result))) lost.push(`${before}| ${result}`);
      }
      offered = results.slice(0, looked);
    }
  }
  assert.deepEqual(lost, []);
});

test('the same by initials, by full pinyin and by pinyin after two characters', () => {
  const spelled = new Lexicon();
  spelled.add(compileLexicon({ formulations, evidence: bundledEvidence(), pinyin: syllablesOf }).entries);
  const lost: string[] = [];
  for (const [index, { text }] of formulations.entries()) {
    if (index % 5 !== 0) continue;
    const left = lefts[(index / 5) % lefts.length] ?? '';
    const syllables = syllablesOf(text);
    const initials = syllables.map((syllable) => syllable.charAt(0));
    const han = /^\p{Script=Han}{2}/u.exec(text)?.[0] ?? '';
    const ways = [
      { lead: '', letters: initials.slice(0, 10).join('') },
      { lead: '', letters: syllables.join('').slice(0, 14) },
      { lead: han, letters: initials.slice(2, 8).join('') },
    ];
    for (const { lead, letters } of ways) {
      if (!/^[a-z]+$/u.test(letters)) continue;
      let offered: readonly RankedCandidate[] = [];
      for (let typed = 3; typed <= letters.length; typed += 1) {
        const before = `${left}${lead}${letters.slice(0, typed)}`;
        const found = rankCandidates(spelled, { before, limit: 400 });
        for (const { entry } of offered) {
          if (unitsTyped(letters.slice(0, typed), (entry.pinyin ?? '').split(' '), lead.length) === 0) continue;
          if (!found.some((now) => resultOf(now, before, '').includes(entry.text))) lost.push(`${before}| ${entry.text}`);
        }
        offered = found.slice(0, looked).filter(({ reason, fromStart, entry }) => reason === 'pinyin' && fromStart && entry.text.startsWith(lead));
      }
    }
  }
  assert.deepEqual(lost.slice(0, 20), []);
});
