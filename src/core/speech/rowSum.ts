/** Rows that are added together: the sums are read and written once for so many. */
const rowsAtOnce = 4;

/**
 * Adds rows of a matrix, each times a value, to sums: what nearly all the time of the networks goes into. Values of 0, about half of
 * them, are left out. A row has an even number of columns.
 */
export class RowSum {
  private readonly values: Float64Array;
  private readonly starts: Int32Array;
  private readonly columns: number;
  private noted = 0;

  /** As many values may be noted; the matrix has so many columns. */
  constructor(most: number, columns: number) {
    this.columns = columns;
    this.values = new Float64Array(most + rowsAtOnce - 1);
    this.starts = new Int32Array(most + rowsAtOnce - 1);
  }

  clear(): void {
    this.noted = 0;
  }

  /** Notes `count` values of a list from `from` on: the first stands for the row `row` of the matrix, the next for the next. */
  note(list: ArrayLike<number>, from: number, row: number, count: number): void {
    const { values, starts, columns } = this;
    let { noted } = this;
    for (let index = 0; index < count; index += 1) {
      const value = list[from + index] as number;
      if (value === 0) continue;
      values[noted] = value;
      starts[noted] = (row + index) * columns;
      noted += 1;
    }
    this.noted = noted;
  }

  /** Adds what was noted to the sums, one for each column. */
  addTo(sums: Float64Array, matrix: Float64Array): void {
    const { values, starts, columns, noted } = this;
    values.fill(0, noted, noted + rowsAtOnce - 1);
    starts.fill(0, noted, noted + rowsAtOnce - 1);
    for (let at = 0; at < noted; at += rowsAtOnce) {
      const a = values[at] as number;
      const b = values[at + 1] as number;
      const c = values[at + 2] as number;
      const d = values[at + 3] as number;
      const inA = starts[at] as number;
      const inB = starts[at + 1] as number;
      const inC = starts[at + 2] as number;
      const inD = starts[at + 3] as number;
      for (let column = 0; column < columns; column += 2) {
        const next = column + 1;
        sums[column] = (sums[column] as number) + a * (matrix[inA + column] as number) + b * (matrix[inB + column] as number) + c * (matrix[inC + column] as number) + d * (matrix[inD + column] as number);
        sums[next] = (sums[next] as number) + a * (matrix[inA + next] as number) + b * (matrix[inB + next] as number) + c * (matrix[inC + next] as number) + d * (matrix[inD + next] as number);
      }
    }
  }
}
