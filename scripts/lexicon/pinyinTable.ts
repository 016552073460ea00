import { pinyin } from 'pinyin-pro';
import { matchKeyOf } from '../../src/core/formulations/matchKey.ts';
import type { PinyinTable } from '../../src/core/formulations/pinyinReading.ts';
import { corrections, syllablesOf } from './pinyin.ts';

/** The 6,763 characters of GB 2312: more than speeches use. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const found: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const character = decoder.decode(new Uint8Array([high, low]));
      if (/^\p{Script=Han}$/u.test(character)) found.push(character);
    }
  }
  return found;
}

/** Usual readings, and the pairs of the given texts that are read otherwise, always in the same way. */
export function pinyinTableOf(texts: Iterable<string>): PinyinTable {
  const usual = new Map<string, string>();
  for (const character of commonCharacters()) {
    usual.set(character, pinyin(character, { toneType: 'none', v: true }).replace(/^([ln])ve/u, '$1ue'));
  }
  const readings = new Map<string, string | null>();
  const counts = new Map<string, Map<string, number>>();
  for (const text of [...texts, ...Object.keys(corrections)]) {
    const { key } = matchKeyOf(text);
    const read = syllablesOf(text);
    for (const [index, syllable] of read.entries()) {
      const seen = counts.get(key.charAt(index)) ?? new Map<string, number>();
      counts.set(key.charAt(index), seen.set(syllable, (seen.get(syllable) ?? 0) + 1));
    }
    for (let index = 0; index + 2 <= key.length; index += 1) {
      const pair = key.slice(index, index + 2);
      if (!/^\p{Script=Han}{2}$/u.test(pair)) continue;
      const reading = `${read[index] ?? ''} ${read[index + 1] ?? ''}`;
      const known = readings.get(pair);
      readings.set(pair, known === undefined || known === reading ? reading : null);
    }
  }
  // A dictionary reads 了 alone as liao; speeches read it le.
  for (const [character, seen] of counts) {
    const [most] = [...seen].sort(([, a], [, b]) => b - a);
    if (most !== undefined && usual.has(character)) usual.set(character, most[0]);
  }
  const pairs: Record<string, string> = {};
  for (const [pair, reading] of [...readings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const plain = `${usual.get(pair.charAt(0)) ?? ''} ${usual.get(pair.charAt(1)) ?? ''}`;
    if (reading !== null && reading !== plain) pairs[pair] = reading;
  }
  const characters: Record<string, string> = {};
  for (const [character, syllable] of usual) characters[syllable] = (characters[syllable] ?? '') + character;
  return { characters, pairs };
}
