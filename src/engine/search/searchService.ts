import { join } from 'node:path';
import type { Finding, Passage } from '../../core/contracts.ts';
import { checkDraft } from '../../core/draft/check.ts';
import type { Lexicon } from '../../core/formulations/lexicon.ts';
import type { ShelvedSegment } from '../../core/passages/passageLibrary.ts';
import { PassageLibrary } from '../../core/passages/passageLibrary.ts';
import type { CheckRequest, FileReport, SearchRequest, SimilarRequest } from '../../protocol/engine.ts';
import type { RootReport, SearcherSetup, SearcherState } from '../messages.ts';
import type { LoadedSegmenter } from '../segmenter/loadSegmenter.ts';
import { loadSegmenter, segmenterIds } from '../segmenter/loadSegmenter.ts';
import { storedSegmenters } from '../store/storeLayout.ts';
import { StoreReader } from '../store/storeReader.ts';
import { indexBundledCorpus } from './bundledCorpus.ts';
import { loadLexicon, setPhrasesOf } from './bundledLexicon.ts';
import { loadMeanings } from './bundledMeanings.ts';

const defaultLimit = 20;

/** How long an answer may be given from a commit that another process has replaced. */
const longestStale = 1_000;

/** Answers questions about the bundled corpus and the stored roots. Lives in the searcher, or in the command line. */
export class SearchService {
  private readonly setup: SearcherSetup;
  private readonly loaded: LoadedSegmenter;
  private readonly lexicon: Lexicon;
  private readonly library: PassageLibrary;
  private readonly reader: StoreReader;
  private bundled: ShelvedSegment[] = [];
  private shelves: ShelvedSegment[] = [];
  private refreshed = 0;
  private readonly onDamage: (root: string, reason: string) => void;

  private constructor(setup: SearcherSetup, onDamage: (root: string, reason: string) => void) {
    this.setup = setup;
    this.onDamage = onDamage;
    this.loaded = loadSegmenter(join(setup.distDir, 'segmenter'), setup.segmenter);
    // The dictionary is loaded now, not while the first question waits.
    this.loaded.segmenter.cut('讲话');
    this.lexicon = loadLexicon(setup.distDir);
    this.library = new PassageLibrary(this.loaded.segmenter, setPhrasesOf(this.lexicon), () => loadMeanings(setup.distDir));
    const own = this.loaded.segmenter.id;
    // After an update with new terms the index of the version before answers until the new one is there.
    const others = [...segmenterIds(join(setup.distDir, 'segmenter')), ...storedSegmenters(setup.store)];
    this.reader = new StoreReader(setup.store, [...new Set([own, ...others])]);
  }

  /** `onDamage` is told of roots whose stored files are damaged; they are left out until they are written anew. */
  static async open(setup: SearcherSetup, onDamage: (root: string, reason: string) => void): Promise<SearchService> {
    const service = new SearchService(setup, onDamage);
    if (setup.includeBundled) {
      service.bundled = [await indexBundledCorpus(join(setup.distDir, 'corpus', 'speeches'), service.loaded.segmenter)];
    }
    service.choose(setup);
    return service;
  }

  /** Whether the service can go on with another setup, without loading dictionaries and the bundled corpus anew. */
  fits(setup: SearcherSetup): boolean {
    const { distDir, store, includeBundled, segmenter } = this.setup;
    return distDir === setup.distDir && store === setup.store && includeBundled === setup.includeBundled && segmenter === setup.segmenter;
  }

  choose(setup: SearcherSetup): void {
    this.reader.choose(setup.store === '' ? [] : setup.roots);
    this.refresh();
  }

  /** Moves on to what was committed since. */
  refresh(): void {
    this.refreshed = Date.now();
    const changed = this.reader.refresh();
    this.reshelve();
    if (changed) this.reportDamage();
  }

  private reshelve(): void {
    this.shelves = [...this.bundled, ...this.reader.shelves()];
    this.library.setShelves(this.shelves);
  }

  private reportDamage(): void {
    for (const { root, reason } of this.reader.damaged()) if (root !== null) this.onDamage(root, reason);
  }

  state(): SearcherState {
    const stored = this.reader.shelves();
    let paragraphs = 0;
    let files = 0;
    for (const { segment, dead } of [...this.bundled, ...stored]) {
      files += segment.files.length - dead.size;
      paragraphs += segment.counts.paragraphs;
      for (const position of dead) {
        const { start, end } = segment.paragraphsOf(position);
        paragraphs -= end - start;
      }
    }
    return { segmenter: this.loaded.segmenter.kind, files, paragraphs, message: this.loaded.notice };
  }

  /** Answers, and where stored bytes turn out damaged, leaves that root out and answers again. */
  private answer(ask: () => Passage[]): Passage[] {
    if (Date.now() - this.refreshed > longestStale) this.refresh();
    try {
      return ask();
    } catch (error) {
      // Anything may go wrong in damaged bytes; where the store is whole it is a defect of ours.
      if (!this.reader.findDamage()) throw error;
      this.reshelve();
      this.reportDamage();
      return ask();
    }
  }

  similar({ text, limit, filter, context }: SimilarRequest): Passage[] {
    const query = { text, limit: limit ?? defaultLimit, ...(filter === undefined ? {} : { filter }), ...context };
    return this.answer(() => this.library.similar(query));
  }

  search({ query, limit, filter }: SearchRequest): Passage[] {
    const asked = { query, limit: limit ?? defaultLimit, ...(filter === undefined ? {} : { filter }) };
    return this.answer(() => this.library.search(asked));
  }

  check({ text, fileName, phrases }: CheckRequest): Finding[] {
    return checkDraft(text, fileName, { lexicon: this.lexicon, ...(phrases === undefined ? {} : { phrases }) });
  }

  report(): RootReport {
    const files: FileReport[] = [];
    const bytes = { index: 0, text: 0 };
    for (const { root, catalogue, manifest } of this.reader.catalogues()) {
      for (const segment of manifest.segments) {
        bytes.index += segment.indexBytes;
        bytes.text += segment.textBytes;
      }
      for (const [key, { state, reason, articles, paragraphs, problems }] of Object.entries(catalogue)) {
        files.push({ file: join(root, ...key.split('/')), root, state, reason, articles, paragraphs, problems });
      }
    }
    return { files, bytes };
  }

  close(): void {
    this.reader.close();
  }
}
