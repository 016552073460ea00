import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Segmenter } from '../../src/core/text/segmenter.ts';
import { commitLimits } from '../../src/engine/indexing/indexRoot.ts';
import type { IndexJob } from '../../src/engine/messages.ts';
import { StoreReader } from '../../src/engine/store/storeReader.ts';

/** Pairs of characters: quick to start, and the store does not care what a term is. */
export const pairs: Segmenter = {
  kind: 'native',
  id: 'native-0123456789ab',
  cut: (text) => text.match(/[\p{L}\p{N}]{1,2}|[^\p{L}\p{N}]/gsu) ?? [],
};

export const fileCount = 40;

/** Each file says which it is and which version of it. */
export function writeVersion(root: string, file: number, version: number): void {
  mkdirSync(root, { recursive: true });
  const more = Array.from({ length: file % 5 }, (_, index) => `\n第${String(index)}段：学会工作、科普工作、人才工作，都要用心去做。\n`);
  // Renamed into place: a file that its writer was killed over would say nothing of the store.
  const half = join(root, `.${String(file)}-${String(process.pid)}`);
  writeFileSync(half, `# 讲话稿\n\n这是第${String(file)}号文件的第${String(version)}版，内容从此开始，请各位同志认真阅读。\n${more.join('')}`);
  renameSync(half, join(root, `${String(file)}.md`));
}

/** Commits come after every few paragraphs, so that there are many moments to be interrupted at. */
export function commitOften(): void {
  Object.assign(commitLimits, { paragraphs: 12 });
}

export function jobFor(store: string, root: string, rebuild = false): IndexJob {
  return { distDir: '', store, root, exclude: [], includeClassified: false, segmenter: 'native', maxBytes: 1e6, skip: [], rebuild };
}

export interface Contents {
  /** Version by file; a file that stands twice or whose text is not what was written makes `fault` say so. */
  readonly versions: ReadonlyMap<number, number>;
  readonly fault: string | null;
  /** What the store itself found wrong. */
  readonly damage: string | null;
}

/** Reads everything that a store holds, as the searcher would. */
export function readContents(store: string, root: string): Contents {
  const reader = new StoreReader(store, [pairs.id]);
  const versions = new Map<number, number>();
  let fault: string | null = null;
  try {
    reader.choose([root]);
    reader.refresh();
    const [damaged] = reader.damaged();
    if (damaged !== undefined) return { versions, fault, damage: damaged.reason };
    for (const { segment, dead } of reader.shelves()) {
      segment.files.forEach((file, position) => {
        if (dead.has(position)) return;
        const { start, end } = segment.paragraphsOf(position);
        const texts: string[] = [];
        for (let paragraph = start; paragraph < end; paragraph += 1) texts.push(segment.paragraph(paragraph).text);
        const found = /^这是第(\d+)号文件的第(\d+)版，内容从此开始，请各位同志认真阅读。$/.exec(texts[0] ?? '');
        const number = Number(found?.[1] ?? -1);
        if (`${String(number)}.md` !== file.path || texts.length !== 1 + (number % 5)) fault = `${file.path} reads as ${texts[0] ?? 'nothing'}`;
        if (versions.has(number)) fault = `${file.path} stands twice`;
        versions.set(number, Number(found?.[2]));
        // Also by its terms: what stands in the text must be found by the index.
        const entry = segment.find('这是');
        if (entry === null || entry.count === 0) fault = `${file.path} is not in the index`;
        else segment.list(entry);
      });
    }
    return { versions, fault, damage: null };
  } catch (error) {
    // What is thrown counts as detected; that the store names the damage is asked as well.
    const named = reader.findDamage();
    return { versions, fault: named ? null : `an error that no damage explains: ${String(error)}`, damage: String(error) };
  } finally {
    reader.close();
  }
}
