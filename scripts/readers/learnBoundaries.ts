// node scripts/readers/learnBoundaries.ts [--without-corpus] FOLDER[=EVERY]…
// Learns where sentences end from running Chinese text whose marks and line breaks it takes away, and writes
// src/core/speech/boundaryTable.ts. `=2` reads every second file of a folder. The tuning half of the corpus is always
// read, three times, as the text nearest to what is asked; the half that is held out for measuring never is. The table
// that is checked in was learnt from the news (=2) and the work reports (=2) of ../shared/data and from
// MaoZeDongAnthology, whose plain argument the news lacks. Figures only: what a text says cannot be told from them.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundaryFeatures, bucketCount, featureCount, foldForBoundaries, partsClauses, weightStep } from '../../src/core/speech/boundaryScore.ts';
import { packTable } from '../../src/core/speech/weightTable.ts';
import { project } from '../commands.ts';
import { seeded } from '../eval/reading/damage.ts';
import { tuningSpeeches } from '../eval/reading/speeches.ts';

const rounds = 2;
/** How many weights are kept, the greatest; more told nothing more on held-out heads. */
const kept = 160_000;
const rate = 0.08;

interface Sample {
  readonly text: string;
  /** 1 where a sentence or a paragraph began before the character. */
  readonly begins: Uint8Array;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

function prepare(raw: string): Sample {
  const folded = foldForBoundaries(raw).replace(/[ \t\u3000\u200b]+/gu, '');
  const characters: string[] = [];
  const flags: number[] = [];
  let pending = 0;
  for (const character of folded) {
    if ('。！？\n'.includes(character)) pending = 1;
    else if (character.length === 1) {
      characters.push(character);
      flags.push(character === '；' ? 0 : pending);
      pending = 0;
    }
  }
  const before = new Uint8Array(characters.length);
  const after = new Uint8Array(characters.length);
  for (let index = 1, run = 1; index < characters.length; index += 1) {
    run = partsClauses(characters[index - 1] ?? '') ? 0 : flags[index - 1] === 1 ? 1 : run + 1;
    before[index] = Math.min(run, 60);
  }
  for (let index = characters.length - 1, run = 0; index >= 0; index -= 1) {
    run = partsClauses(characters[index] ?? '') ? 0 : run + 1;
    after[index] = Math.min(run, 60);
  }
  return { text: characters.join(''), begins: Uint8Array.from(flags), before, after };
}

function visit(path: string, every: number, texts: string[]): void {
  const names = readdirSync(path).sort();
  names.forEach((name, index) => {
    const file = join(path, name);
    if (statSync(file).isDirectory()) visit(file, every, texts);
    else if (/\.(?:md|txt)$/u.test(name) && index % every === 0) {
      // The heads of Markdown files are headlines, each said three times; those of plain text are what is asked for.
      const heads = name.endsWith('.txt');
      const text = plain(readFileSync(file, 'utf8'), heads);
      texts.push(...(heads ? [text, text] : [text]));
    }
  });
}

/** The text of a file without front matter, links, lists of headlines and what a broadcaster puts before each item. */
function plain(text: string, heads: boolean): string {
  const lines = text.replace(/^---\n[\s\S]*?\n---\n/u, '').split('\n');
  return lines
    .filter((line) => !/https?:|^\s*(?:\d+\.|（\d+）)/u.test(line) && (heads || !/^#|^[^。！？]{0,60}$/u.test(line)))
    .map((line) => line.replace(/^[#>\s]+|[*_]{2}|〔\d+〕/gu, '').replace(/^央视网消息[（(]新闻联播[)）][:：]/u, ''))
    .join('\n');
}

const marks = '，、：；）”》’—…·';
const opening = '，、：；（“《‘—…·';

const texts: string[] = [];
const withCorpus = !process.argv.includes('--without-corpus');
for (const argument of process.argv.slice(2).filter((each) => !each.startsWith('--'))) {
  const [folder = '', every = '1'] = argument.split('=');
  visit(folder, Number(every), texts);
}
const speeches = join(project, 'corpus', 'speeches');
for (const name of withCorpus ? tuningSpeeches(speeches) : []) {
  const text = plain(readFileSync(join(speeches, name), 'utf8'), true);
  texts.push(text, text, text);
}
const samples = texts.map(prepare);
const random = seeded(1);
const weights = new Float32Array(bucketCount);
const squares = new Float32Array(bucketCount);
const buckets = new Int32Array(featureCount);
let bias = -3.5;
for (let round = 0; round < rounds; round += 1) {
  for (const sample of [...samples].sort(() => random() - 0.5)) {
    const { text, begins, before, after } = sample;
    for (let index = 2; index < text.length - 2; index += 1) {
      if (marks.includes(text.charAt(index)) || opening.includes(text.charAt(index - 1))) continue;
      const wanted = begins[index] ?? 0;
      // Half of the many places where nothing begins are enough, counted twice.
      if (wanted === 0 && random() < 0.5) continue;
      boundaryFeatures({ text, index, before: before[index] ?? 0, after: after[index] ?? 0 }, buckets);
      let score = bias;
      for (const bucket of buckets) score += weights[bucket] ?? 0;
      const slope = (1 / (1 + Math.exp(-score)) - wanted) * (wanted === 1 ? 1 : 2);
      bias -= 0.001 * slope;
      for (const bucket of buckets) {
        squares[bucket] = (squares[bucket] ?? 0) + slope * slope;
        weights[bucket] = (weights[bucket] ?? 0) - (rate * slope) / Math.sqrt((squares[bucket] ?? 0) + 0.01);
      }
    }
  }
  console.log(`round ${round + 1} of ${rounds} done`);
}
const least = [...weights].map(Math.abs).sort((a, b) => b - a)[kept] ?? 0;
const packed = Int8Array.from(weights, (weight) => (Math.abs(weight) <= least ? 0 : Math.max(-31, Math.min(31, Math.round(weight * weightStep)))));
writeFileSync(
  join(project, 'src', 'core', 'speech', 'boundaryTable.ts'),
  `// Made by scripts/readers/learnBoundaries.ts from public text and the corpus; not edited by hand. boundaryScore.ts reads it.\n\nexport const boundaryBias = ${bias.toFixed(3)};\n\nexport const boundaryTable =\n  '${packTable(packed)}';\n`,
);
console.log(`${texts.reduce((sum, text) => sum + text.length, 0)} characters in ${texts.length} texts, weights from ${least.toFixed(2)} up`);
