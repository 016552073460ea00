// Made by scripts/readers/learnHeads.ts; not edited by hand.

/** In the order of `placeFeatures`. */
export const placeWeights: readonly number[] = [
  1.10, // score
  0.31, // unlikely
  0.08, // left
  -0.51, // right
  0.40, // opener
  0.48, // subject
  0.18, // verb
  0.83, // knownStart
  0.39, // echo
  -0.23, // quoteStart
  0.20, // digitStart
  -0.15, // bracketStart
  -0.25, // locative
  -0.65, // shortRest
  -0.41, // briefRest
  -0.15, // headNoun
  0.72, // ending
  -0.16, // knownEnd
  0.27, // closingQuote
  0.00, // stub
  -0.94, // broken
  -0.05, // quoteOfPreposition
  -0.13, // preposition3
  -0.16, // preposition5
  -0.41, // preposition8
  0.35, // under6
  0.21, // under9
  -0.71, // over24
  -0.62, // over36
  -0.06, // oneClause
  -0.03, // manyClauses
  -0.15, // lastUnder4
  -0.60, // lastUnder6
  -0.54, // lastOver16
  0.38, // balanced
  0.09, // tail1
  -0.12, // tail2
  -0.41, // tail3
  -0.34, // tail4
  -0.16, // tail6
  -0.33, // tailOver8
];

/** In the order of `pairFeatures`. */
export const pairWeights: readonly number[] = [
  0.88, // clauses
  0.99, // lastLength
  0.34, // lastLengthNear
  1.21, // length
  1.37, // lengthNear
  0.45, // lengthAbout
  0.04, // start2
  0.20, // start1
  1.09, // frame1
  1.15, // frame2
  0.29, // frame3
  0.12, // end1
  0.12, // end2
  -0.02, // quotes
  0.20, // lastStart
  0.26, // skeleton
  0.66, // tailSame
  0.07, // tailNear
  0.31, // earlierClauses
  0.45, // shared2
  0.49, // shared3
];
