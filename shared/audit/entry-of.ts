/** Entry `index` of a column of numbers; the index must be inside it. */
export function real(column: Float64Array, index: number): number {
  return column[index] ?? 0;
}

/** Entry `index` of a column of whole numbers; the index must be inside it. */
export function whole(column: Int32Array, index: number): number {
  return column[index] ?? 0;
}
