/**
 * What moves a completion up or down. A score is the sum of these; only differences matter. Each weight has a test that
 * shows what it moves (test/unit/formulations/weights.test.ts), and `npm run eval -- completion` shows what it is worth.
 */
export const weights = {
  /** For each key unit of the overlap, up to `typedCap`: the longest overlap says most. */
  typed: 1.5,
  typedCap: 8,
  /** The overlap starts where the formulation starts, not at an inner beginning. */
  fromStart: 1,
  /** The overlap starts where a clause of the draft starts, and not in the middle of a run of characters. */
  atBoundary: 0.8,
  /** Times the share (0–1) of the link: what stands before is followed by this one in set order. */
  chain: 18,
  /** A candidate that stands whole in our list, beside wording that was only found repeated. */
  curated: 3.5,
  /** What the writer put into the phrase book wins over ours, whatever the history says. */
  phrasebook: 15,
  /** Times log2(1 + sightings a year, recent years counting most), or of documents for mined wording. */
  frequency: 0.3,
  /** Not seen in the last twelve months of evidence, though evidence covers it. */
  stale: -1.5,
  /** Its plan, year or campaign has passed, or has not begun. */
  outOfTime: -3,
  /** Times log2(1 + how often the writer took it, recent weeks counting most). */
  history: 1.5,
  /** Times the share (0–1) of the headings' character pairs that stand in it: the section's topic. */
  topic: 2.5,
  /** A short form or a wrong form was typed whole: that is what was meant. */
  wholeForm: 1.5,
  /** Times the share (0–1) of a form that is typed already. */
  progress: 1,
  /** For each separator that the writer typed and that would be changed: 、 typed means the wording with 、. */
  otherMark: -10,
  /** For each further clause that would come with it: of two that begin alike the shorter is the smaller step. */
  furtherClause: -0.1,
  /** Times log2 (±3) of how much more often than others it starts a paragraph, a sentence, a clause …, as here. */
  place: 0.5,
  /** Times the share (0–1) of its sightings in which the two characters before it are those that stand here. */
  collocation: 3,
  /** Times log2 of the characters it would save: of two as likely, the longer step. */
  gain: 0.4,
  /** Of ours, what is the beginning of a better one stands before it where no more than this is between them. */
  smallerStep: 2,
  /** Mined wording that goes on in one way in this share (0–1) of its documents or more … */
  swallowedFrom: 0.7,
  /** … stands below that longer wording. */
  swallowed: -1,
} as const;

export type Weights = { readonly [name in keyof typeof weights]: number };
