// node scripts/readers/learnRunIns.ts [--measure] FOLDER[=EVERY]…
// Learns which first sentences are heads and writes src/core/speech/runInWeights.ts: from the marked speeches of
// test/gold/reading/speeches, once as they are and once with the numbers of heads that open paragraphs taken off, and from the
// marked documents without what is the page's, against the tuning speeches of the corpus and the files of the folders, where no first sentence without a number is a head.
// `--measure` learns from four fifths of them at a time and prints how it does on the fifth left out.
import { join } from 'node:path';
import { cleanLines } from '../../src/core/speech/cleanLines.ts';
import { findNumberedHeads } from '../../src/core/speech/heads.ts';
import { findRunOn } from '../../src/core/speech/inlineOrdinals.ts';
import { tellLastMembers } from '../../src/core/speech/lastMember.ts';
import { tellLooseOrdinals } from '../../src/core/speech/looseOrdinals.ts';
import { joinLines } from '../../src/core/speech/paragraphs.ts';
import { describeBeliefs, describePart, firstFeatures, secondFeatures, type RunInPart } from '../../src/core/speech/runInFeatures.ts';
import { believe, chance, runInParts, seriesOf } from '../../src/core/speech/runIns.ts';
import { project } from '../commands.ts';
import { markedSpeeches, type MarkedSpeech } from '../eval/reading/markedSpeeches.ts';
import { learnLogistic, type Row, writeWeights } from './logistic.ts';
import { corpusHeads, corpusTexts, folderTexts, markedTexts, withoutAsking, withoutNumbers } from './runInTexts.ts';

const folds = 5;

interface Example {
  readonly file: string;
  readonly fold: number;
  readonly part: RunInPart;
  /** Whether each member is a head; `null` where one may take it for one. */
  readonly heads: readonly (boolean | null)[];
}

function partsOf(text: string): RunInPart[] {
  const source = { text, hints: [], layout: 'lines' } as const;
  const blocks = tellLastMembers(joinLines(tellLooseOrdinals([...cleanLines(source).lines]), text));
  const runOn = findRunOn(blocks.map((block) => block.text));
  return runInParts(blocks, findNumberedHeads(blocks, runOn), runOn).filter(({ members }) => members.length > 1);
}

/** A speech's heads without numbers that open paragraphs; with `strip` those with numbers as well, the numbers taken off. */
function examplesOf(speech: MarkedSpeech, fold: number, strip: boolean): Example[] {
  const { lines, wanted } = withoutNumbers(speech, strip);
  const parts = partsOf(lines.join('\n'));
  return parts.map((part) => ({ file: `${speech.name}${strip ? ' stripped' : ''}`, fold, part, heads: part.members.map(({ heading }) => wanted.has(withoutAsking(heading))) }));
}

const examples: Example[] = [];
markedSpeeches(join(project, 'test', 'gold', 'reading', 'speeches')).forEach((speech, index) => {
  examples.push(...examplesOf(speech, index % folds, false), ...examplesOf(speech, index % folds, true));
});
markedTexts(join(project, 'test', 'gold', 'reading', 'marked')).forEach(({ name, text, wanted }, index) => {
  for (const part of partsOf(text)) examples.push({ file: `marked ${name}`, fold: index % folds, part, heads: part.members.map(({ heading }) => wanted.has(withoutAsking(heading))) });
});
const isHead = corpusHeads();
corpusTexts().forEach(({ name, text }, index) => {
  for (const part of partsOf(text)) examples.push({ file: name, fold: index % folds, part, heads: part.members.map(({ heading }) => isHead(heading)) });
});
for (const { file, index, texts } of folderTexts(process.argv.slice(2).filter((each) => !each.startsWith('--')))) {
  for (const text of texts) for (const part of partsOf(text)) examples.push({ file, fold: index % folds, part, heads: part.members.map(() => false) });
}

function learnBoth(chosen: readonly Example[]): { first: number[]; second: number[] } {
  const described = chosen.map((example) => describePart(example.part));
  const rows = (features: readonly (readonly number[])[][]): Row[] =>
    features.flatMap((part, at) => part.flatMap((each, index) => (chosen[at]?.heads[index] === null ? [] : [{ features: each, head: chosen[at]?.heads[index] === true }])));
  const first = learnLogistic(rows(described), firstFeatures.length);
  const second = learnLogistic(
    rows(
      described.map((part, at) => {
        const example = chosen[at] as Example;
        const beliefs = describeBeliefs(example.part, part.map((each) => chance(first, each)));
        return part.map((each, index) => [...each, ...(beliefs[index] ?? [])]);
      }),
    ),
    secondFeatures.length,
  );
  return { first, second };
}

const heads = examples.flatMap((each) => each.heads);
console.log(`${examples.length} parts, ${heads.length} first sentences, ${heads.filter(Boolean).length} of them heads`);
if (process.argv.includes('--measure')) {
  const believed: number[][] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const { first, second } = learnBoth(examples.filter((each) => each.fold !== fold));
    examples.forEach((example, index) => {
      if (example.fold === fold) believed[index] = believe(example.part, first, second);
    });
  }
  const counts = { right: 0, wanted: 0, wrong: 0, elsewhere: 0 };
  examples.forEach((example, index) => {
    const told = seriesOf(example.part, believed[index] ?? []);
    example.heads.forEach((head, at) => {
      const member = example.part.members[at];
      const said = member !== undefined && told.includes(member);
      if (head === null) return;
      if (!example.file.includes('/') && !example.file.includes('stripped')) {
        if (head) counts.wanted += 1;
        if (head && said) counts.right += 1;
        if (!head && said) counts.wrong += 1;
      } else if (!head && said && example.file.includes('/')) counts.elsewhere += 1;
    });
  });
  console.log(`${counts.right} of ${counts.wanted} heads, ${counts.wrong} others with them; ${counts.elsewhere} in the files of the folders`);
  if (process.argv.includes('--list')) {
    examples.forEach((example, index) => example.heads.forEach((head, at) => {
      const said = (believed[index]?.[at] ?? 0) >= 0.5;
      if (head !== null && said !== head) console.log(`${example.file.slice(-30)} ${head ? 'missed' : 'wrong '} ${(believed[index]?.[at] ?? 0).toFixed(2)} ${example.part.members[at]?.heading}`);
    }));
  }
} else {
  const { first, second } = learnBoth(examples);
  writeWeights('runInWeights.ts', import.meta.filename, [
    { name: 'firstWeights', note: 'In the order of `firstFeatures`.', weights: first, features: firstFeatures },
    { name: 'secondWeights', note: 'In the order of `secondFeatures`.', weights: second, features: secondFeatures },
  ]);
}
