/** As many lines are remembered at most. */
const most = 4000;

/**
 * Remembers what is told of lines: a page's lines are asked for by one rule after the other, and what tells them looks at
 * every character.
 */
export function rememberLines<T extends number | boolean>(tell: (line: string) => T): (line: string) => T {
  const known = new Map<string, T>();
  return (line) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const told = tell(line);
    if (known.size >= most) known.clear();
    known.set(line, told);
    return told;
  };
}
