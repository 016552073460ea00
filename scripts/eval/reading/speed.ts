import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits } from '../../../src/engine/readers/limits.ts';
import { readDocument, readRaw } from '../../../src/engine/readers/readDocument.ts';
import { project } from '../../commands.ts';
import type { Figures } from '../figures.ts';
import { bareLibraries } from './bareLibraries.ts';
import { wholeCorpus, type TimedFile } from './wholeCorpus.ts';

/** Small files are read so often in a round that starting up counts for little. */
const leastBytes = 200_000;
const rounds = 3;

/**
 * MB of text (UTF-8) a second for every format: reading as far as a format's own library goes, that library, and the
 * whole way to the outline. Each format is timed on the whole corpus in one file; old Word documents, which only an
 * office program writes, on the fixtures.
 */
export async function measureSpeed(): Promise<Figures> {
  const speeches = join(project, 'corpus', 'speeches');
  const markdown = readdirSync(speeches).filter((name) => name.endsWith('.md')).sort().map((name) => readFileSync(join(speeches, name), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''));
  const fixtures = join(project, 'test', 'fixtures', 'reading');
  const old = readdirSync(fixtures).filter((name) => name.endsWith('.doc')).map((name): TimedFile => ({ format: 'doc', name, bytes: readFileSync(join(fixtures, name)) }));
  const groups = new Map<string, TimedFile[]>();
  for (const file of [...wholeCorpus(markdown.join('\n')), ...old]) groups.set(file.format, [...(groups.get(file.format) ?? []), file]);
  const libraries = await bareLibraries();
  const figures: Record<string, unknown> = {};
  console.log('\nMB of text a second  reading   library            to the outline');
  for (const [format, files] of groups) {
    const library = libraries.get(format);
    let characters = 0;
    for (const { bytes, name } of files) characters += Buffer.byteLength((await readRaw(bytes, name, defaultLimits)).source.text);
    const times = Math.max(1, Math.ceil(leastBytes / characters));
    const rate = async (read: (file: TimedFile) => Promise<unknown>): Promise<number> => {
      let best = Infinity;
      for (let round = 0; round < rounds; round += 1) {
        const start = performance.now();
        for (let time = 0; time < times; time += 1) for (const file of files) await read(file);
        best = Math.min(best, performance.now() - start);
      }
      return (characters * times) / 1e3 / best;
    };
    const reading = await rate(({ bytes, name }) => readRaw(bytes, name, defaultLimits));
    const bare = library === undefined ? null : await rate(({ bytes }) => library.read(bytes));
    const whole = await rate(({ bytes, name }) => readDocument(bytes, name));
    figures[format] = { reading: round2(reading), library: bare === null ? null : round2(bare), ratio: bare === null ? null : round2(reading / bare), outline: round2(whole) };
    const beside = library === undefined || bare === null ? '—' : `${bare.toFixed(1)} (${library.name})`;
    console.log(`${format.padEnd(20)} ${reading.toFixed(1).padStart(7)}   ${beside.padEnd(28)} ${whole.toFixed(1).padStart(6)}`);
  }
  return { readingSpeed: figures };
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
