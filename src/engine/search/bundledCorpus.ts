import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOfOutline } from '../../core/passages/documentOfOutline.ts';
import { memorySource } from '../../core/passages/ports.ts';
import type { ShelvedSegment } from '../../core/passages/passageLibrary.ts';
import { Segment } from '../../core/passages/segment.ts';
import { SegmentBuilder } from '../../core/passages/segmentBuilder.ts';
import type { Segmenter } from '../../core/text/segmenter.ts';
import { readDocument } from '../readers/readDocument.ts';

/** The name that bundled passages give as their root and before the speech's name. */
export const bundledRoot = 'bundled';

const limits = { fileBytes: 1_000_000 };

/** Indexes the speeches that come with the extension. They are few, so they are indexed anew at each start, in memory. */
export async function indexBundledCorpus(directory: string, segmenter: Segmenter): Promise<ShelvedSegment> {
  const builder = new SegmentBuilder(segmenter);
  for (const name of readdirSync(directory).filter((each) => each.endsWith('.md')).sort()) {
    const document = await readDocument(readFileSync(join(directory, name)), name, limits);
    builder.add(documentOfOutline(document.outline, name, document));
  }
  const { index, text } = builder.finish();
  const segment = new Segment({ index: memorySource(index), text: memorySource(text) });
  return { segment, root: bundledRoot, dead: new Set(), fileName: (path) => `${bundledRoot}:${path}`, pathOf: (file) => (file.startsWith(`${bundledRoot}:`) ? file.slice(bundledRoot.length + 1) : null) };
}
