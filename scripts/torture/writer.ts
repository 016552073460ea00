// Writes new versions of files and indexes them, again and again, until it is killed. After each round it tells which
// versions were committed: those must be there for ever after.
import { setTimeout as pause } from 'node:timers/promises';
import { BusyError, indexRoot } from '../../src/engine/indexing/indexRoot.ts';
import { LockLostError } from '../../src/engine/store/rootWriter.ts';
import { commitOften, fileCount, jobFor, pairs, writeVersion } from './tortureLibrary.ts';

// Two writers share the root, each with files of its own: else one would overwrite the other's with older versions.
const [store = '', root = '', from = '1', writer = '0', writers = '1'] = process.argv.slice(2);
commitOften();
process.send?.({ ready: true });
for (let round = Number(from); ; round += 1) {
  const versions: [number, number][] = [];
  for (let file = round % 3; file < fileCount; file += 3) {
    if (file % Number(writers) !== Number(writer)) continue;
    writeVersion(root, file, round);
    versions.push([file, round]);
  }
  try {
    await indexRoot(jobFor(store, root), { segmenter: pairs, onProgress: () => undefined, onCommit: () => undefined });
    process.send?.({ committed: versions });
  } catch (error) {
    if (!(error instanceof BusyError || error instanceof LockLostError)) throw error;
    await pause(5);
    round -= 1;
  }
}
