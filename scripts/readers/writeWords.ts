// node scripts/readers/writeWords.ts
// Writes src/core/speech/wordTable.ts: which strings of two to four characters are common words, as a Bloom filter over
// the dictionary that comes with nodejieba (MIT), by the frequencies that it gives.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packBits, wordHash, wordHashes } from '../../src/core/speech/knownWords.ts';
import { wordBits } from '../../src/core/speech/wordTable.ts';
import { project } from '../commands.ts';

/** How often a word of each length must have been seen to count as common. */
const least: Readonly<Record<number, number>> = { 2: 50, 3: 20, 4: 10 };

const dictionary = join(project, 'node_modules', 'nodejieba', 'submodules', 'cppjieba', 'dict', 'jieba.dict.utf8');
const bits = new Uint8Array(Math.ceil(wordBits / 24) * 3);
let words = 0;
for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
  const [word = '', frequency = '0'] = line.split(' ');
  if (!/^\p{Script=Han}+$/u.test(word) || Number(frequency) < (least[word.length] ?? Infinity)) continue;
  words += 1;
  for (let round = 0; round < wordHashes; round += 1) {
    const bit = wordHash(word, round);
    bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
}
writeFileSync(
  join(project, 'src', 'core', 'speech', 'wordTable.ts'),
  `// Made by scripts/readers/writeWords.ts from the dictionary of nodejieba (MIT); not edited by hand. knownWords.ts reads it.\n\n/** Bits of the filter. */\nexport const wordBits = ${String(wordBits)};\n\nexport const wordTable =\n  '${packBits(bits)}';\n`,
);
console.log(`${String(words)} words`);
