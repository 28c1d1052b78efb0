/**
 * Where each person's rows begin in a column sorted by person: those of `p` are `starts[p]` to `starts[p + 1] - 1`. The end of
 * each is looked for in widening steps, so that not every row is read.
 */
export function rowsOfPersons(person: Int32Array, persons: number): Int32Array {
  const starts = new Int32Array(persons + 1);
  let at = 0;
  for (let who = 0; who < persons; who++) {
    starts[who] = at;
    if (at < person.length && person[at] === who) at = endOf(person, at);
  }
  starts[persons] = at;
  return starts;
}

/** The first row after `from` that is of another person, or the number of rows. */
function endOf(person: Int32Array, from: number): number {
  const who = person[from];
  const rows = person.length;
  let low = from;
  let step = 1;
  while (low + step < rows && person[low + step] === who) {
    low += step;
    step *= 2;
  }
  let high = Math.min(rows, low + step);
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (person[middle] === who) low = middle;
    else high = middle;
  }
  return high;
}
