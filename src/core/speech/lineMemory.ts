/** A power of two of lines is remembered at most. */
const placeBits = 11;

/**
 * Remembers what is told of lines: a page's lines are asked for by one rule after the other, and what tells them looks at
 * every character. A line has one place, by its length and a few of its characters, and drives out what stood there: most
 * lines of a text are asked for once or twice, and a `Map` would hash and keep them all.
 */
export function rememberLines<T>(tell: (line: string) => T): (line: string) => T {
  const lines: (string | null)[] = Array.from({ length: 1 << placeBits }, () => null);
  const told: (T | undefined)[] = Array.from({ length: 1 << placeBits }, () => undefined);
  return (line) => {
    const place = placeOf(line);
    if (lines[place] === line) return told[place] as T;
    const fresh = tell(line);
    lines[place] = line;
    told[place] = fresh;
    return fresh;
  };
}

function placeOf(line: string): number {
  const { length } = line;
  let mixed = mix(length, line.charCodeAt(0));
  mixed = mix(mixed, line.charCodeAt(1));
  mixed = mix(mixed, line.charCodeAt(length >> 1));
  mixed = mix(mixed, line.charCodeAt(length - 2));
  return mix(mixed, line.charCodeAt(length - 1)) >>> (32 - placeBits);
}

/** Of a short line a character may not be there; what is no number counts as 0. */
function mix(mixed: number, unit: number): number {
  return Math.imul(mixed ^ unit, 0x9e3779b1);
}
