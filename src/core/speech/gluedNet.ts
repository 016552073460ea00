import { CharacterNet, type PackedNet } from './characterNet.ts';
import { gluedNet } from './gluedNetTable.ts';
import { gluedNetWithoutScraps } from './gluedNetWithoutScrapsTable.ts';
import { rememberLines } from './lineMemory.ts';
import { foldForStretches } from './pageStretch.ts';
import type { Piece } from './sourceText.ts';
import { meanOdds, oddsOf, type GluedScores } from './twoStates.ts';

/**
 * Which characters of a paragraph a page put into it, told by two small networks (`characterNet.ts`): what each character
 * counts to take it for the page's, and what the page put in to begin or end before it (`twoStates.ts`), on the mean of both. One
 * has read short scraps of pages as well, the other has not; together they part words of the text less often. The second is asked only
 * where the first does not hold the text for its own. Learnt by `scripts/readers/learnGlued.py` from lines of our own wording put into
 * public text, and from documents marked by hand.
 */

const channels = 64;
const outputs = 3;

/** A character is the text's own by the first network alone whose odds, in logarithms, are less. */
const doubted = -3;
/** As much is read on both sides of one that is in doubt; a network sees thirty characters. */
const around = 32;

let nets: readonly [CharacterNet, CharacterNet] | null = null;

/** `folded` as `foldForStretches` has it, of one paragraph. */
export function gluedScores(folded: string): GluedScores {
  nets ??= [readNet(gluedNet), readNet(gluedNetWithoutScraps)];
  const [first, second] = nets;
  const scores = scoresBy(first, folded);
  for (const { start, end } of inDoubt(scores)) {
    const own = scoresBy(second, folded.slice(start, end));
    for (const output of ['inside', 'begins', 'ends'] as const) {
      for (let at = start; at <= end; at += 1) scores[output][at] = ((scores[output][at] as number) + (own[output][at - start] as number)) / 2;
    }
  }
  return scores;
}

/** No more of a stretch is read to tell how sure the networks are of it. */
const mostOfStretch = 1000;

/** How sure the networks are that a stretch of a paragraph is the page's: the mean of the logarithms of its characters' odds. */
export function stretchOdds(text: string, { start, end }: Piece): number {
  const last = Math.min(end, start + mostOfStretch);
  const from = Math.max(0, start - around);
  return meanOdds(oddsAround(foldForStretches(text.slice(from, last + around))), { start: start - from, end: last - from });
}

/** A seller's sentence is asked about before what was glued to it is cut out and after. */
const oddsAround = rememberLines((folded) => oddsOf(gluedScores(folded)));

function inDoubt(scores: GluedScores): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  oddsOf(scores).forEach((odds, at, { length }) => {
    if (odds < doubted) return;
    const last = found[found.length - 1];
    const end = Math.min(length, at + 1 + around);
    if (last !== undefined && at - around <= last.end) last.end = end;
    else found.push({ start: Math.max(0, at - around), end });
  });
  return found;
}

function readNet(packed: PackedNet): CharacterNet {
  return new CharacterNet(packed, channels, [channels * outputs, outputs]);
}

function scoresBy(net: CharacterNet, folded: string): GluedScores {
  const { floats, start } = net.read(`\n${folded}\n`);
  const [out, bias] = net.told as readonly [Float64Array, Float64Array];
  const told = Array.from({ length: outputs }, (_, output) => {
    const scores = new Float64Array(folded.length + 1);
    for (let at = 0; at <= folded.length; at += 1) {
      let sum = bias[output] as number;
      for (let channel = 0; channel < channels; channel += 1) sum += (floats[start + (at + 1) * channels + channel] as number) * (out[channel * outputs + output] as number);
      scores[at] = sum;
    }
    return scores;
  });
  const [inside, begins, ends] = told as [Float64Array, Float64Array, Float64Array];
  return { inside, begins, ends };
}
