import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { project } from '../commands.ts';

const rounds = 400;
const rate = 0.5;
const decay = 0.0006;

/** What a linear model of heads learns from: features of one place and whether it is a head. */
export interface Row {
  readonly features: readonly number[];
  readonly head: boolean;
}

/** Logistic regression over all rows at once, its steps scaled by their own mean squares; the first feature is the bias. */
export function learnLogistic(rows: readonly Row[], width: number): number[] {
  const weights = new Float64Array(width);
  const squares = new Float64Array(width).fill(1e-3);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = new Float64Array(width);
    for (const { features, head } of rows) {
      let sum = 0;
      for (let at = 0; at < width; at += 1) sum += (weights[at] as number) * (features[at] as number);
      const error = (head ? 1 : 0) - 1 / (1 + Math.exp(-sum));
      for (let at = 0; at < width; at += 1) gradient[at] = (gradient[at] as number) + error * (features[at] as number);
    }
    for (let at = 0; at < width; at += 1) {
      const slope = (gradient[at] as number) / rows.length - (at === 0 ? 0 : decay) * (weights[at] as number);
      squares[at] = 0.9 * (squares[at] as number) + 0.1 * slope * slope;
      weights[at] = (weights[at] as number) + ((rate * (1 - round / rounds)) * 0.1 * slope) / Math.sqrt((squares[at] as number) + 1e-8);
    }
  }
  return [...weights];
}

/** The weights of one model, and the names of its features in their order. */
export interface NamedWeights {
  readonly name: string;
  readonly note: string;
  readonly weights: readonly number[];
  readonly features: readonly string[];
}

/** Writes models to a file of `src/core/speech`, a weight a line with its feature's name. `script` is the one that learnt them. */
export function writeWeights(file: string, script: string, models: readonly NamedWeights[]): void {
  const written = models.map(({ name, note, weights, features }) => `/** ${note} */\nexport const ${name}: readonly number[] = [\n${weights.map((weight, at) => `  ${weight.toFixed(2)}, // ${features[at]}`).join('\n')}\n];\n`);
  writeFileSync(join(project, 'src', 'core', 'speech', file), `// Made by scripts/readers/${basename(script)}; not edited by hand.\n\n${written.join('\n')}`);
}
