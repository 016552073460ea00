import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { readDocument, readRaw } from '../../../src/engine/readers/readDocument.ts';
import { defaultLimits } from '../../../src/engine/readers/limits.ts';
import { project } from '../../commands.ts';
import type { Figures } from '../../eval.ts';

/** MB of UTF-8 text a second: the whole reading beside the bare library's share of it, on the corpus and the fixtures. */
export async function measureSpeed(): Promise<Figures> {
  const figures: Record<string, unknown> = {};
  const speeches = join(project, 'corpus', 'speeches');
  const markdown = readdirSync(speeches).filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(speeches, name)));
  const text = Buffer.concat(markdown);
  await time('md', markdown.map((bytes) => ({ bytes, name: 'a.md' })), figures);
  await time('txt', [{ bytes: text, name: 'a.txt' }], figures);
  const fixtures = join(project, 'test', 'fixtures', 'reading');
  for (const name of readdirSync(fixtures)) {
    await time(name.split('.').at(-1) ?? name, Array.from({ length: 20 }, () => ({ bytes: readFileSync(join(fixtures, name)), name })), figures);
  }
  return { readingSpeed: figures };
}

async function time(format: string, files: readonly { bytes: Uint8Array; name: string }[], figures: Record<string, unknown>): Promise<void> {
  const total = { bytes: 0, whole: 0, library: 0, parse: 0 };
  for (let round = 0; round < 3; round += 1) {
    const sums = { bytes: 0, whole: 0, library: 0, parse: 0 };
    for (const { bytes, name } of files) {
      const start = performance.now();
      const document = await readDocument(bytes, name);
      const middle = performance.now();
      const raw = await readRaw(bytes, name, defaultLimits);
      const end = performance.now();
      parseSpeech(raw.source, name, raw.facts);
      sums.bytes += Buffer.byteLength(document.text);
      sums.whole += middle - start;
      sums.library += end - middle;
      sums.parse += performance.now() - end;
    }
    // The first rounds warm the code up.
    Object.assign(total, sums);
  }
  const rate = (milliseconds: number): number => Number((total.bytes / 1e3 / milliseconds).toFixed(2));
  figures[format] = { whole: rate(total.whole), decoding: rate(total.library), structure: rate(total.parse) };
  console.log(`${format.padEnd(5)} ${String(rate(total.whole)).padStart(7)} MB/s of text; decoding alone ${rate(total.library)}, cleaning and structure alone ${rate(total.parse)}`);
}
