// Entry of the thread for PDFs: pdf.js can hang on a broken file, and only a thread of its own can be stopped.
import { parentPort } from 'node:worker_threads';
import { readPdfPages } from './pdfPages.ts';
import { ReadFailure } from './readFailure.ts';
import type { ThreadAnswer, ThreadRequest } from './stoppableReader.ts';

const port = parentPort;
const answer = (message: ThreadAnswer): void => port?.postMessage(message);

port?.on('message', ({ bytes, limits }: ThreadRequest) => {
  readPdfPages(bytes, limits, () => answer({ kind: 'page' })).then(
    (source) => answer({ kind: 'read', source }),
    (error: unknown) => {
      if (error instanceof ReadFailure) answer({ kind: 'failed', code: error.code, message: error.message, limit: error.limit });
      else answer({ kind: 'failed', code: 'damaged', message: '文件已经损坏，无法读取。', limit: null });
    },
  );
});
