import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countHan } from '../src/core/text/han.ts';

/** Shorter lines are heads and captions. */
const shortest = 15;

/** Paragraphs of all Markdown and text files below a folder, in a fixed order that mixes the files. */
export function readParagraphs(folder: string, most: number): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|txt)$/i.test(name))
    .sort();
  const random = sequence(7);
  for (let index = files.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [files[index], files[other]] = [files[other] ?? '', files[index] ?? ''];
  }
  const paragraphs: string[] = [];
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8').replace(/<\/p>|<br\s*\/?>/g, '\n').replace(/<[^>]*>/g, '');
    for (const line of text.split('\n')) {
      const paragraph = line.replace(/^[#>*\s\u3000-]+/u, '').trim();
      if (countHan(paragraph) >= shortest) paragraphs.push(paragraph);
      if (paragraphs.length >= most) return paragraphs;
    }
  }
  return paragraphs;
}

/** Numbers in [0, 1) that are the same in every run. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/**
 * Fills up with changed copies where the real paragraphs do not suffice: a third of the clauses come from another
 * paragraph, so that lists grow as with real text while no copy is a near-duplicate.
 */
export function fillUp(paragraphs: readonly string[], size: number): string[] {
  const filled = paragraphs.slice(0, size);
  const random = sequence(11);
  while (filled.length < size) {
    const base = (paragraphs[Math.floor(random() * paragraphs.length)] ?? '').split(/(?<=[，。；])/u);
    const other = (paragraphs[Math.floor(random() * paragraphs.length)] ?? '').split(/(?<=[，。；])/u);
    filled.push(base.map((clause, index) => (random() < 0.34 ? (other[index % other.length] ?? clause) : clause)).join(''));
  }
  return filled;
}
