/** A matrix of terms and contexts, most of it 0: the values of a row and their columns. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Where each row starts in `values`, and at last where the last one ends. */
  readonly starts: Int32Array;
  readonly columnOf: Int32Array;
  readonly values: Float32Array;
}

/** Frequent contexts are made a little rarer than they are, or rare ones would be associated with everything (ibid.). */
const smoothing = 0.75;

/** Positive pointwise mutual information of terms with the commonest terms near them. Terms are numbered by frequency. */
export function associations(
  paragraphs: readonly Int32Array[],
  { terms: rows, contexts, window }: { readonly terms: number; readonly contexts: number; readonly window: number },
): SparseMatrix {
  const columns = Math.min(contexts, rows);
  const together = new Float32Array(rows * columns);
  const count = (term: number, context: number): void => {
    if (context < columns) together[term * columns + context] = (together[term * columns + context] as number) + 1;
  };
  for (const terms of paragraphs) {
    for (let place = 0; place < terms.length; place += 1) {
      const end = Math.min(terms.length, place + window + 1);
      for (let other = place + 1; other < end; other += 1) {
        count(terms[place] as number, terms[other] as number);
        count(terms[other] as number, terms[place] as number);
      }
    }
  }
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const value = together[row * columns + column] as number;
      rowSums[row] = (rowSums[row] as number) + value;
      columnSums[column] = (columnSums[column] as number) + value;
    }
  }
  const smoothed = columnSums.map((sum) => sum ** smoothing);
  const total = smoothed.reduce((sum, value) => sum + value, 0);
  let filled = 0;
  const starts = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const value = together[row * columns + column] as number;
      if (value === 0) continue;
      const information = Math.log((value * total) / ((rowSums[row] as number) * (smoothed[column] as number)));
      together[row * columns + column] = Math.max(0, information);
      if (information > 0) filled += 1;
    }
    starts[row + 1] = filled;
  }
  const columnOf = new Int32Array(filled);
  const values = new Float32Array(filled);
  let next = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const value = together[row * columns + column] as number;
      if (value === 0) continue;
      columnOf[next] = column;
      values[next] = value;
      next += 1;
    }
  }
  return { rows, columns, starts, columnOf, values };
}
