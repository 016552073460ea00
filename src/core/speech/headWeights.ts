// Made by scripts/readers/learnHeads.ts; not edited by hand.

/** In the order of `placeFeatures`. */
export const placeWeights: readonly number[] = [
  1.05, // score
  0.29, // unlikely
  0.07, // left
  -0.49, // right
  -0.99, // inside2
  -0.06, // inside3
  -0.13, // inside4
  -0.14, // wordsMeet
  0.24, // wordEnds
  0.63, // wordStarts
  0.41, // opener
  0.44, // subject
  0.11, // verb
  0.60, // knownStart
  0.33, // echo
  -0.26, // quoteStart
  0.21, // digitStart
  -0.07, // bracketStart
  -0.14, // locative
  -0.64, // shortRest
  -0.43, // briefRest
  -0.12, // headNoun
  0.68, // ending
  -0.30, // knownEnd
  0.22, // closingQuote
  -0.02, // stub
  -0.85, // broken
  -0.05, // quoteOfPreposition
  -0.12, // preposition3
  -0.19, // preposition5
  -0.39, // preposition8
  0.34, // under6
  0.16, // under9
  -0.73, // over24
  -0.64, // over36
  -0.03, // oneClause
  -0.02, // manyClauses
  -0.17, // lastUnder4
  -0.66, // lastUnder6
  -0.53, // lastOver16
  0.37, // balanced
  0.19, // tail1
  -0.18, // tail2
  -0.41, // tail3
  -0.40, // tail4
  -0.21, // tail6
  -0.35, // tailOver8
];

/** In the order of `pairFeatures`. */
export const pairWeights: readonly number[] = [
  0.90, // clauses
  0.94, // lastLength
  0.35, // lastLengthNear
  1.20, // length
  1.30, // lengthNear
  0.43, // lengthAbout
  0.05, // start2
  0.21, // start1
  1.07, // frame1
  1.06, // frame2
  0.29, // frame3
  0.13, // end1
  0.14, // end2
  -0.04, // quotes
  0.21, // lastStart
  0.24, // skeleton
  0.56, // tailSame
  0.15, // tailNear
  0.32, // earlierClauses
  0.48, // shared2
  0.47, // shared3
];
