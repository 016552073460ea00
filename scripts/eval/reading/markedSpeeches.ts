import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as damage from './damage.ts';
import type { CleanLine, DamagedPiece } from './damage.ts';
import type { Head } from './goldOutline.ts';

/**
 * A speech as its writer had it, a paragraph a line, its heads marked by hand: `⟪1|一、加强领导⟫` on a line of its own, or
 * `⟪2|（一）抓好春耕⟫。今年…` where it opens its paragraph. A first line that begins with `#` says what kind of speech it is.
 */
export interface MarkedSpeech {
  readonly name: string;
  readonly lines: readonly CleanLine[];
  /** The heads in their order, numbers and all. */
  readonly heads: readonly Head[];
}

/** A marked speech whose lines were damaged in one way. */
export interface DamagedSpeech {
  readonly name: string;
  readonly way: string;
  readonly text: string;
  /** Half-open spans of what was put in. */
  readonly added: readonly { readonly start: number; readonly end: number }[];
  readonly heads: readonly Head[];
}

export function markedSpeeches(folder: string): MarkedSpeech[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => readSpeech(name, readFileSync(join(folder, name), 'utf8')));
}

function readSpeech(name: string, file: string): MarkedSpeech {
  const heads: Head[] = [];
  const lines: CleanLine[] = [];
  const written = file.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of written) {
    const [, depth = '', head = '', rest = ''] = /^⟪(\d)\|([^⟫]*)⟫(.*)$/u.exec(line) ?? [];
    if (head !== '') heads.push({ article: 0, level: Number(depth), ordinal: '', heading: head });
    const text = head === '' ? line : head + rest;
    // A head that has its body behind it in the same line is joined with nothing.
    const alone = head !== '' && rest.length < 2;
    lines.push({ kind: alone ? 'head' : lines.length === 0 ? 'title' : /^[^，。]{1,30}们[：:！]$/u.test(text) ? 'address' : 'body', text });
  }
  return { name, lines, heads };
}

const ways: readonly (readonly [string, (lines: readonly CleanLine[], random: damage.Random) => DamagedPiece[]])[] = [
  ['run-on', (lines) => damage.runOn(lines)],
  ['plain', (lines) => damage.plainLines(lines)],
  ['preview', (lines, random) => damage.preview(lines, random)],
  ['wrapped', (lines) => damage.wrapped(lines, 36, true)],
  ['glued heads', (lines) => damage.gluedHeads(lines)],
  ['narrow', (lines, random) => damage.narrow(lines, 20 + Math.floor(random() * 14))],
  ['spaces', (lines, random) => damage.spaced(lines, damage.pick(random, [' ', '　　', '  ']))],
  ['preview with lines', (lines, random) => damage.previewWithLines(lines, random)],
];

/** Each speech in `rounds` ways, run-on first: no two rounds of a speech are damaged alike. */
export function damageMarked(speeches: readonly MarkedSpeech[], rounds: number): DamagedSpeech[] {
  return speeches.flatMap((speech, index) =>
    Array.from({ length: rounds }, (_, round) => {
      const random = damage.seeded(500 + index * 11 + round);
      const [way, apply] = (round === 0 ? ways[0] : ways[1 + ((index + (round - 1) * 3) % (ways.length - 1))]) as (typeof ways)[number];
      let pieces = apply(speech.lines, random);
      if (random() < 0.3) pieces = damage.map(pieces, damage.halfWidth);
      const added: { start: number; end: number }[] = [];
      let text = '';
      for (const piece of pieces) {
        if (piece.added) added.push({ start: text.length, end: text.length + piece.text.length });
        text += piece.text;
      }
      return { name: speech.name, way, text, added, heads: speech.heads };
    }),
  );
}
