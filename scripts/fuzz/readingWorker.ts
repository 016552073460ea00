import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import iconv from 'iconv-lite';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readDocument, ReadFailure } from '../../src/engine/readers/readDocument.ts';
import { project } from '../commands.ts';
import { seeded, type Random } from '../eval/reading/damage.ts';

interface Seed {
  readonly format: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const { from, runs, seed } = workerData as { from: number; runs: number; seed: number };
const seeds = collectSeeds();

for (let run = from; run < runs; run += 1) {
  const random = seeded(seed * 1_000_003 + run);
  const chosen = seeds[run % seeds.length];
  if (chosen === undefined) break;
  const bytes = mutate(chosen, random);
  const start = performance.now();
  let outcome = 'read';
  try {
    await readDocument(bytes, chosen.name);
  } catch (error) {
    outcome = error instanceof ReadFailure ? error.code : `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  parentPort?.postMessage({ run, format: chosen.format, outcome, milliseconds: performance.now() - start, heap: process.memoryUsage().heapUsed });
}

function collectSeeds(): Seed[] {
  const fixtures = join(project, 'test', 'fixtures', 'reading');
  const speeches = join(project, 'corpus', 'speeches');
  const markdown = readFileSync(join(speeches, readdirSync(speeches).filter((name) => name.endsWith('.md')).sort()[0] ?? ''));
  const text = markdown.toString('utf8');
  const html = `<!doctype html><html><body>${text.split('\n').map((line) => `<div><p>${line}</p></div>`).join('\n')}<table><tr><td>一</td><td>二</td></tr></table></body></html>`;
  return [
    ...readdirSync(fixtures).map((name) => ({ format: name.split('.').at(-1) ?? '', name, bytes: new Uint8Array(readFileSync(join(fixtures, name))) })),
    { format: 'md', name: 'a.md', bytes: new Uint8Array(markdown) },
    { format: 'txt', name: 'a.txt', bytes: new Uint8Array(markdown) },
    { format: 'gbk', name: 'a.txt', bytes: new Uint8Array(iconv.encode(text, 'gbk')) },
    { format: 'utf16', name: 'a.txt', bytes: new Uint8Array(iconv.encode(text, 'utf16-le', { addBOM: true })) },
    { format: 'html', name: 'a.html', bytes: strToU8(html) },
  ];
}

/** Cut, flipped or spliced; for zipped formats half of the time inside the unpacked parts, past the checksum. */
function mutate({ format, bytes }: Seed, random: Random): Uint8Array {
  if ((format === 'docx' || format === 'odt') && random() < 0.5) {
    const parts = unzipSync(bytes);
    const main = format === 'docx' ? ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'] : ['content.xml'];
    for (const name of main) {
      const part = parts[name];
      if (part !== undefined && random() < 0.7) parts[name] = Uint8Array.from(damaged(part, random));
    }
    return zipSync(parts, { level: 1 });
  }
  return damaged(bytes, random);
}

function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const at = (length: number): number => Math.floor(random() * length);
  const way = random();
  if (way < 0.2) return bytes.slice(0, at(bytes.length));
  if (way < 0.3) return bytes.slice(at(bytes.length));
  const copy = Uint8Array.from(bytes);
  if (way < 0.7) {
    const flips = 1 + at(way < 0.5 ? 8 : 400);
    for (let index = 0; index < flips; index += 1) copy[at(copy.length)] = at(256);
    return copy;
  }
  if (way < 0.85) {
    const start = at(copy.length);
    const piece = copy.slice(start, start + at(4_000));
    const target = at(copy.length);
    return Uint8Array.from([...copy.subarray(0, target), ...piece, ...piece, ...copy.subarray(target)]);
  }
  const other = seeds[at(seeds.length)]?.bytes ?? copy;
  return Uint8Array.from([...copy.subarray(0, at(copy.length)), ...other.subarray(at(other.length))]);
}
