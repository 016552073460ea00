import { CharacterNet } from './characterNet.ts';
import { gluedNet } from './gluedNetTable.ts';

/**
 * Which characters of a paragraph a page put into it, told by a small network (`characterNet.ts`): what each character
 * counts to take it for the page's, and what the page put in to begin or end before it (`twoStates.ts`). Learnt by
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

let net: CharacterNet | null = null;

/** `folded` as `foldForStretches` has it, of one paragraph. */
export function gluedScores(folded: string): GluedScores {
  net ??= new CharacterNet(gluedNet, channels, [channels * outputs, outputs]);
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
  return { inside: told[0] as Float64Array, begins: told[1] as Float64Array, ends: told[2] as Float64Array };
}
