import { readOrdinal } from '../speech/ordinals.ts';

const ended = /[。！？：；…][”’）》〕"]*\s*$/u;
const opensBlock = /^\s*(?:#|[-*+>|]|\d+[.)]\s|[“\u3000])/u;

/**
 * Whether a line was broken within its paragraph, as pages and mails do it: nothing ends there and the next line goes on
 * at once. Heads and lists are lines of their own.
 */
export function isBrokenLine(line: string, next: string | undefined): boolean {
  const here = line.trimStart();
  const there = next?.trimStart() ?? '';
  if (here === '' || there === '' || ended.test(line) || /^#/u.test(here)) return false;
  return !opensBlock.test(next ?? '') && readOrdinal(here, 0) === null && readOrdinal(there, 0) === null;
}
