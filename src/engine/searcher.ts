// Entry of the searcher process: answers the client's requests until the client goes.
import { RequestFailure, serve, tell } from './childProcess.ts';
import type { SearcherRequest } from './messages.ts';
import { SearchService } from './search/searchService.ts';

let service: SearchService | null = null;

function opened(): SearchService {
  if (service === null) throw new RequestFailure('unavailable', '检索服务尚未就绪，请稍候再试。');
  return service;
}

async function handle(request: SearcherRequest): Promise<unknown> {
  switch (request.kind) {
    case 'configure':
      service = await SearchService.open(request.setup);
      tell({ type: 'state', state: service.state() });
      return null;
    case 'reload':
      tell({ type: 'state', state: opened().state() });
      return null;
    case 'similar':
      return opened().similar(request.request);
    case 'search':
      return opened().search(request.request);
    case 'check':
      return opened().check(request.text, request.fileName);
    case 'expressions':
      return [];
    case 'report':
      return { files: [], bytes: { index: 0, text: 0 } };
  }
}

serve((body) => handle(body as SearcherRequest));
