/** What would go in where, if the writer took it. Offsets are code units of the draft. */
export interface Offer {
  readonly start: number;
  readonly insert: string;
  readonly text: string;
  readonly reason: string;
}

/** One replaced stretch of a draft. */
export interface Change {
  readonly rangeOffset: number;
  readonly text: string;
}

/** Where an offer stood: two of them can stand at one place at a time. */
export type OfferedIn = 'list' | 'ghost text';

/** Milliseconds within which the change and the command of one acceptance arrive, on a busy machine as well. */
const together = 5_000;

/**
 * Knows when the writer takes what was offered. VS Code runs a row's command after putting its text in, but now and then it
 * does not; so an acceptance is also known by the change itself: exactly the offered text, exactly from where it would
 * start. Whichever of the two comes first counts, and only once.
 */
export class Acceptance {
  private readonly offered = new Map<OfferedIn, { readonly draft: string; readonly offers: readonly Offer[] }>();
  private readonly onTaken: (text: string, reason: string) => void;
  private last: { readonly text: string; readonly by: 'change' | 'command'; readonly at: number } | null = null;

  constructor(onTaken: (text: string, reason: string) => void) {
    this.onTaken = onTaken;
  }

  /** `draft` tells one document from another. */
  offer(place: OfferedIn, draft: string, offers: readonly Offer[]): void {
    this.offered.set(place, { draft, offers });
  }

  /** Whether what changed in a draft is an acceptance. Not to be asked about undoing and redoing. */
  seen(draft: string, changes: readonly Change[]): boolean {
    for (const [place, { draft: asked, offers }] of this.offered) {
      if (asked !== draft) continue;
      const taken = offers.find(({ start, insert }) => changes.some(({ rangeOffset, text }) => text === insert && rangeOffset === start));
      if (taken === undefined) continue;
      this.offered.delete(place);
      this.count('change', taken.text, taken.reason);
      return true;
    }
    return false;
  }

  /** The command of what was taken ran. */
  told(text: string, reason: string): void {
    this.count('command', text, reason);
  }

  private count(by: 'change' | 'command', text: string, reason: string): void {
    const now = Date.now();
    const counted = this.last !== null && this.last.text === text && this.last.by !== by && now - this.last.at < together;
    this.last = counted ? null : { text, by, at: now };
    if (!counted) this.onTaken(text, reason);
  }
}
