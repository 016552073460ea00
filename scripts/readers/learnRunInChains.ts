// node scripts/readers/learnRunInChains.ts [--measure] FOLDER[=EVERY]…
// Learns which short sentences of a text without line breaks, and which beginnings of others, are heads and writes
// src/core/speech/runInChainWeights.ts: from the speeches and folders of learnRunIns.ts and the marked documents without what is
// the page's, all breaks taken out, the speeches once more without the numbers of heads on lines of their own. `--measure` learns
// from four fifths of them at a time and prints how it does on the fifth left out.
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cleanLines } from '../../src/core/speech/cleanLines.ts';
import { findNumberedHeads } from '../../src/core/speech/heads.ts';
import { joinLines } from '../../src/core/speech/paragraphs.ts';
import { readOrdinal } from '../../src/core/speech/ordinals.ts';
import {
  believeChains, believeStretch, chainOf, closingFeatures, describeClosing, describeEdge, describeLink, describeOpening, edgeFeatures, edgesOf, nodeFeatures, openingFeatures, stretchesOf,
  type ChainWeights, type Link, type Stretch,
} from '../../src/core/speech/runInChains.ts';
import { project } from '../commands.ts';
import { markedSpeeches, type MarkedSpeech } from '../eval/reading/markedSpeeches.ts';
import { corpusHeads, corpusTexts, folderTexts, markedTexts, withoutAsking, withoutNumbers, withoutOwnNumbers } from './runInTexts.ts';

const folds = 5;
const rounds = 150;
const rate = 0.08;
const decay = 0.0015;

interface Example {
  readonly file: string;
  readonly fold: number;
  readonly stretch: Stretch;
  /** Whether each link is a head; `null` where one may take it for one. */
  readonly heads: readonly (boolean | null)[];
  readonly nodes: readonly (readonly number[])[];
  readonly edges: readonly (readonly (readonly number[])[])[];
  readonly openings: readonly (readonly number[])[];
  readonly closings: readonly (readonly number[])[];
  readonly before: readonly (readonly number[])[];
}

function stretchesIn(text: string): Stretch[] {
  const source = { text: text.replace(/\n+/gu, ''), hints: [], layout: 'lines' } as const;
  const blocks = joinLines([...cleanLines(source).lines], source.text);
  const heads = findNumberedHeads(blocks, blocks.map(() => true));
  return blocks.flatMap((block, index) => stretchesOf(block.text, index, heads.filter((head) => head.block === index))).filter(({ links }) => links.length > 1);
}

const examples: Example[] = [];
function add(file: string, fold: number, text: string, told: (heading: string) => boolean | null): void {
  for (const stretch of stretchesIn(text)) {
    const { links } = stretch;
    const before = edgesOf(links);
    examples.push({
      file, fold, stretch, before,
      heads: links.map(({ heading }) => told(heading)),
      nodes: links.map((link) => describeLink(link, stretch)),
      openings: links.map((link) => describeOpening(link, stretch)),
      closings: links.map((link) => describeClosing(link, stretch)),
      edges: before.map((others, at) => others.map((other) => describeEdge(links[other] as Link, links[at] as Link, at - other - 1))),
    });
  }
}

/** A speech's heads without numbers that open paragraphs; with `strip` those with numbers as well, the numbers taken off. */
function addSpeech(speech: MarkedSpeech, fold: number, strip: boolean): void {
  const { lines, wanted } = withoutNumbers(speech, strip);
  // With its mark a question is a sentence like any other once its break is lost.
  for (const { kind, text } of speech.lines) if (kind === 'head' && readOrdinal(text, 0) === null) wanted.add(withoutAsking(text));
  add(`${speech.name}${strip ? ' stripped' : ''}`, fold, lines.join('\n'), (heading) => wanted.has(withoutAsking(heading)));
}

markedSpeeches(join(project, 'test', 'gold', 'reading', 'speeches')).forEach((speech, index) => {
  addSpeech(speech, index % folds, false);
  addSpeech(speech, index % folds, true);
  const { lines, wanted } = withoutOwnNumbers(speech);
  if (wanted.size > 1) add(`${speech.name} stripped`, index % folds, lines.join('\n'), (heading) => wanted.has(withoutAsking(heading)));
});
markedTexts(join(project, 'test', 'gold', 'reading', 'marked')).forEach(({ name, text, wanted }, index) => {
  add(`marked ${name}`, index % folds, text, (heading) => wanted.has(withoutAsking(heading)));
});
const isHead = corpusHeads();
corpusTexts().forEach(({ name, text }, index) => {
  add(name, index % folds, text.replace(/^#+ /gmu, ''), isHead);
});
for (const { file, index, texts } of folderTexts(process.argv.slice(2).filter((each) => !each.startsWith('--')))) for (const text of texts) add(file, index % folds, text, () => false);

/** Raises the likelihood of the chains that are right: what they hold, less what is believed, all at once by Adam. */
function learn(chosen: readonly Example[]): ChainWeights {
  const sizes = [nodeFeatures.length, edgeFeatures.length, openingFeatures.length, closingFeatures.length];
  const [edgesFrom = 0, openingsFrom = 0, closingsFrom = 0] = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, each) => sum + each, 0));
  const weights = new Float64Array(closingsFrom + closingFeatures.length);
  const means = new Float64Array(weights.length);
  const squares = new Float64Array(weights.length);
  const dot = (features: readonly number[], offset: number): number => {
    let sum = 0;
    for (let at = 0; at < features.length; at += 1) sum += (weights[offset + at] as number) * (features[at] as number);
    return sum;
  };
  for (let round = 0; round < rounds; round += 1) {
    const gradient = new Float64Array(weights.length);
    const put = (features: readonly number[], offset: number, amount: number): void => {
      if (Math.abs(amount) < 1e-6) return;
      for (let at = 0; at < features.length; at += 1) gradient[offset + at] = (gradient[offset + at] as number) + amount * (features[at] as number);
    };
    for (const { heads, nodes, edges, openings, closings, before } of chosen) {
      const chain = heads.flatMap((head, at) => (head === true ? [at] : []));
      // A single head is no chain, and one whose links do not meet cannot be followed.
      const whole = chain.length >= 2 && chain.every((at, index) => index === 0 || before[at]?.includes(chain[index - 1] ?? -1) === true);
      if ((chain.length > 0 && !whole) || heads.includes(null)) continue;
      const believed = believeChains({
        nodes: nodes.map((each) => dot(each, 0)),
        edges: edges.map((others) => others.map((each) => dot(each, edgesFrom))),
        openings: openings.map((each) => dot(each, openingsFrom)),
        closings: closings.map((each) => dot(each, closingsFrom)),
        before,
      });
      nodes.forEach((features, at) => put(features, 0, (heads[at] === true ? 1 : 0) - (believed.nodes[at] ?? 0)));
      openings.forEach((features, at) => put(features, openingsFrom, (at === chain[0] ? 1 : 0) - (believed.openings[at] ?? 0)));
      closings.forEach((features, at) => put(features, closingsFrom, (at === chain.at(-1) ? 1 : 0) - (believed.closings[at] ?? 0)));
      edges.forEach((others, at) => others.forEach((features, index) => {
        const place = chain.indexOf(at);
        const held = place > 0 && chain[place - 1] === before[at]?.[index];
        put(features, edgesFrom, (held ? 1 : 0) - (believed.edges[at]?.[index] ?? 0));
      }));
    }
    for (let at = 0; at < weights.length; at += 1) {
      const slope = (gradient[at] as number) / chosen.length - decay * (weights[at] as number);
      means[at] = 0.9 * (means[at] as number) + 0.1 * slope;
      squares[at] = 0.99 * (squares[at] as number) + 0.01 * slope * slope;
      const mean = (means[at] as number) / (1 - 0.9 ** (round + 1));
      weights[at] = (weights[at] as number) + (rate * (1 - round / rounds) * mean) / (Math.sqrt((squares[at] as number) / (1 - 0.99 ** (round + 1))) + 1e-8);
    }
  }
  const all = [...weights];
  return { node: all.slice(0, edgesFrom), edge: all.slice(edgesFrom, openingsFrom), opening: all.slice(openingsFrom, closingsFrom), closing: all.slice(closingsFrom) };
}

const heads = examples.flatMap((each) => each.heads);
console.log(`${examples.length} stretches, ${heads.length} short sentences, ${heads.filter((head) => head === true).length} of them heads`);
if (process.argv.includes('--measure')) {
  const counts = { right: 0, wanted: 0, wrong: 0, elsewhere: 0 };
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = learn(examples.filter((each) => each.fold !== fold));
    for (const example of examples) {
      if (example.fold !== fold) continue;
      const believed = believeStretch(example.stretch, weights);
      const chain = chainOf(example.stretch, believed);
      example.heads.forEach((head, at) => {
        const link = example.stretch.links[at];
        const said = link !== undefined && chain.includes(link);
        if (head === null) return;
        if (!example.file.includes('/') && !example.file.includes('stripped')) {
          if (head) counts.wanted += 1;
          if (head && said) counts.right += 1;
          if (!head && said) counts.wrong += 1;
        } else if (!head && said && example.file.includes('/')) counts.elsewhere += 1;
        if (process.argv.includes('--list') && (head === true || (believed.nodes[at] ?? 0) > 0.3) && !example.file.includes('stripped')) console.log(`${head ? 'head ' : 'wrong'} ${basename(example.file)}@${String(example.stretch.start)} ${(believed.nodes[at] ?? 0).toFixed(2)} ${basename(example.file)} ${link?.heading ?? ''}`);
      });
    }
  }
  console.log(`${counts.right} of ${counts.wanted} heads, ${counts.wrong} others with them; ${counts.elsewhere} in the files of the folders`);
} else {
  const weights = learn(examples);
  const list = (name: keyof ChainWeights, names: readonly string[]): string => `  ${name}: [\n${weights[name].map((weight, at) => `    ${weight.toFixed(2)}, // ${names[at]}`).join('\n')}\n  ],\n`;
  writeFileSync(
    join(project, 'src', 'core', 'speech', 'runInChainWeights.ts'),
    `// Made by scripts/readers/learnRunInChains.ts; not edited by hand.\n\n/** In the order of \`nodeFeatures\`, \`edgeFeatures\`, \`openingFeatures\` and \`closingFeatures\`. */\nexport const chainWeights = {\n${list('node', nodeFeatures)}${list('edge', edgeFeatures)}${list('opening', openingFeatures)}${list('closing', closingFeatures)}} as const;\n`,
  );
}
