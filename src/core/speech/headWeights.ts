// Made by scripts/readers/learnHeads.ts; not edited by hand.

/** In the order of `placeFeatures`. */
export const placeWeights: readonly number[] = [
  0.92, // score
  0.36, // unlikely
  0.14, // opener
  0.44, // subject
  0.21, // verb
  0.85, // knownStart
  0.63, // echo
  -0.21, // quoteStart
  0.04, // digitStart
  0.02, // bracketStart
  -0.09, // locative
  -0.94, // shortRest
  -0.12, // briefRest
  0.11, // headNoun
  0.83, // ending
  -0.19, // knownEnd
  0.38, // closingQuote
  -0.04, // stub
  -0.81, // broken
  -0.11, // quoteOfPreposition
  -0.13, // preposition3
  0.02, // preposition5
  0.09, // preposition8
  0.25, // under6
  0.10, // under9
  -0.87, // over24
  -0.57, // over36
  0.18, // oneClause
  -0.26, // manyClauses
  -0.27, // lastUnder4
  -0.96, // lastUnder6
  -0.44, // lastOver16
  0.45, // balanced
];

/** In the order of `pairFeatures`. */
export const pairWeights: readonly number[] = [
  0.87, // clauses
  1.27, // lastLength
  0.73, // lastLengthNear
  1.19, // length
  1.55, // lengthNear
  0.69, // lengthAbout
  0.05, // start2
  0.30, // start1
  1.22, // frame1
  1.16, // frame2
  0.45, // frame3
  0.44, // end1
  0.07, // end2
  0.05, // quotes
];
