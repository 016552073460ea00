/**
 * A found passage as snippet text: open facts become tab stops, everything else stands as it is.
 *
 * `到〔年份〕年，XX市新增*家` → `到${1:〔年份〕}年，${2:XX市}新增${3:*}家$0`
 */

/** Any span that a writer has to fill in; offsets in UTF-16 code units of `text`. */
export interface OpenFact {
  readonly start: number;
  readonly end: number;
}

/** Snippet syntax gives `$`, `}` and `\` a meaning; a passage's own are literal. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * Facts that overlap an earlier one are passed over. The same words get the same tab stop, so that a city's name is
 * typed once; a mere `**` or `XX` stands for another fact each time.
 */
export function passageSnippet(text: string, facts: readonly OpenFact[]): string {
  const stops = new Map<string, number>();
  let snippet = '';
  let at = 0;
  let last = 0;
  for (const { start, end } of [...facts].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue;
    const words = text.slice(start, end);
    const named = /^〔.+〕$/.test(words);
    const known = named ? stops.get(words) : undefined;
    snippet += escapeSnippet(text.slice(at, start));
    if (known === undefined) {
      last += 1;
      if (named) stops.set(words, last);
      snippet += `\${${last}:${escapeSnippet(words)}}`;
    } else {
      snippet += `$${known}`;
      // `$1` followed by a digit of the passage would read as another stop.
      if (/^\d/.test(text.slice(end))) snippet = `${snippet.slice(0, -`$${known}`.length)}\${${known}}`;
    }
    at = end;
  }
  return `${snippet}${escapeSnippet(text.slice(at))}$0`;
}
