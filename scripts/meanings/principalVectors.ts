import type { SparseMatrix } from './associations.ts';

/** Directions that are sought beside those that are wanted; they make the last ones right. */
const spare = 12;
const rounds = 5;

/**
 * Each row of a matrix in its `dims` main directions, every direction weighing the same: the left singular vectors, by
 * subspace iteration (Halko, Martinsson and Tropp 2011).
 */
export function principalVectors(matrix: SparseMatrix, dims: number): Float32Array {
  const width = Math.min(dims + spare, matrix.columns);
  const right = startingDirections(matrix.columns * width);
  const left = new Float32Array(matrix.rows * width);
  makeOrthonormal(right, width);
  for (let round = 0; round < rounds; round += 1) {
    multiply(matrix, { from: right, into: left, width, turned: false });
    makeOrthonormal(left, width);
    multiply(matrix, { from: left, into: right, width, turned: true });
    makeOrthonormal(right, width);
  }
  multiply(matrix, { from: right, into: left, width, turned: false });
  const { values, vectors } = eigenvectors(products(left, width), width);
  const best = [...values.keys()].sort((one, other) => (values[other] as number) - (values[one] as number)).slice(0, dims);
  const result = new Float32Array(matrix.rows * dims);
  for (let row = 0; row < matrix.rows; row += 1) {
    best.forEach((direction, index) => {
      let sum = 0;
      for (let each = 0; each < width; each += 1) sum += (left[row * width + each] as number) * (vectors[each * width + direction] as number);
      result[row * dims + index] = sum / Math.sqrt(values[direction] as number);
    });
  }
  return result;
}

/** Any directions will do that are not at right angles to the wanted ones; the same each time. */
function startingDirections(length: number): Float32Array {
  let state = 12345;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Float32Array.from({ length }, () => next() + next() + next());
}

/** The matrix, or the matrix turned, times the `width` columns of `from`. */
function multiply(matrix: SparseMatrix, { from, into, width, turned }: { from: Float32Array; into: Float32Array; width: number; turned: boolean }): void {
  into.fill(0);
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let entry = matrix.starts[row] as number; entry < (matrix.starts[row + 1] as number); entry += 1) {
      const column = matrix.columnOf[entry] as number;
      const value = matrix.values[entry] as number;
      const target = (turned ? column : row) * width;
      const source = (turned ? row : column) * width;
      for (let each = 0; each < width; each += 1) into[target + each] = (into[target + each] as number) + value * (from[source + each] as number);
    }
  }
}

/** Makes the columns unit vectors at right angles to each other (Gram and Schmidt). */
function makeOrthonormal(columns: Float32Array, width: number): void {
  const rows = columns.length / width;
  const turned = new Float64Array(columns.length);
  columns.forEach((value, index) => (turned[(index % width) * rows + Math.floor(index / width)] = value));
  for (let column = 0; column < width; column += 1) {
    const own = turned.subarray(column * rows, (column + 1) * rows);
    for (let before = 0; before < column; before += 1) {
      const other = turned.subarray(before * rows, (before + 1) * rows);
      let shared = 0;
      for (let row = 0; row < rows; row += 1) shared += (own[row] as number) * (other[row] as number);
      for (let row = 0; row < rows; row += 1) own[row] = (own[row] as number) - shared * (other[row] as number);
    }
    let square = 0;
    for (const value of own) square += value * value;
    const length = Math.sqrt(square) || 1;
    for (let row = 0; row < rows; row += 1) own[row] = (own[row] as number) / length;
  }
  for (let index = 0; index < columns.length; index += 1) columns[index] = turned[(index % width) * rows + Math.floor(index / width)] as number;
}

/** The products of all pairs of columns. */
function products(columns: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(width * width);
  for (let start = 0; start < columns.length; start += width) {
    for (let one = 0; one < width; one += 1) {
      const value = columns[start + one] as number;
      for (let other = 0; other < width; other += 1) sums[one * width + other] = (sums[one * width + other] as number) + value * (columns[start + other] as number);
    }
  }
  return sums;
}

/** Eigenvalues and eigenvectors (columns of `vectors`) of a symmetric matrix, by Jacobi's rotations. `matrix` is used up. */
function eigenvectors(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const vectors = new Float64Array(size * size);
  for (let index = 0; index < size; index += 1) vectors[index * size + index] = 1;
  const at = (row: number, column: number): number => matrix[row * size + column] as number;
  for (let sweep = 0; sweep < 30; sweep += 1) {
    let off = 0;
    let diagonal = 0;
    for (let row = 0; row < size; row += 1) {
      diagonal += at(row, row) ** 2;
      for (let column = row + 1; column < size; column += 1) off += at(row, column) ** 2;
    }
    if (off < 1e-20 * diagonal) break;
    for (let first = 0; first < size; first += 1) {
      for (let second = first + 1; second < size; second += 1) {
        if (at(first, second) === 0) continue;
        const slope = (at(second, second) - at(first, first)) / (2 * at(first, second));
        const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const turn = { cosine, sine: tangent * cosine };
        for (let index = 0; index < size; index += 1) rotate(matrix, { one: index * size + first, other: index * size + second, ...turn });
        for (let index = 0; index < size; index += 1) rotate(matrix, { one: first * size + index, other: second * size + index, ...turn });
        for (let index = 0; index < size; index += 1) rotate(vectors, { one: index * size + first, other: index * size + second, ...turn });
      }
    }
  }
  return { values: Float64Array.from({ length: size }, (_, index) => Math.max(1e-9, at(index, index))), vectors };
}

function rotate(numbers: Float64Array, { one, other, cosine, sine }: { one: number; other: number; cosine: number; sine: number }): void {
  const left = numbers[one] as number;
  const right = numbers[other] as number;
  numbers[one] = cosine * left - sine * right;
  numbers[other] = sine * left + cosine * right;
}
