import { CharacterNet } from './characterNet.ts';
import { gluedNet } from './gluedNetTable.ts';
import { gluedNetWithoutScraps } from './gluedNetWithoutScrapsTable.ts';

/**
 * Which characters of a paragraph a page put into it, told by two small networks (`characterNet.ts`): what each character
 * counts to take it for the page's, and what the page put in to begin or end before it (`twoStates.ts`), on the mean of both. One
 * has read short scraps of pages as well, the other has not; together they part words of the text less often. Learnt by
 * `scripts/readers/learnGlued.py` from lines of our own wording put into public text, and from documents marked by hand.
 */

const channels = 64;
const outputs = 3;

/** What each place of the text counts, its end as well, in logarithms. */
export interface GluedScores {
  readonly inside: Float64Array;
  readonly begins: Float64Array;
  readonly ends: Float64Array;
}

let nets: readonly CharacterNet[] | null = null;

/** `folded` as `foldForStretches` has it, of one paragraph. */
export function gluedScores(folded: string): GluedScores {
  nets ??= [gluedNet, gluedNetWithoutScraps].map((packed) => new CharacterNet(packed, channels, [channels * outputs, outputs]));
  const told = Array.from({ length: outputs }, () => new Float64Array(folded.length + 1));
  for (const net of nets) addScores(net, folded, told, 1 / nets.length);
  return { inside: told[0] as Float64Array, begins: told[1] as Float64Array, ends: told[2] as Float64Array };
}

/** Adds what a network says, `share` times, to what others said. */
function addScores(net: CharacterNet, folded: string, told: readonly Float64Array[], share: number): void {
  const { floats, start } = net.read(`\n${folded}\n`);
  const [out, bias] = net.told as readonly [Float64Array, Float64Array];
  told.forEach((scores, output) => {
    for (let at = 0; at <= folded.length; at += 1) {
      let sum = bias[output] as number;
      for (let channel = 0; channel < channels; channel += 1) sum += (floats[start + (at + 1) * channels + channel] as number) * (out[channel * outputs + output] as number);
      scores[at] = (scores[at] as number) + share * sum;
    }
  });
}
