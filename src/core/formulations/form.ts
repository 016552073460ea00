import type { MatchKey } from './matchKey.ts';

/** One way to type an entry: its text, a short form of it, or a wrong form that is put right. */
export interface Form {
  readonly entry: number;
  readonly kind: 'text' | 'alias' | 'wrong';
  readonly keyed: MatchKey;
}
