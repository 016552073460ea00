/** The digits of base 64, in which tables are packed. */
export const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Packs the weights that are not 0: the gap to the bucket before in base 32, last digit raised by 32, then the weight. */
export function packTable(weights: Int8Array): string {
  let packed = '';
  let last = -1;
  weights.forEach((weight, bucket) => {
    if (weight === 0) return;
    let gap = bucket - last - 1;
    last = bucket;
    let written = digits.charAt((gap % 32) + 32);
    for (gap = Math.floor(gap / 32); gap > 0; gap = Math.floor(gap / 32)) written = digits.charAt(gap % 32) + written;
    packed += written + digits.charAt(weight + 31);
  });
  return packed;
}

/** `buckets` is the length of the table that was packed. Weights lie between −31 and 31. */
export function unpackTable(packed: string, buckets: number): Int8Array {
  const values = new Map([...digits].map((digit, value) => [digit, value]));
  const weights = new Int8Array(buckets);
  let bucket = -1;
  let gap = 0;
  for (let at = 0; at < packed.length; at += 1) {
    const value = values.get(packed.charAt(at)) ?? 0;
    gap = gap * 32 + (value % 32);
    if (value < 32) continue;
    bucket += gap + 1;
    gap = 0;
    at += 1;
    weights[bucket] = (values.get(packed.charAt(at)) ?? 31) - 31;
  }
  return weights;
}
