import { once } from 'node:events';
import { createReadStream, createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { countHan } from '../src/core/text/han.ts';
import { indexTerm } from '../src/core/text/indexTerm.ts';

/** Shorter lines are heads and captions. */
const shortest = 15;

/** The Markdown and text files below folders, in a fixed order that mixes them. */
export function textFiles(folders: readonly string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(md|txt)$/i.test(name))
      .sort()
      .map((name) => join(folder, name)),
  );
  const random = sequence(7);
  for (let index = files.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [files[index], files[other]] = [files[other] ?? '', files[index] ?? ''];
  }
  return files;
}

/** The first `most` paragraphs of the files below the folders. */
export function readParagraphs(folders: readonly string[], most: number): string[] {
  const paragraphs: string[] = [];
  for (const file of textFiles(folders)) {
    const text = readFileSync(file, 'utf8').replace(/<\/p>|<br\s*\/?>/g, '\n').replace(/<[^>]*>/g, '');
    for (const line of text.split('\n')) {
      const paragraph = line.replace(/^[#>*\s\u3000-]+/u, '').replace(/[\u0001\r\u2028\u2029]/gu, ' ').trim();
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

/** Stands between the segmenter's pieces of a paragraph; no text holds it. */
export const pieceSeparator = '\u0001';

/** The terms that every engine indexes, of a paragraph's pieces. */
export function termsOfPieces(pieces: readonly string[]): string[] {
  return pieces.map(indexTerm).filter((term) => term !== null && !/\s/u.test(term)) as string[];
}

/** Writes lines as they come; a million paragraphs are too many for one string. */
export async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  for (const line of lines) {
    if (!stream.write(`${line}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

export function readLines(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 }), crlfDelay: Infinity });
}
