// Entry of the indexer process: reads documents, one at a time or a whole root. It may be killed at any moment.
import { basename, join } from 'node:path';
import { RequestFailure, serve, tell } from './childProcess.ts';
import { BusyError, forgetRoot, indexRoot } from './indexing/indexRoot.ts';
import { ReadAhead } from './indexing/readAhead.ts';
import { storeTrouble } from './indexing/storeTrouble.ts';
import type { IndexerRequest, IndexJob } from './messages.ts';
import { expressionSlices } from '../protocol/expressionSlices.ts';
import { libraryExpressions } from './mining/libraryExpressions.ts';
import { readDocument, ReadFailure } from './readers/readDocument.ts';
import { readingReport } from './readers/readingReport.ts';
import type { LoadedSegmenter } from './segmenter/loadSegmenter.ts';
import { loadSegmenter } from './segmenter/loadSegmenter.ts';
import { cleanStore } from './store/cleanStore.ts';
import { LockLostError } from './store/rootWriter.ts';
import { subStore } from './store/storeLayout.ts';

let loaded: LoadedSegmenter | null = null;
let ahead: ReadAhead | null = null;

/** Files that a writer has just saved, for the root under way. */
const urgent: string[] = [];

/** Whether the writer wants the root under way to end. */
let finishing = false;

async function index(job: IndexJob): Promise<unknown> {
  finishing = false;
  const folder = join(job.distDir, 'segmenter');
  loaded ??= loadSegmenter(folder, job.segmenter);
  ahead ??= new ReadAhead({ folder, kind: loaded.segmenter.kind, id: loaded.segmenter.id });
  try {
    const outcome = await indexRoot(job, {
      segmenter: loaded.segmenter,
      ahead,
      // Every file is told, so that the client knows which one ended or held up the process.
      onProgress: ({ done, total, file }) => tell({ type: 'progress', root: job.root, done, total, file }),
      takeUrgent: () => urgent.splice(0),
      isFinishing: () => finishing,
      onCommit: () => tell({ type: 'committed', root: job.root }),
    });
    if (job.files === undefined) clean(job.store, loaded.segmenter.id);
    return outcome;
  } catch (error) {
    if (error instanceof BusyError || error instanceof LockLostError) throw new RequestFailure('busy', '另一个窗口正在更新这个文件夹的索引。');
    console.error(error);
    throw new RequestFailure('store', storeTrouble(error));
  }
}

function clean(store: string, segmenterId: string): void {
  try {
    cleanStore(store, basename(subStore(store, segmenterId)));
  } catch (error) {
    // Old indexes that cannot be deleted now are deleted another time.
    console.error(error);
  }
}

async function handle(request: IndexerRequest): Promise<unknown> {
  switch (request.kind) {
    case 'outline':
    case 'text':
    case 'reading': {
      const { bytes, fileName, maxBytes, limits } = request;
      try {
        const document = await readDocument(bytes, fileName, { ...limits, fileBytes: maxBytes });
        if (request.kind === 'reading') return readingReport(document);
        return request.kind === 'outline' ? document.outline : document.text;
      } catch (error) {
        if (error instanceof ReadFailure) throw new RequestFailure('unreadable', `${fileName}：${error.message}`);
        throw error;
      }
    }
    case 'index':
      return index(request.job);
    case 'expressions':
      return expressionSlices(libraryExpressions(request));
    case 'urgent':
    case 'finish':
      return null;
    case 'forget':
      loaded ??= loadSegmenter(join(request.distDir, 'segmenter'), request.segmenter);
      return forgetRoot(request.store, loaded.segmenter.id, request.root);
  }
}

serve(
  (body) => handle(body as IndexerRequest),
  (body) => {
    const request = body as IndexerRequest;
    if (request.kind === 'urgent') urgent.push(...request.files);
    else if (request.kind === 'finish') finishing = true;
    else return false;
    return true;
  },
);
