/** Finds a place among places that ascend: its index, -1 where it is not among them. */
export function placeIndex(at: Float64Array): (place: number) => number {
  return (place) => {
    let low = 0;
    let high = at.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = at[middle] ?? 0;
      if (found === place) return middle;
      if (found < place) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
}
