import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Passage } from '../../src/core/contracts.ts';
import { CandidateFinder } from '../../src/core/passages/candidates.ts';
import { mergeSegments } from '../../src/core/passages/mergeSegments.ts';
import type { IndexedParagraph } from '../../src/core/passages/passageDocument.ts';
import { PassageLibrary } from '../../src/core/passages/passageLibrary.ts';
import { memorySource } from '../../src/core/passages/ports.ts';
import { inverseFrequency } from '../../src/core/passages/ranking.ts';
import { Segment } from '../../src/core/passages/segment.ts';
import { SegmentBuilder } from '../../src/core/passages/segmentBuilder.ts';
import type { SetPhrases } from '../../src/core/passages/setPhrases.ts';
import type { Segmenter } from '../../src/core/text/segmenter.ts';
import type { WordMeanings } from '../../src/core/text/wordMeanings.ts';
import { commitLimits } from '../../src/engine/indexing/indexRoot.ts';
import { mergePolicy } from '../../src/engine/store/mergePolicy.ts';
import { cacheBytes } from '../../src/engine/store/storeReader.ts';
import { PageCache, PagedFile, writePaged } from '../../src/engine/store/pagedFile.ts';
import type { BenchEngine, BenchParagraph } from './engine.ts';

/** The extension's own index, written to disk and read as the extension reads it. */
export interface OurEngine extends BenchEngine {
  readonly segments: readonly Segment[];
  /** The whole reply to a draft paragraph, as the panel gets it. */
  similar(text: string, limit: number): readonly Passage[];
}

export function ours(tools: { readonly segmenter: Segmenter; readonly phrases: SetPhrases; readonly meanings: WordMeanings | null } | null): OurEngine {
  const segments: Segment[] = [];
  const starts: number[] = [];
  const finder = new CandidateFinder();
  let library: PassageLibrary | null = null;
  let written = 0;
  return {
    segments,
    async build(paragraphs, folder) {
      const perSegment = Math.floor((mergePolicy.classes.at(-1) ?? 0) / commitLimits.paragraphs);
      let pending: { index: Uint8Array; text: Uint8Array }[] = [];
      let part: BenchParagraph[] = [];
      let total = 0;
      const write = (): void => {
        const parts = pending.map(({ index, text }) => new Segment({ index: memorySource(index), text: memorySource(text) }));
        const merged = parts.length === 1 ? pending[0] : mergeSegments(parts.map((segment) => ({ segment, dead: new Set<number>() })));
        if (merged === undefined) return;
        writePaged(join(folder, `${String(written)}.index`), merged.index);
        writePaged(join(folder, `${String(written)}.text`), merged.text);
        written += 1;
        pending = [];
      };
      const commit = (): void => {
        if (part.length === 0) return;
        pending.push(builtSegment(part, total - part.length));
        part = [];
        if (pending.length >= perSegment) write();
      };
      for await (const paragraph of paragraphs) {
        part.push(paragraph);
        total += 1;
        if (part.length >= commitLimits.paragraphs) commit();
      }
      commit();
      if (pending.length > 0) write();
      writeFileSync(join(folder, 'segments'), String(written));
    },
    async save(folder) {
      const bytes = { index: 0, text: 0 };
      for (let number = 0; number < written; number += 1) {
        bytes.index += statSync(join(folder, `${String(number)}.index`)).size;
        bytes.text += statSync(join(folder, `${String(number)}.text`)).size;
      }
      return bytes;
    },
    async open(folder) {
      const cache = new PageCache(cacheBytes);
      const count = Number(readFileSync(join(folder, 'segments'), 'utf8'));
      let start = 0;
      for (let number = 0; number < count; number += 1) {
        const index = new PagedFile(join(folder, `${String(number)}.index`), cache);
        const text = new PagedFile(join(folder, `${String(number)}.text`), cache);
        const segment = new Segment({ index, text });
        segments.push(segment);
        starts.push(start);
        start += segment.counts.paragraphs;
      }
    },
    search(terms, limit) {
      const paragraphs = segments.reduce((sum, segment) => sum + segment.counts.paragraphs, 0);
      const weighted = terms.map((term) => {
        const count = segments.reduce((sum, segment) => sum + (segment.find(term)?.count ?? 0), 0);
        return { term, weight: inverseFrequency(count, paragraphs) };
      });
      const searched = segments.map((segment) => ({ segment, accept: null }));
      return finder.find(searched, weighted, limit).map((each) => (starts[each.segment] ?? 0) + each.paragraph);
    },
    similar(text, limit) {
      if (library === null) {
        if (tools === null) throw new Error('a segmenter is needed for whole replies');
        library = new PassageLibrary(tools.segmenter, tools.phrases, () => tools.meanings);
        library.setShelves(segments.map((segment) => ({ segment, root: 'bench', dead: new Set<number>(), fileName: (path) => path, pathOf: (file) => file })));
      }
      return library.similar({ text, limit });
    },
  };
}

/** One commit. The pieces are ready-made: the segmenter hands out those of the next paragraph, as the builder asks for them. */
function builtSegment(paragraphs: readonly BenchParagraph[], first: number): { index: Uint8Array; text: Uint8Array } {
  let next = 0;
  const readyMade: Segmenter = {
    kind: 'native',
    id: 'bench',
    cut(text) {
      if (text === '') return [];
      const paragraph = paragraphs[next];
      next += 1;
      return [...(paragraph?.pieces ?? [])];
    },
  };
  const builder = new SegmentBuilder(readyMade);
  // The panel's answers name a file and a line: here the line is the paragraph's number.
  const indexed: IndexedParagraph[] = paragraphs.map(({ pieces }, number) => ({ text: pieces.join(''), role: 'body', line: first + number, page: null }));
  builder.add({ file: `part-${String(first)}`, sections: [{ parent: -1, heading: '', year: null, occasion: null, paragraphs: indexed }] });
  return builder.finish();
}
