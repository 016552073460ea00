import type { Skeleton } from '../contracts.ts';
import { headsOf } from './readSkeletons.ts';

/** A head as it is being typed: `## 一、思想引|` has level 2, ordinal 一、 and text 思想引. */
export interface TypedHead {
  readonly level: number;
  readonly ordinal: string;
  readonly text: string;
}

const ordinalPattern = /^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[，,、]|[0-9]+[.．、])?\s*(.*)$/u;

/** Reads the line up to the cursor; `null` where it is no Markdown head. */
export function readHead(before: string): TypedHead | null {
  const head = /^ {0,3}(#{1,6})\s+(.*)$/u.exec(before);
  if (head === null) return null;
  const parts = ordinalPattern.exec(head[2] ?? '');
  return { level: (head[1] ?? '').length, ordinal: parts?.[1] ?? '', text: (parts?.[2] ?? '').trim() };
}

/** A skeleton that fits a head that is being typed, with its own heads moved to that head's level. */
export interface HeadingSkeleton {
  readonly skeleton: Skeleton;
  /** A snippet that takes the place of the whole line up to the cursor. */
  readonly body: string;
}

/** Fewest characters of a head that ask for a skeleton. */
const fewest = 2;

/**
 * Section skeletons whose prefix, name or one of whose heads begins with what is typed of a head.
 *
 *     ## 一、思想引|   → the three heads of 思想引领、价值引领、方向引领
 */
export function headingSkeletons(skeletons: readonly Skeleton[], head: TypedHead): HeadingSkeleton[] {
  if (head.text.length < fewest) return [];
  const found: HeadingSkeleton[] = [];
  for (const skeleton of skeletons) {
    if (skeleton.wholeSpeech || !/^#/mu.test(skeleton.body)) continue;
    const ways = [...skeleton.prefix, ...skeleton.name.split(/[、，]/u), ...headsOf(skeleton).map(withoutOrdinal)];
    if (ways.some((way) => way.startsWith(head.text))) found.push({ skeleton, body: atLevel(skeleton.body, head.level) });
  }
  return found;
}

function withoutOrdinal(head: string): string {
  return ordinalPattern.exec(head)?.[2] ?? head;
}

/** Moves all heads of a body so that its first one has the level. */
export function atLevel(body: string, level: number): string {
  const first = /^#+/mu.exec(body)?.[0].length ?? level;
  return body.replace(/^#+/gmu, (marks) => '#'.repeat(Math.min(6, Math.max(1, marks.length + level - first))));
}
