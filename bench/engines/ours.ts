import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Passage } from '../../src/core/contracts.ts';
import { CandidateFinder } from '../../src/core/passages/candidates.ts';
import { inverseFrequency } from '../../src/core/passages/ranking.ts';
import { PassageLibrary } from '../../src/core/passages/passageLibrary.ts';
import { mergeSegments } from '../../src/core/passages/mergeSegments.ts';
import { memorySource } from '../../src/core/passages/ports.ts';
import { Segment } from '../../src/core/passages/segment.ts';
import { SegmentBuilder } from '../../src/core/passages/segmentBuilder.ts';
import { SetPhrases } from '../../src/core/passages/setPhrases.ts';
import type { Segmenter } from '../../src/core/text/segmenter.ts';
import { commitLimits } from '../../src/engine/indexing/indexRoot.ts';
import { zlibCompressor } from '../../src/engine/search/zlibCompressor.ts';
import { mergePolicy } from '../../src/engine/store/mergePolicy.ts';
import { PageCache, PagedFile, writePaged } from '../../src/engine/store/pagedFile.ts';
import type { BenchEngine } from './engine.ts';

/** Terms come ready-made and joined by spaces, so that all engines index the same. */
const readyMade: Segmenter = { kind: 'native', id: 'bench', cut: (text) => text.split(/(?= )|(?<= )/) };

/** The extension's own index, written to disk and read as the extension reads it. */
export interface OurEngine extends BenchEngine {
  /** The whole reply to a draft paragraph, with a segmenter of its own. */
  similar(text: string, limit: number, segmenter: Segmenter): readonly Passage[];
}

export function ours(): OurEngine {
  const segments: Segment[] = [];
  const finder = new CandidateFinder();
  let library: PassageLibrary | null = null;
  let written = 0;
  return {
    build: async (paragraphs, folder) => {
      let builder = new SegmentBuilder(readyMade, zlibCompressor);
      let pending: { index: Uint8Array; text: Uint8Array }[] = [];
      const write = (): void => {
        const parts = pending.map(({ index, text }) => new Segment({ index: memorySource(index), text: memorySource(text), compressor: zlibCompressor }));
        const merged = parts.length === 1 ? pending[0] : mergeSegments(parts.map((segment) => ({ segment, dead: new Set<number>() })), zlibCompressor);
        if (merged === undefined) return;
        writePaged(join(folder, `${String(written)}.index`), merged.index);
        writePaged(join(folder, `${String(written)}.text`), merged.text);
        written += 1;
        pending = [];
      };
      const perSegment = Math.floor((mergePolicy.classes.at(-1) ?? 0) / commitLimits.paragraphs);
      for (let start = 0; start < paragraphs.length; start += commitLimits.paragraphs) {
        const part = paragraphs.slice(start, start + commitLimits.paragraphs);
        const indexed = part.map((terms, number) => ({ text: terms.join(' '), role: 'body' as const, line: start + number, page: null }));
        builder.add({ file: `part-${String(start)}`, sections: [{ parent: -1, heading: '', year: null, occasion: null, paragraphs: indexed }] });
        pending.push(builder.finish());
        builder = new SegmentBuilder(readyMade, zlibCompressor);
        if (pending.length >= perSegment) write();
      }
      if (pending.length > 0) write();
      writeFileSync(join(folder, 'segments'), String(written));
    },
    save: async (folder) => {
      let bytes = 0;
      for (let number = 0; number < written; number += 1) bytes += statSync(join(folder, `${String(number)}.index`)).size;
      return bytes;
    },
    open: async (folder) => {
      const cache = new PageCache(24 << 20);
      const count = Number(readFileSync(join(folder, 'segments'), 'utf8'));
      for (let number = 0; number < count; number += 1) {
        const index = new PagedFile(join(folder, `${String(number)}.index`), cache);
        const text = new PagedFile(join(folder, `${String(number)}.text`), cache);
        segments.push(new Segment({ index, text, compressor: zlibCompressor }));
      }
    },
    search: (terms, limit) => {
      const paragraphs = segments.reduce((sum, segment) => sum + segment.counts.paragraphs, 0);
      const weighted = terms.map((term) => {
        const count = segments.reduce((sum, segment) => sum + (segment.find(term)?.count ?? 0), 0);
        return { term, weight: inverseFrequency(count, paragraphs) };
      });
      const searched = segments.map((segment) => ({ segment, accept: null }));
      const starts: number[] = [];
      segments.reduce((sum, segment, position) => ((starts[position] = sum), sum + segment.counts.paragraphs), 0);
      return finder.find(searched, weighted, limit).map((each) => (starts[each.segment] ?? 0) + each.paragraph);
    },
    similar: (text, limit, segmenter) => {
      if (library === null) {
        library = new PassageLibrary(segmenter, new SetPhrases([]));
        library.setShelves(segments.map((segment) => ({ segment, root: 'bench', dead: new Set<number>(), fileName: (path) => path })));
      }
      return library.similar({ text, limit });
    },
  };
}
