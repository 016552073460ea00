import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ExpressionMiner } from '../../core/formulations/mining.ts';
import type { MiningParagraph } from '../../core/formulations/mining.ts';
import type { ShelvedSegment } from '../../core/passages/passageLibrary.ts';
import type { MinedExpression } from '../../protocol/engine.ts';
import { segmenterIds } from '../segmenter/loadSegmenter.ts';
import { readChecked, writeChecked } from '../store/checkedJson.ts';
import { subStore } from '../store/storeLayout.ts';
import { StoreReader } from '../store/storeReader.ts';
import { documentDay } from './documentDay.ts';

export interface MiningRequest {
  readonly distDir: string;
  readonly store: string;
  readonly roots: readonly string[] | 'all';
}

/** Goes up when what is found changes, so that what an older version found is mined anew. */
const miningVersion = 4;

/** A library that grew or shrank by less than this share is not mined anew: repeated wording changes slowly. */
const staleShare = 0.05;

/** More text than this is sampled, by whole files: more of it would hardly show other wording. */
const mostCharacters = 12_000_000;

interface Kept {
  readonly paragraphs: number;
  readonly expressions: readonly MinedExpression[];
}

interface Place {
  readonly shelf: ShelvedSegment;
  readonly paragraph: number;
}

/**
 * The repeated expressions of a library, from those found last where the library has changed little. Reads the whole
 * text four times, so it belongs in a process of its own.
 */
export function libraryExpressions({ distDir, store, roots }: MiningRequest): readonly MinedExpression[] {
  const ids = segmenterIds(join(distDir, 'segmenter'));
  const reader = new StoreReader(store, ids);
  try {
    reader.choose(roots);
    reader.refresh();
    const shelves = reader.shelves();
    const paragraphs = shelves.reduce((sum, { segment }) => sum + segment.counts.paragraphs, 0);
    if (paragraphs === 0) return [];
    const name = createHash('sha256').update(JSON.stringify([miningVersion, roots])).digest('hex').slice(0, 16);
    // Beside the index it was read from; where both segmenters have one, beside the first one's.
    const home = ids.map((id) => subStore(store, id)).find((folder) => existsSync(folder)) ?? store;
    const file = join(home, `expressions-${name}.json`);
    const kept = readKept(file);
    if (kept !== null && Math.abs(kept.paragraphs - paragraphs) <= paragraphs * staleShare) return kept.expressions;
    const expressions = mine(shelves);
    keep(file, { paragraphs, expressions });
    return expressions;
  } finally {
    reader.close();
  }
}

function mine(shelves: readonly ShelvedSegment[]): MinedExpression[] {
  const characters = shelves.reduce((sum, { segment }) => sum + segment.counts.characters, 0);
  const every = Math.max(1, Math.ceil(characters / mostCharacters));
  const miner = new ExpressionMiner<Place>({ characters: Math.min(characters, mostCharacters) });
  for (let pass = 0; pass < miner.passes; pass += 1) {
    for (const paragraph of paragraphsOf(shelves, every)) miner.read(paragraph);
    miner.endPass();
  }
  return miner.expressions().map((expression) => ({ ...expression, example: placeOf(expression.example) }));
}

function* paragraphsOf(shelves: readonly ShelvedSegment[], every: number): Generator<MiningParagraph<Place>> {
  let document = 0;
  for (const shelf of shelves) {
    for (let file = 0; file < shelf.segment.files.length; file += 1) {
      if (shelf.dead.has(file)) continue;
      document += 1;
      if (document % every !== 0) continue;
      const { start, end } = shelf.segment.paragraphsOf(file);
      if (start === end) continue;
      const { sections } = shelf.segment;
      const day = documentDay(shelf.segment.files[file]?.path ?? '', sections.year(sections.sectionOf(start)));
      for (let paragraph = start; paragraph < end; paragraph += 1) {
        yield { text: shelf.segment.paragraph(paragraph).text, document, day, place: { shelf, paragraph } };
      }
    }
  }
}

function placeOf({ shelf, paragraph }: Place): MinedExpression['example'] {
  const { segment } = shelf;
  const { title } = segment.sections.path(segment.sections.sectionOf(paragraph));
  const file = shelf.fileName(segment.files[segment.fileOf(paragraph)]?.path ?? '');
  return { file, title, line: segment.paragraph(paragraph).line };
}

function readKept(file: string): Kept | null {
  try {
    return readChecked(file) as Kept;
  } catch {
    // Never mined, or damaged: it is mined anew.
    return null;
  }
}

function keep(file: string, kept: Kept): void {
  try {
    writeChecked(file, kept);
  } catch (error) {
    // A store that cannot be written costs the work next time and nothing else.
    console.error(error instanceof Error ? error.message : String(error));
  }
}
