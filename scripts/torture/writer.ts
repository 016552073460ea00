// Writes new versions of files and indexes them, again and again, until it is killed. After each round it tells which
// versions were committed: those must be there for ever after.
import { setTimeout as pause } from 'node:timers/promises';
import { BusyError, indexRoot } from '../../src/engine/indexing/indexRoot.ts';
import { LockLostError } from '../../src/engine/store/rootWriter.ts';
import { commitOften, fileCount, jobFor, pairs, writeVersion } from './tortureLibrary.ts';

const [store = '', root = '', from = '1', rounds = 'Infinity'] = process.argv.slice(2);
commitOften();
process.send?.({ ready: true });
for (let round = Number(from); round < Number(from) + Number(rounds); round += 1) {
  const versions: [number, number][] = [];
  for (let file = round % 3; file < fileCount; file += 3) {
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
process.disconnect();
