// Made by scripts/readers/learnHeads.ts; not edited by hand.

/** In the order of `placeFeatures`. */
export const placeWeights: readonly number[] = [
  0.39, // score
  0.37, // unlikely
  -0.01, // left
  -0.40, // right
  0.06, // inside2
  0.11, // inside3
  0.34, // inside4
  -1.74, // cutsWord
  -0.18, // wordsMeet
  0.11, // wordEnds
  0.20, // wordStarts
  -0.13, // opener
  0.16, // subject
  -0.07, // verb
  0.41, // knownStart
  0.64, // echo
  -0.08, // quoteStart
  0.27, // digitStart
  0.08, // bracketStart
  0.18, // locative
  -0.18, // shortRest
  -0.26, // briefRest
  -0.24, // headNoun
  0.21, // ending
  -0.30, // knownEnd
  0.03, // closingQuote
  -0.08, // stub
  -0.68, // broken
  -0.02, // quoteOfPreposition
  -0.07, // preposition3
  -0.08, // preposition5
  -0.07, // preposition8
  0.20, // single
  0.14, // under4
  -0.06, // under6
  -0.04, // under9
  -0.34, // over24
  -0.27, // over36
  0.05, // oneClause
  -0.16, // manyClauses
  -0.00, // lastUnder4
  -0.28, // lastUnder6
  -0.08, // lastOver16
  0.12, // balanced
  0.00, // tail1
  -0.12, // tail2
  -0.22, // tail3
  -0.08, // tail4
  0.09, // tail6
  -0.33, // tailOver8
];

/** In the order of `netFeatures`. */
export const netWeights: readonly number[] = [
  0.53, // net
  0.16, // netUnlikely
];

/** In the order of `pairFeatures`. */
export const pairWeights: readonly number[] = [
  0.79, // clauses
  1.11, // lastLength
  0.62, // lastLengthNear
  1.23, // length
  0.65, // lengthNear
  0.41, // lengthAbout
  0.08, // start2
  0.20, // start1
  1.03, // frame1
  0.69, // frame2
  0.18, // frame3
  0.27, // end1
  0.22, // end2
  0.04, // quotes
  0.20, // lastStart
  0.29, // skeleton
  0.33, // tailSame
  0.07, // tailNear
  0.16, // earlierClauses
  0.23, // shared2
  0.40, // shared3
];
