import type { MinedExpression } from './engine.ts';

/** Expressions of a slice: read in a small part of a millisecond. */
const sliceSize = 20;

/**
 * Repeated expressions as they travel between processes. Twenty thousand objects in one message hold up whoever receives
 * it for 36 ms; as bytes they arrive in less than one, and are read a slice at a time.
 */
export function expressionSlices(expressions: readonly MinedExpression[]): Uint8Array[] {
  const encoder = new TextEncoder();
  const slices: Uint8Array[] = [];
  for (let from = 0; from < expressions.length; from += sliceSize) {
    slices.push(encoder.encode(JSON.stringify(expressions.slice(from, from + sliceSize))));
  }
  return slices;
}

export function readExpressions(slice: Uint8Array): readonly MinedExpression[] {
  return JSON.parse(new TextDecoder().decode(slice)) as readonly MinedExpression[];
}
