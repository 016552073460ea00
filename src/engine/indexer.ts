// Entry of the indexer process: reads documents, one at a time or a whole root, and exits when it is told to.
import { RequestFailure, serve } from './childProcess.ts';
import type { IndexerRequest } from './messages.ts';
import { readDocument, ReadFailure } from './readers/readDocument.ts';

async function handle(request: IndexerRequest): Promise<unknown> {
  switch (request.kind) {
    case 'outline':
    case 'text': {
      const { bytes, fileName, maxBytes } = request;
      try {
        const document = await readDocument(bytes, fileName, { fileBytes: maxBytes });
        return request.kind === 'outline' ? document.outline : document.text;
      } catch (error) {
        if (error instanceof ReadFailure) throw new RequestFailure('unreadable', `${fileName}：${error.message}`);
        throw error;
      }
    }
    case 'index':
      throw new RequestFailure('unavailable', '暂不能建立索引。');
  }
}

serve((body) => handle(body as IndexerRequest));
