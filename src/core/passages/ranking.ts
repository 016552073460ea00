/** The weights of the first stage. They are part of the stored format: lists carry the greatest impact they hold. */
export const bm25 = {
  /** Saturation of repeated terms; low, because a paragraph rarely repeats a word without need. */
  k1: 0.9,
  /** How much a long paragraph is held back. */
  b: 0.35,
  /** Number of terms of a usual paragraph. Fixed, so that impacts do not depend on what else is in the library. */
  pivot: 60,
} as const;

/** Paragraph lengths are kept in one byte: exact up to 127 terms, in steps of eight above. */
export function lengthCode(terms: number): number {
  return terms < 128 ? terms : Math.min(255, 128 + ((terms - 128) >> 3));
}

export function lengthOfCode(code: number): number {
  return code < 128 ? code : 128 + ((code - 128) << 3) + 4;
}

export const maximumFrequency = 15;

/** Impact of a term by frequency (1–15) and length code: `impacts[(frequency << 8) | code]`. */
export const impacts: Float32Array = new Float32Array((maximumFrequency + 1) << 8);
for (let frequency = 1; frequency <= maximumFrequency; frequency += 1) {
  for (let code = 0; code < 256; code += 1) {
    const norm = bm25.k1 * (1 - bm25.b + (bm25.b * lengthOfCode(code)) / bm25.pivot);
    impacts[(frequency << 8) | code] = (frequency * (bm25.k1 + 1)) / (frequency + norm);
  }
}

/** How many times as much a term counts for its frequency as it would if it stood there once; laid out as `impacts`. */
export const gains: Float32Array = impacts.map((impact, place) => (place < 256 ? 0 : impact / (impacts[256 | (place & 255)] as number)));

/** The greatest gain, and the greatest impact of a term that stands once. */
export const greatestGain = gains.reduce((most, gain) => Math.max(most, gain), 0);
export const greatestSingle = impacts.subarray(256, 512).reduce((most, impact) => Math.max(most, impact), 0);

/** No impact is greater: a list's greatest impact is stored as a 255th of it, rounded up. */
export const greatestImpact = bm25.k1 + 1;

export function inverseFrequency(documents: number, paragraphs: number): number {
  return Math.log(1 + (paragraphs - documents + 0.5) / (documents + 0.5));
}
