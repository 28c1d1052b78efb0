/** Where each person's rows begin in a column sorted by person: those of `p` are `starts[p]` to `starts[p + 1] - 1`. */
export function rowsOfPersons(person: Int32Array, persons: number): Int32Array {
  const starts = new Int32Array(persons + 1);
  for (const who of person) starts[who + 1] = (starts[who + 1] ?? 0) + 1;
  for (let who = 0; who < persons; who++) starts[who + 1] = (starts[who + 1] ?? 0) + (starts[who] ?? 0);
  return starts;
}
