// node scripts/readers/learnBoundaries.ts FOLDER…
// Counts in running Chinese text which pairs of characters open a sentence, which close one, and which belong together,
// and writes src/core/speech/boundaryTable.ts. Figures only: no pair tells what any text says.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../commands.ts';

/** Rarer pairs tell too little. */
const least = 150;
/** Pairs that never open or close are kept only where they are common. */
const leastNegative = 250;

const opens = new Map<string, number>();
const closes = new Map<string, number>();
const pairs = new Map<string, number>();
const singles = new Map<string, number>();
const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);

function visit(path: string): void {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
  else if (/\.(?:md|txt)$/.test(path)) learn(readFileSync(path, 'utf8'));
}

function learn(text: string): void {
  for (const raw of text.split(/[。！？\n]/)) {
    const sentence = raw.replace(/^[\s　#*—“"-]+/u, '');
    const first = /^[\u4e00-\u9fff]{2}/.exec(sentence)?.[0];
    if (first !== undefined && sentence.length >= 8) count(opens, first);
    const last = /[\u4e00-\u9fff]{2}$/.exec(sentence)?.[0];
    if (last !== undefined) count(closes, last);
  }
  for (const [run] of text.matchAll(/[\u4e00-\u9fff]+/g)) {
    for (let at = 0; at < run.length; at += 1) {
      count(singles, run.charAt(at));
      if (at > 0) count(pairs, run.slice(at - 1, at + 1));
    }
  }
}

const total = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((sum, value) => sum + value, 0);

/** How much likelier a pair is at the place than anywhere, as a natural logarithm, cut into steps. */
function odds(map: ReadonlyMap<string, number>): Map<number, string[]> {
  const base = total(map) / total(pairs);
  return steps((pair, all) => Math.log(((map.get(pair) ?? 0) + base / 2) / (all + 0.5) / base), [[2, 3], [1.1, 2], [0.5, 1], [-2.5, 0]], -2);
}

function steps(value: (pair: string, all: number) => number, cuts: readonly (readonly [number, number])[], lowest: number): Map<number, string[]> {
  const out = new Map<number, string[]>();
  for (const [pair, all] of [...pairs].sort((a, b) => b[1] - a[1])) {
    if (all < least) continue;
    const step = cuts.find(([cut]) => value(pair, all) >= cut)?.[1] ?? lowest;
    if (step === 0 || (step < 0 && all < leastNegative)) continue;
    out.set(step, [...(out.get(step) ?? []), pair]);
  }
  return out;
}

for (const folder of process.argv.slice(2)) visit(folder);
const all = total(singles);
const joined = steps((pair, times) => Math.log((times * all) / ((singles.get(pair.charAt(0)) ?? 1) * (singles.get(pair.charAt(1)) ?? 1))), [[4, 3], [2.5, 2], [1.2, 1]], 0);
const write = (name: string, comment: string, map: ReadonlyMap<number, string[]>): string =>
  `/** ${comment} */\nexport const ${name}: Readonly<Record<string, string>> = {\n${[...map].sort((a, b) => b[0] - a[0]).map(([step, list]) => `  '${step}': '${list.join('')}',`).join('\n')}\n};\n`;
writeFileSync(
  join(project, 'src', 'core', 'speech', 'boundaryTable.ts'),
  `// Made by scripts/readers/learnBoundaries.ts from public text; not edited by hand. Pairs of characters, one after the other.\n\n` +
    [
      write('openingPairs', 'Pairs that open sentences, by how much likelier they are there (steps of a natural logarithm).', odds(opens)),
      write('closingPairs', 'Pairs that close sentences and heads, likewise.', odds(closes)),
      write('joinedPairs', 'Pairs that belong together, so that nothing ends between them, by strength.', joined),
    ].join('\n'),
);
console.log(`${all} characters, ${pairs.size} pairs`);
