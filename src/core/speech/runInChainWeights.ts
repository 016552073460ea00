// Made by scripts/readers/learnRunInChains.ts; not edited by hand.

/** In the order of `nodeFeatures`, `edgeFeatures`, `openingFeatures` and `closingFeatures`. */
export const chainWeights = {
  node: [
    -0.40, // bias
    0.89, // upTo3
    0.95, // upTo6
    0.41, // upTo10
    0.10, // upTo16
    -0.78, // upTo22
    -0.94, // longer
    -0.05, // clauses1
    -0.48, // clauses2
    -0.65, // clauses3
    -0.10, // question
    -1.28, // exclamation
    -0.46, // colon
    0.60, // quoted
    -1.09, // opener
    -1.02, // pronoun
    -0.49, // counts
    -0.16, // endsLe
    -0.21, // le
    0.07, // de
    0.87, // yao
    -0.44, // startsYao
    -0.80, // shi
    -0.32, // says
    -0.15, // not
    1.02, // quotes
    -0.78, // headNoun
    0.43, // balanced
    -0.03, // verbStart
    -0.10, // pause
    -0.47, // bodyUnder30
    -0.45, // bodyOver80
    -0.19, // ratio
    -0.46, // echo
    0.19, // next
    -0.30, // beforeUnder8
    -0.04, // beforeUnder16
    -0.59, // behindUnder8
    -0.64, // behindUnder16
    -0.22, // behindOver30
    -0.24, // opensStretch
    -1.42, // long
    -1.42, // longer
  ],
  edge: [
    0.27, // clauses
    0.70, // lastLength
    0.57, // lastLengthNear
    0.76, // length
    0.21, // lengthNear
    0.47, // lengthAbout
    0.43, // start2
    0.42, // start1
    0.62, // frame1
    -0.44, // frame2
    0.05, // frame3
    0.21, // end1
    -0.30, // end2
    -0.28, // quotes
    0.42, // lastStart
    0.37, // skeleton
    0.44, // tailSame
    0.44, // tailNear
    1.00, // earlierClauses
    -0.30, // shared2
    -0.23, // shared3
    1.06, // begin1
    0.68, // begin2
    0.01, // begin3
    -0.61, // begin4
    0.60, // finish1
    0.09, // finish2
    0.36, // finish3
    0.27, // sameClauses
    0.63, // near
    0.69, // within3
    0.20, // sameMark
    0.29, // frame
    -0.15, // common
    -0.72, // muchCommon
    -0.38, // begin3Near
    0.21, // begin2Finish1
    -0.09, // begin1Balanced
    -0.26, // edge
    -0.45, // under60
    0.11, // under100
    0.39, // under200
    0.03, // under400
    -0.19, // under800
    0.03, // skips0
    0.21, // skips2
    -0.62, // skips5
    -0.73, // skips9
    -1.34, // skipsMore
    0.20, // under140
  ],
  opening: [
    -0.67, // opening
    -0.00, // under60
    0.14, // under200
    -0.14, // under450
    -0.17, // firstThird
    -0.57, // firstTwoThirds
  ],
  closing: [
    -0.86, // under40
    -0.18, // under90
    -0.36, // under200
    -0.14, // under400
    -0.39, // under800
    -0.27, // lastHalf
    -0.02, // lastThird
  ],
} as const;
