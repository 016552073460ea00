// Entry of the thread that reads the files of a root ahead of the index, and cuts their texts while there is time.
import { parentPort, workerData } from 'node:worker_threads';
import { cutDocument } from '../../core/passages/documentCuts.ts';
import type { Segmenter } from '../../core/text/segmenter.ts';
import { loadSegmenter } from '../segmenter/loadSegmenter.ts';
import type { ThreadSetup } from './readAhead.ts';
import type { FileAnswer, FileRequest } from './readFile.ts';
import { readFile } from './readFile.ts';

const port = parentPort;
const { wanted, segmenter: setup } = workerData as ThreadSetup;
const awaited = new Int32Array(wanted);
let segmenter: Segmenter | null | undefined;
let queue = Promise.resolve();
let answered = 0;

port?.on('message', (request: FileRequest) => {
  // One after the other: answers come in the order of the requests.
  queue = queue.then(async () => {
    const answer = await readFile(request);
    answered += 1;
    post(answer, answered);
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
