// Entry of the thread that reads the files of a root ahead of the index, and cuts their texts while there is time.
import { parentPort, workerData } from 'node:worker_threads';
import { cutDocument } from '../../core/passages/documentCuts.ts';
import type { Segmenter } from '../../core/text/segmenter.ts';
import { loadSegmenter } from '../segmenter/loadSegmenter.ts';
import type { NumberedRequest, ThreadSetup } from './readAhead.ts';
import type { FileAnswer } from './readFile.ts';
import { readFile } from './readFile.ts';

const port = parentPort;
const { wanted, claims: shared, segmenter: setup } = workerData as ThreadSetup;
const awaited = new Int32Array(wanted);
const claims = new Int32Array(shared);
let segmenter: Segmenter | null | undefined;
let queue = Promise.resolve();

port?.on('message', ({ number, request }: NumberedRequest) => {
  // One after the other: answers come in the order of the requests. What the index has read itself is not answered.
  queue = queue.then(async () => {
    if (Atomics.compareExchange(claims, number % claims.length, 0, 1) !== 0) return;
    post(await readFile(request), number);
  });
});

/** Cuts as many of the texts as there is time for until the index comes to the file before, so that one lies ready for it. */
function post(answer: FileAnswer, number: number): void {
  const isAwaited = (): boolean => Atomics.load(awaited, 0) >= number - 1;
  if (answer.kind !== 'read' || answer.document === null || isAwaited()) return port?.postMessage(answer);
  if (segmenter === undefined) segmenter = load();
  if (segmenter === null) return port?.postMessage(answer);
  const cuts = cutDocument(answer.document, segmenter, isAwaited);
  port?.postMessage({ ...answer, cuts }, [cuts.lengths.buffer, cuts.ends.buffer]);
}

/** The segmenter that the index uses, or `null` where it cannot be loaded in a thread: then the texts are not cut ahead. */
function load(): Segmenter | null {
  if (setup === null) return null;
  try {
    const { segmenter } = loadSegmenter(setup.folder, setup.kind);
    return segmenter.id === setup.id ? segmenter : null;
  } catch {
    return null;
  }
}
