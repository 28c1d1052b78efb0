/**
 * Solves `matrix` x = `right` for a symmetric positive definite matrix, of which rows up to the diagonal are read, by Cholesky's
 * method. Both are overwritten; the solution is in `right`.
 */
export function solveDefinite(matrix: readonly Float64Array[], right: Float64Array): void {
  for (const [i, row] of matrix.entries()) factorRow(matrix, row, i);
  for (const [i, row] of matrix.entries()) right[i] = ((right[i] ?? 0) - dot(row, right, i)) / (row[i] ?? 1);
  for (let i = right.length - 1; i >= 0; i -= 1) {
    const row = matrix[i] ?? right;
    const solved = (right[i] ?? 0) / (row[i] ?? 1);
    right[i] = solved;
    addTimes(right, row, -solved, i);
  }
}

function factorRow(matrix: readonly Float64Array[], row: Float64Array, i: number): void {
  for (let j = 0; j < i; j += 1) {
    const other = matrix[j] ?? row;
    row[j] = ((row[j] ?? 0) - dot(row, other, j)) / (other[j] ?? 1);
  }
  row[i] = Math.sqrt((row[i] ?? 0) - dot(row, row, i));
}

/** Sum of the products of the first `length` numbers. */
export function dot(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

/** Adds `factor` times the first `length` numbers of `b` to those of `a`. */
export function addTimes(a: Float64Array, b: Float64Array, factor: number, length: number): void {
  for (let k = 0; k < length; k += 1) a[k] = (a[k] ?? 0) + (b[k] ?? 0) * factor;
}
