import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WordMeanings } from '../../core/text/wordMeanings.ts';

/** The table of term vectors that comes with the extension; `null` where it is missing or damaged: answers go by wording then. */
export function loadMeanings(distDir: string): WordMeanings | null {
  try {
    return WordMeanings.read(readFileSync(join(distDir, 'corpus', 'meanings.bin')));
  } catch {
    return null;
  }
}
