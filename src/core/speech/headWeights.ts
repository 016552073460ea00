// Made by scripts/readers/learnHeads.ts; not edited by hand.

/** In the order of `placeFeatures`. */
export const placeWeights: readonly number[] = [
  0.65, // score
  0.41, // unlikely
  -0.03, // left
  -0.64, // right
  -0.61, // inside2
  -0.08, // inside3
  -0.19, // inside4
  -1.95, // cutsWord
  -0.23, // wordsMeet
  -0.02, // wordEnds
  0.36, // wordStarts
  0.05, // opener
  0.35, // subject
  0.13, // verb
  0.51, // knownStart
  0.08, // echo
  -0.10, // quoteStart
  0.08, // digitStart
  0.07, // bracketStart
  -0.22, // locative
  -0.27, // shortRest
  -0.44, // briefRest
  -0.21, // headNoun
  0.65, // ending
  -0.34, // knownEnd
  -0.00, // closingQuote
  -0.03, // stub
  -1.07, // broken
  -0.03, // quoteOfPreposition
  -0.15, // preposition3
  0.05, // preposition5
  -0.37, // preposition8
  0.25, // under6
  0.20, // under9
  -0.41, // over24
  -0.45, // over36
  -0.10, // oneClause
  -0.10, // manyClauses
  -0.23, // lastUnder4
  -0.48, // lastUnder6
  -0.51, // lastOver16
  0.16, // balanced
  0.20, // tail1
  -0.27, // tail2
  -0.18, // tail3
  -0.21, // tail4
  -0.14, // tail6
  -0.33, // tailOver8
];

/** In the order of `netFeatures`. */
export const netWeights: readonly number[] = [
  0.45, // net
  0.05, // netUnlikely
];

/** In the order of `pairFeatures`. */
export const pairWeights: readonly number[] = [
  0.91, // clauses
  0.96, // lastLength
  0.34, // lastLengthNear
  1.00, // length
  1.09, // lengthNear
  0.24, // lengthAbout
  0.09, // start2
  0.24, // start1
  0.97, // frame1
  0.83, // frame2
  0.16, // frame3
  0.20, // end1
  0.28, // end2
  0.02, // quotes
  0.24, // lastStart
  0.33, // skeleton
  0.47, // tailSame
  0.13, // tailNear
  0.29, // earlierClauses
  0.39, // shared2
  0.32, // shared3
];
