import { join } from 'node:path';
import type { Finding, Passage } from '../../core/contracts.ts';
import { checkDraft } from '../../core/draft/check.ts';
import type { Lexicon } from '../../core/formulations/lexicon.ts';
import type { ShelvedSegment } from '../../core/passages/passageLibrary.ts';
import { PassageLibrary } from '../../core/passages/passageLibrary.ts';
import type { SearchRequest, SimilarRequest } from '../../protocol/engine.ts';
import type { SearcherSetup, SearcherState } from '../messages.ts';
import type { LoadedSegmenter } from '../segmenter/loadSegmenter.ts';
import { loadSegmenter } from '../segmenter/loadSegmenter.ts';
import { indexBundledCorpus } from './bundledCorpus.ts';
import { loadLexicon, setPhrasesOf } from './bundledLexicon.ts';

const defaultLimit = 20;

/** Answers questions about the bundled corpus and the stored roots. Lives in the searcher, or in the command line. */
export class SearchService {
  private readonly loaded: LoadedSegmenter;
  private readonly lexicon: Lexicon;
  private readonly library: PassageLibrary;
  private shelves: ShelvedSegment[] = [];

  private constructor(setup: SearcherSetup) {
    this.loaded = loadSegmenter(join(setup.distDir, 'segmenter'), setup.segmenter);
    this.lexicon = loadLexicon(setup.distDir);
    this.library = new PassageLibrary(this.loaded.segmenter, setPhrasesOf(this.lexicon));
  }

  static async open(setup: SearcherSetup): Promise<SearchService> {
    const service = new SearchService(setup);
    if (setup.includeBundled) {
      service.shelves.push(await indexBundledCorpus(join(setup.distDir, 'corpus', 'speeches'), service.loaded.segmenter));
    }
    service.library.setShelves(service.shelves);
    return service;
  }

  state(): SearcherState {
    return {
      segmenter: this.loaded.segmenter.kind,
      files: this.shelves.reduce((sum, { segment, dead }) => sum + segment.files.length - dead.size, 0),
      paragraphs: this.shelves.reduce((sum, { segment }) => sum + segment.counts.paragraphs, 0),
      message: this.loaded.notice,
    };
  }

  similar({ text, limit, filter, context }: SimilarRequest): Passage[] {
    return this.library.similar({
      text,
      limit: limit ?? defaultLimit,
      ...(filter === undefined ? {} : { filter }),
      ...context,
    });
  }

  search({ query, limit, filter }: SearchRequest): Passage[] {
    return this.library.search({ query, limit: limit ?? defaultLimit, ...(filter === undefined ? {} : { filter }) });
  }

  check(text: string, fileName: string): Finding[] {
    return checkDraft(text, fileName, this.lexicon);
  }
}
