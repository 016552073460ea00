// Entry of the thread that reads the files of a root ahead of the index.
import { parentPort } from 'node:worker_threads';
import type { FileRequest } from './readFile.ts';
import { readFile } from './readFile.ts';

const port = parentPort;
let queue = Promise.resolve();

port?.on('message', (request: FileRequest) => {
  // One after the other: answers come in the order of the requests.
  queue = queue.then(async () => port.postMessage(await readFile(request)));
});
