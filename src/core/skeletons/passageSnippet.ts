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
 * Hints of facts that are the same all through a passage: the writer's own city, school, company. Three 〔海外城市〕 or
 * two 〔人数〕 are as many different facts.
 */
const ownName = /^〔(?:[省市县区校院]|区县|园区|学校|集团|公司|学会|单位)(?:名|名称|简称)〕$/;

/**
 * Facts that overlap an earlier one are passed over. The writer's own city or school gets one tab stop, typed once for
 * all its places; any other fact is another one each time.
 */
export function passageSnippet(text: string, facts: readonly OpenFact[]): string {
  const stops = new Map<string, number>();
  let snippet = '';
  let at = 0;
  let last = 0;
  for (const { start, end } of [...facts].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue;
    const words = text.slice(start, end);
    const named = ownName.test(words);
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
