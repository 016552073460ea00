/**
 * What moves a completion up or down. A score is the sum of these; only differences matter. Each weight has a test that
 * shows what it moves (test/unit/formulations/weights.test.ts), and `npm run eval -- completion` shows what it is worth.
 */
export const weights = {
  /** For each key unit of the overlap, up to `typedCap`: the longest overlap says most. */
  typed: 1.5,
  typedCap: 8,
  /** The overlap starts where the formulation starts, not at an inner beginning. */
  fromStart: 2,
  /** The overlap starts where a clause of the draft starts, and not in the middle of a run of characters. */
  atBoundary: 0.8,
  /** Times the share (0–1) of the link: what stands before is followed by this one in set order. */
  chain: 28,
  /** A candidate that stands whole in our list, beside wording that was only found repeated. */
  curated: 7,
  /** What the writer put into the phrase book wins over ours, whatever the history says. */
  phrasebook: 30,
  /** Times log2(1 + sightings a year, recent years counting most). */
  frequency: 0.6,
  /** Of mined wording, times log2(1 + the documents it stands in). */
  documents: 1.2,
  /** Times how much more recent those documents are than the others, as log2: what this year's documents say. */
  lately: 1.3,
  /** Not seen in the last twelve months of evidence, though evidence covers it. */
  stale: -2.5,
  /** Its plan, year or campaign has passed, or has not begun. */
  outOfTime: -6,
  /** Times log2(1 + how often the writer took it, recent weeks counting most). */
  history: 2.5,
  /** Times the share (0–1) of the headings' character pairs that stand in it: the section's topic. */
  topic: 4,
  /** A short form or a wrong form was typed whole: that is what was meant. */
  wholeForm: 1.5,
  /** Times the share (0–1) of a form that is typed already. */
  progress: 1,
  /** For each separator that the writer typed and that would be changed: 、 typed means the wording with 、. */
  otherMark: -20,
  /** For each further clause that would come with it: of two that begin alike the shorter is the smaller step. */
  furtherClause: -0.1,
  /** Times log2 (±3) of how much more often than others it starts a paragraph, a sentence, a clause …, as here. */
  place: 0.9,
  /** Times log2 (0–5.7) of the share of its sightings in which the two characters before it are those that stand here. */
  collocation: 0.8,
  /** Times log2 of the characters it would save: of two as likely, the longer step. */
  gain: 1.5,
  /** Key units of the overlap from which on that counts less and less. */
  gainUntil: 4,
  /** Of ours, what is the beginning of a better one stands before it where no more than this is between them. */
  smallerStep: 5,
  /** Mined wording that goes on in one way in this share (0–1) of its documents or more … */
  swallowedFrom: 0.6,
  /** … stands below that longer wording. */
  swallowed: -2,
} as const;

export type Weights = { readonly [name in keyof typeof weights]: number };
