import { CharacterNet } from './characterNet.ts';
import { lineNet } from './lineNetTable.ts';
import { foldForStretches } from './pageStretch.ts';

/**
 * How likely a line is its page's, asked of a small network (`characterNet.ts`) that reads it with the end of the line above and
 * the beginning of the one below: the words of a line that no table has met, and whether it goes on with what stands around it.
 * `pageNet.ts` weighs it with all else. Learnt by `scripts/readers/learnLines.py` from the lines that learnPages.ts gathers.
 */

const channels = 16;
const hidden = 32;

/** Characters of a line that are read, from its beginning, and of the lines beside it. */
const longestLine = 64;
const beside = 28;

/** A line between its neighbours, as the network reads it, and where it stands there. */
export interface LineRead {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function besideNeighbours(line: string, before: string, below: string): LineRead {
  const fold = (text: string): string => foldForStretches(text.replace(/[^\S\n]/gu, ' '));
  const above = fold(before.slice(-beside));
  const own = fold(line.slice(0, longestLine));
  return { text: `${above}\n${own}\n${fold(below.slice(0, beside))}`, start: above.length + 1, end: above.length + 1 + own.length };
}

let net: CharacterNet | null = null;

/** Logarithm of the odds that a line is the page's: of each number of the last layer its mean and its greatest over the line are weighed. */
export function lineOdds({ text, start, end }: LineRead): number {
  net ??= new CharacterNet(lineNet, channels, [2 * channels * hidden, hidden, hidden, 1]);
  const { floats, start: first } = net.read(text);
  const [weights, bias, last, lastBias] = net.told as readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  const pooled = new Float64Array(2 * channels);
  for (let at = start; at < end; at += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      const value = floats[first + at * channels + channel] as number;
      pooled[channel] = (pooled[channel] as number) + value / (end - start);
      if (value > (pooled[channels + channel] as number)) pooled[channels + channel] = value;
    }
  }
  let odds = lastBias[0] ?? 0;
  for (let unit = 0; unit < hidden; unit += 1) {
    let sum = bias[unit] as number;
    for (let index = 0; index < pooled.length; index += 1) sum += (pooled[index] as number) * (weights[index * hidden + unit] as number);
    if (sum > 0) odds += sum * (last[unit] as number);
  }
  return odds;
}
