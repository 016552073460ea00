// Entry of the searcher process: answers the client's requests until the client goes.
import { RequestFailure, serve, tell } from './childProcess.ts';
import { Launcher } from './launcher.ts';
import type { SearcherRequest, SearcherSetup } from './messages.ts';
import { RootWatcher } from './search/rootWatcher.ts';
import { SearchService } from './search/searchService.ts';

let service: SearchService | null = null;
const watcher = new RootWatcher((root, files) => tell({ type: 'changed', root, files }));

function opened(): SearchService {
  if (service === null) throw new RequestFailure('unavailable', '检索服务尚未就绪，请稍候再试。');
  return service;
}

async function configure(setup: SearcherSetup): Promise<void> {
  if (service?.fits(setup) === true) {
    service.choose(setup);
  } else {
    service?.close();
    service = await SearchService.open(setup, (root, reason) => tell({ type: 'damaged', root, reason }));
  }
  watcher.watch(setup.roots === 'all' ? [] : setup.roots);
  tell({ type: 'state', state: service.state() });
}

async function handle(request: SearcherRequest): Promise<unknown> {
  switch (request.kind) {
    case 'configure':
      await configure(request.setup);
      return null;
    case 'reload':
      opened().refresh();
      tell({ type: 'state', state: opened().state() });
      return null;
    case 'similar':
      return opened().similar(request.request);
    case 'search':
      return opened().search(request.request);
    case 'check':
      return opened().check(request.request);
    case 'report':
      return opened().report();
  }
}

const launcher = new Launcher();

serve(
  (body) => handle(body as SearcherRequest),
  (body) => launcher.take(body),
);
