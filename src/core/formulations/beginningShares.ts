/** Fewest and most characters of a beginning that are told apart: a list opens after three, and six say all there is to say. */
export const beginningLengths = [3, 6] as const;

/**
 * How often the beginning of an expression goes on as the expression. 习近平 begins a hundred things and 习近平经济思 one:
 * whoever has typed the first characters wants the expression in that share of all cases.
 */
export class BeginningShares {
  private readonly beginnings = new Map<string, number>();
  private readonly sightings = new Map<string, number>();
  /** Expressions by their first characters. */
  private readonly begun = new Map<string, string[]>();

  constructor(texts: Iterable<string>) {
    const [shortest, longest] = beginningLengths;
    for (const text of texts) {
      if (text.length < shortest) continue;
      this.sightings.set(text, 0);
      const start = text.slice(0, shortest);
      const group = this.begun.get(start);
      if (group === undefined) this.begun.set(start, [text]);
      else group.push(text);
      for (let length = shortest; length <= Math.min(longest, text.length); length += 1) this.beginnings.set(text.slice(0, length), 0);
    }
  }

  count(sentence: string): void {
    const [shortest, longest] = beginningLengths;
    for (let start = 0; start + shortest <= sentence.length; start += 1) {
      const group = this.begun.get(sentence.slice(start, start + shortest));
      if (group === undefined) continue;
      for (let length = shortest; length <= longest; length += 1) {
        const beginning = sentence.slice(start, start + length);
        const count = this.beginnings.get(beginning);
        if (count === undefined || beginning.length < length) break;
        this.beginnings.set(beginning, count + 1);
      }
      for (const text of group) if (sentence.startsWith(text, start)) this.sightings.set(text, (this.sightings.get(text) ?? 0) + 1);
    }
  }

  /** Shares (0–1) for beginnings of three to six characters, as far as the expression is longer. */
  sharesOf(text: string): number[] {
    const [shortest, longest] = beginningLengths;
    const seen = this.sightings.get(text) ?? 0;
    const shares: number[] = [];
    for (let length = shortest; length <= Math.min(longest, text.length - 1); length += 1) {
      shares.push(Math.round((seen / Math.max(1, this.beginnings.get(text.slice(0, length)) ?? 0)) * 100) / 100);
    }
    return shares;
  }
}
