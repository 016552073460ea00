/** What a writer typed into the search box. */
export interface ParsedQuery {
  readonly words: readonly string[];
  /** Exact phrases, from straight or curly double quotes or corner brackets. */
  readonly phrases: readonly string[];
}

/** `科普 “两翼理论” 资源` → words 科普, 资源 and the phrase 两翼理论. An unclosed quote belongs to a word. */
export function parseQuery(query: string): ParsedQuery {
  const phrases: string[] = [];
  // A phrase may hold quotes itself: "增强“四个意识”"; so its own quotes stand at white space or at the query's ends.
  const rest = query.replace(/(?<=^|\s)["“”„‟＂「『](.+?)["“”„‟＂」』](?=\s|$)/g, (_, phrase: string) => {
    if (phrase.trim() !== '') phrases.push(phrase.trim());
    return ' ';
  });
  const words = rest
    .split(/[\s\u3000]+/)
    .map((word) => word.replace(/["“”„‟＂「」『』]/g, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return { words, phrases };
}
