import type { Head } from './head.ts';
import type { OrdinalFamily } from './ordinals.ts';
import { shapesOf } from './parallelHeads.ts';
import { signOf } from './signedLines.ts';
import type { Block } from './sourceText.ts';

/**
 * What a head looks like, as far as ranks go: heads of one rank mostly share it. 第一编, 第一章 and 第一节 are three; a head
 * without a number stands on a line of its own or opens its paragraph.
 */
export type LevelKey = OrdinalFamily | 'volume' | 'chapter' | 'clause' | 'plain' | 'runIn' | 'explicit';

/** A head as its level is told from it. */
export interface LevelHead {
  readonly key: LevelKey;
  /** 0 for a head without a number. */
  readonly number: number;
  readonly heading: string;
  /** What it shares with heads of its shape, see `shapesOf`; only heads without a number are asked. */
  readonly shape: string;
  /** The sign that sets it off as it does others, `■` or `【`; empty where none does. */
  readonly sign: string;
  /** It stands on a line of its own. */
  readonly alone: boolean;
  /** How much stands between it and the next head, in code units. */
  readonly body: number;
  /** The level that the format gave; `null` for a head told from its text. */
  readonly explicit: number | null;
}

/** What stands around a head. */
export type LevelPlace = Pick<LevelHead, 'heading' | 'alone' | 'body'>;

/** What stands around each of the heads of an article. */
export function placesOf(blocks: readonly Block[], heads: readonly Head[]): LevelPlace[] {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of blocks) {
    starts.push(length);
    length += text.length;
  }
  return heads.map(({ block, start, from, end, bodyStart }, index) => {
    const text = blocks[block]?.text ?? '';
    const next = heads[index + 1];
    const until = next === undefined ? length : (starts[next.block] ?? 0) + next.start;
    return { heading: text.slice(from, end), alone: start === 0 && bodyStart >= text.length, body: until - (starts[block] ?? 0) - bodyStart };
  });
}

export function levelHeadsOf(heads: readonly Head[], places: readonly LevelPlace[]): LevelHead[] {
  const known = heads.map((head, index) => ({ ...(places[index] ?? nowhere), key: keyOf(head), number: head.ordinal?.number ?? 0, shape: '', sign: '', explicit: head.level }));
  const bare = known.filter(({ key }) => isBare(key));
  const shapes = new Map(shapesOf(bare.map(({ heading }) => heading)).map((shape, index) => [bare[index], shape]));
  const signs = new Map(bare.map((head) => [head, signOf(head.heading)]));
  const shared = (sign: string): boolean => sign !== '' && bare.filter((head) => signs.get(head) === sign).length >= leastSigned;
  const knownSigns = new Set([...new Set(signs.values())].filter(shared));
  return known.map((head) => ({ ...head, shape: shapes.get(head) ?? '', sign: knownSigns.has(signs.get(head) ?? '') ? (signs.get(head) ?? '') : '' }));
}

const leastSigned = 3;

const nowhere: LevelPlace = { heading: '', alone: true, body: 0 };

function keyOf({ ordinal, level, inline }: Head): LevelKey {
  if (ordinal === null) return level === null ? (inline ? 'runIn' : 'plain') : 'explicit';
  if (ordinal.family !== 'part') return ordinal.family;
  return /^[上中下]/u.test(ordinal.text) ? 'volume' : ordinal.text.includes('章') ? 'chapter' : ordinal.text.includes('节') ? 'clause' : 'part';
}

export function isBare(key: LevelKey): boolean {
  return key === 'plain' || key === 'runIn' || key === 'explicit';
}

/** 首先，… 第二，… 第三， is one series. */
export function countsAlike(one: LevelKey, other: LevelKey): boolean {
  return one === other || (isSpoken(one) && isSpoken(other));
}

function isSpoken(key: LevelKey): boolean {
  return key === 'nth' || key === 'sequence';
}
