// node scripts/readers/learnLevels.ts [--measure] [--seed N]
// Learns which tree the heads of a document make and writes src/core/speech/levelWeights.ts: from the documents and speeches of
// test/gold/reading that are tuned on, as they are and with their heads numbered in other ways, some of the heads left out,
// without their upper or their lower heads, and under parts. `--measure` learns from four fifths of the documents at a time and
// prints how many levels are right in the fifth left out.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { levelFeatures } from '../../src/core/speech/levelFeatures.ts';
import { growTrees } from '../../src/core/speech/levelTree.ts';
import { project } from '../commands.ts';
import { pick, seeded, type Random } from '../eval/reading/damage.ts';
import { parseGold } from '../eval/reading/goldOutline.ts';
import { markedPages } from '../eval/reading/markedPages.ts';
import { damageMarked, markedSpeeches } from '../eval/reading/markedSpeeches.ts';
import { makeOwnDocuments } from '../eval/reading/ownDocuments.ts';
import { areBare, outlinesIn, restyle, stylings, treesRead, type KnownOutline, type KnownTree } from './levelOutlines.ts';

const folds = 5;
const epochs = 16;
const perOutline = 14;
const learningRate = 0.05;
/** How much better the right tree must be for each head that another has wrong. */
const margin = 1;
const decay = 0.00002;

const outlines = ['marked', 'speeches'].flatMap((folder) => outlinesIn(join(project, 'test', 'gold', 'reading', folder)));
interface ReadTree {
  readonly name: string;
  readonly tree: KnownTree;
  readonly fold: number;
  /** How often it is seen in each epoch. */
  readonly times: number;
}

/** Heads as the reader finds them: in reports, in marked documents and speeches as they come, in speeches of the corpus. */
async function readTrees(): Promise<ReadTree[]> {
  const gold = join(project, 'test', 'gold', 'reading');
  const reports = join(project, '..', 'shared', 'data', 'work-reports');
  const found: ReadTree[] = [];
  const add = (name: string, fold: number, times: number, trees: readonly KnownTree[]): void => {
    for (const tree of trees) if (tree.heads.length > 1 && tree.depths.some((depth) => depth !== undefined)) found.push({ name, tree, fold, times });
  };
  const names = existsSync(reports) ? readdirSync(join(gold, 'work-reports')).filter((name) => name.endsWith('.tsv')) : [];
  names.forEach((name, index) => {
    const text = readFileSync(join(reports, name.replace(/\.tsv$/u, '.txt')), 'utf8').replace(/^\ufeff/u, '');
    add('reports', index % folds, 5, treesRead(text, parseGold(readFileSync(join(gold, 'work-reports', name), 'utf8')).heads));
  });
  markedPages(join(gold, 'marked')).forEach(({ text, heads }, index) => add('marked as read', index % folds, 3, treesRead(text, heads)));
  const speeches = markedSpeeches(join(gold, 'speeches'));
  damageMarked(speeches, 3).forEach(({ name, text, heads }) => add('speeches as read', speeches.findIndex((speech) => speech.name === name) % folds, 1, treesRead(text, heads)));
  const own = await makeOwnDocuments(join(project, 'corpus', 'speeches'), false);
  own.forEach(({ text, heads }, index) => add('corpus as read', Math.floor(index / 6) % folds, 1, treesRead(text, heads)));
  return found;
}

const read = await readTrees();
// Throws at any other option, before a table is written.
const { values: options } = parseArgs({ options: { measure: { type: 'boolean' }, seed: { type: 'string' } } });
const seed = Number(options.seed) || 1;

/** Averaged over all steps of a structured perceptron whose wrong trees have a start of `margin` a head. */
function learn(chosen: readonly KnownOutline[], others: readonly ReadTree[]): number[] {
  const random = seeded(seed * 977);
  const weights = new Float64Array(levelFeatures.length);
  const sums = new Float64Array(levelFeatures.length);
  let steps = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const trees = chosen.flatMap((outline) => Array.from({ length: areBare(outline) ? perOutline * 2 : perOutline }, (_, index) => (index < 4 || index >= perOutline ? restyle(outline, null, random) : restyle(outline, pick(random, stylings), random))));
    for (const { tree, times } of others) for (let time = 0; time < times; time += 1) trees.push(tree);
    shuffle(trees, random);
    for (const { heads, depths } of trees) {
      if (heads.length < 2) continue;
      const current = [...weights];
      const [wrong] = growTrees(heads, current, { penalty: (index, depth) => (depths[index] === undefined || depth === depths[index] ? 0 : margin) });
      const [right] = growTrees(heads, current, { fixed: depths });
      steps += 1;
      if (wrong !== undefined && right !== undefined && wrong.depths.some((depth, index) => depths[index] !== undefined && depth !== depths[index])) {
        for (const each of right.asked) weights[each] = (weights[each] as number) + learningRate;
        for (const each of wrong.asked) weights[each] = (weights[each] as number) - learningRate;
      }
      for (let at = 0; at < weights.length; at += 1) {
        weights[at] = (weights[at] as number) * (1 - decay);
        sums[at] = (sums[at] as number) + (weights[at] as number);
      }
    }
  }
  return [...sums].map((sum) => Math.round((sum / Math.max(1, steps)) * 1000) / 1000);
}

function shuffle<T>(list: T[], random: Random): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
}

function rightOf({ heads, depths }: KnownTree, weights: readonly number[]): number {
  const [tree] = growTrees(heads, weights);
  return tree?.depths.filter((depth, index) => depths[index] !== undefined && depth === depths[index]).length ?? 0;
}

if (options.measure === true) {
  const counts = new Map<string, { right: number; all: number }>();
  const count = (name: string, tree: KnownTree, weights: readonly number[]): void => {
    const before = counts.get(name) ?? { right: 0, all: 0 };
    counts.set(name, { right: before.right + rightOf(tree, weights), all: before.all + tree.depths.filter((depth) => depth !== undefined).length });
  };
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = learn(outlines.filter((_, index) => index % folds !== fold), read.filter((each) => each.fold !== fold));
    const random = seeded(4711);
    for (const outline of outlines.filter((_, index) => index % folds === fold)) {
      for (const styling of [null, ...stylings]) {
        const tree = restyle(outline, styling, random, styling === null);
        if (tree.heads.length < 2) continue;
        const name = styling === null ? `as they are, ${outline.folder}` : styling.name;
        count(name, tree, weights);
      }
    }
    for (const { name, tree } of read.filter((each) => each.fold === fold)) count(name, tree, weights);
  }
  let right = 0;
  let all = 0;
  for (const [name, count] of counts) {
    console.log(`${name.padEnd(28)} ${String(count.all).padStart(5)} heads  levels right ${((100 * count.right) / count.all).toFixed(1)} %`);
    right += count.right;
    all += count.all;
  }
  console.log(`all ${all} heads  levels right ${((100 * right) / all).toFixed(1)} %`);
} else {
  const weights = learn(outlines, read);
  const lines = levelFeatures.map((name, index) => `  ${(weights[index] ?? 0).toFixed(2)}, // ${name}`);
  const text = `// Made by scripts/readers/learnLevels.ts; not edited by hand.\n\n/** In the order of \`levelFeatures\`. */\nexport const levelWeights: readonly number[] = [\n${lines.join('\n')}\n];\n`;
  writeFileSync(join(project, 'src', 'core', 'speech', 'levelWeights.ts'), text);
  console.log(`${outlines.length} documents`);
}
