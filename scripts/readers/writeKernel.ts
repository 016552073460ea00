// Turns src/core/speech/tapSums.wat into tapSumsKernel.ts beside it: npm run write:kernel
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import startWabt from 'wabt';
import { project } from '../commands.ts';

const folder = join(project, 'src/core/speech');

/** The bytes of the kernel, in base 64. */
export async function assembleKernel(): Promise<string> {
  const wabt = await startWabt();
  const parsed = wabt.parseWat('tapSums.wat', readFileSync(join(folder, 'tapSums.wat'), 'utf8'), { simd: true });
  parsed.resolveNames();
  parsed.validate();
  return Buffer.from(parsed.toBinary({}).buffer).toString('base64');
}

if (import.meta.main) writeFileSync(join(folder, 'tapSumsKernel.ts'), `/** Made of \`tapSums.wat\` by \`npm run write:kernel\`. */\nexport const tapSumsKernel = '${await assembleKernel()}';\n`);
