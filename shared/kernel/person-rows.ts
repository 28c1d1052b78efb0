/** Where each person's rows begin in a column sorted by person: those of `p` are `starts[p]` to `starts[p + 1] - 1`. */
export function rowsOfPersons(person: Int32Array, persons: number): Int32Array {
  const starts = new Int32Array(persons + 1);
  for (let i = 0; i < person.length; i++) {
    const at = (person[i] ?? 0) + 1;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  for (let who = 0; who < persons; who++) starts[who + 1] = (starts[who + 1] ?? 0) + (starts[who] ?? 0);
  return starts;
}
