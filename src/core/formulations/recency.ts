/** Days after which a document counts half. */
const halfLife = 120;

/**
 * How recent the documents of a library are, seen from the newest of them. Wording of this year's documents is likelier to
 * be wanted than wording of as many documents of three years ago; a document without a date counts as much as the others
 * do on average, so that it speaks neither for its wording nor against it.
 */
export class Recency {
  private readonly documentsByDay = new Map<number, number>();
  private lastDocument = -1;
  private newest = -Infinity;
  private average = 1;

  /** Takes in a document's day (days since 1970), once for each document; documents come one after another. */
  note(document: number, day: number | null): void {
    if (document === this.lastDocument) return;
    this.lastDocument = document;
    if (day === null) return;
    this.newest = Math.max(this.newest, day);
    this.documentsByDay.set(day, (this.documentsByDay.get(day) ?? 0) + 1);
  }

  /** To be called when all documents are known. */
  close(): void {
    let documents = 0;
    let weights = 0;
    for (const [day, count] of this.documentsByDay) {
      documents += count;
      weights += count * this.decayed(day);
    }
    this.average = documents === 0 ? 1 : weights / documents;
  }

  /** What a document of a day counts for, beside 1 for the average one. */
  weightOf(day: number | null): number {
    return day === null ? 1 : this.decayed(day) / this.average;
  }

  private decayed(day: number): number {
    return 0.5 ** ((this.newest - day) / halfLife);
  }
}

/**
 * How much more recent the documents of an expression are than the others, as log2 of the sum of their weights beside
 * their number; within ±3, 0 where nothing is known. Three documents that are recent by chance say little.
 */
export function lateness(weights: number, documents: number): number {
  const unseen = 2;
  return Math.round(Math.max(-3, Math.min(3, Math.log2((weights + unseen) / (documents + unseen)))) * 100) / 100;
}
