import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatedText } from '../../src/core/formulations/attest.ts';
import { datedTexts } from '../attest/datedTexts.ts';
import { project } from '../commands.ts';

const archive = join(project, '..', 'shared', 'data', 'news.tar.xz');
const unpacked = join(project, '.cache', 'news');

/**
 * The daily transcripts, unpacked once into `.cache/news`; `null`, said in words, where the optional data folder
 * `../shared/data` is absent.
 */
export function newsArchive(): DatedText[] | null {
  if (!existsSync(unpacked)) {
    if (!existsSync(archive)) {
      console.log('没有 ../shared/data/news.tar.xz，这项测量跳过。');
      return null;
    }
    mkdirSync(unpacked, { recursive: true });
    const tar = spawnSync('tar', ['-xJf', archive, '-C', unpacked], { stdio: 'inherit' });
    if (tar.status !== 0) throw new Error(`${archive} could not be unpacked into ${unpacked}.`);
  }
  return [...datedTexts(unpacked, { undated: () => undefined })];
}
