import type { ParagraphRole } from '../../../src/core/contracts.ts';
import type { PassageDocument } from '../../../src/core/passages/passageDocument.ts';
import type { ShelvedSegment } from '../../../src/core/passages/passageLibrary.ts';
import { PassageLibrary } from '../../../src/core/passages/passageLibrary.ts';
import { memorySource } from '../../../src/core/passages/ports.ts';
import { Segment } from '../../../src/core/passages/segment.ts';
import { SegmentBuilder } from '../../../src/core/passages/segmentBuilder.ts';
import { SetPhrases } from '../../../src/core/passages/setPhrases.ts';
import type { Segmenter } from '../../../src/core/text/segmenter.ts';

/** Cuts into pairs of characters from the start of each run between punctuation. */
export const pairSegmenter: Segmenter = {
  kind: 'wasm',
  id: 'pairs',
  cut: (text) => text.match(/[\p{L}\p{N}]{1,2}|[^\p{L}\p{N}]/gsu) ?? [],
};

export interface SpeechFixture {
  readonly file: string;
  readonly title?: string;
  readonly year?: number;
  readonly occasion?: string;
  readonly sections?: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly paragraphs?: readonly (string | { readonly text: string; readonly role: ParagraphRole })[];
}

export function documentOf(fixture: SpeechFixture): PassageDocument {
  const { file, title = file, year = null, occasion = null, sections = [], paragraphs = [] } = fixture;
  const plain = (text: string, index: number): { text: string; role: 'body'; line: number; page: null } => ({ text, role: 'body', line: index + 1, page: null });
  return {
    file,
    sections: [
      { parent: -1, heading: title, year, occasion, paragraphs: paragraphs.map((each, index) => (typeof each === 'string' ? plain(each, index) : { ...plain(each.text, index), role: each.role })) },
      ...sections.map(({ heading, paragraphs }) => ({ parent: 0, heading, year, occasion, paragraphs: paragraphs.map(plain) })),
    ],
  };
}

export function segmentOf(fixtures: readonly SpeechFixture[], segmenter: Segmenter = pairSegmenter): Segment {
  const builder = new SegmentBuilder(segmenter);
  for (const fixture of fixtures) builder.add(documentOf(fixture));
  const { index, text } = builder.finish();
  return new Segment({ index: memorySource(index), text: memorySource(text) });
}

export function shelve(segment: Segment, dead: readonly number[] = [], root = '/资料'): ShelvedSegment {
  return { segment, root, dead: new Set(dead), fileName: (path) => `${root}/${path}`, pathOf: (file) => (file.startsWith(`${root}/`) ? file.slice(root.length + 1) : null) };
}

export function libraryOf(fixtures: readonly SpeechFixture[], phrases: readonly string[] = []): PassageLibrary {
  const library = new PassageLibrary(pairSegmenter, new SetPhrases(phrases));
  library.setShelves([shelve(segmentOf(fixtures))]);
  return library;
}
