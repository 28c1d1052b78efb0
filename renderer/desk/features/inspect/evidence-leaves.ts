/** A value that holds no others, with the keys that lead to it. An empty list or object counts as one. */
export interface Leaf {
  readonly way: readonly string[];
  readonly value: unknown;
}

/** Leaves of a JSON value in the order of the file; none is left out. */
export function leavesOf(value: unknown, way: readonly string[] = []): readonly Leaf[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (inner.length === 0) return [{ way, value }];
  return inner.flatMap(([name, each]) => leavesOf(each, [...way, name]));
}

/** Keys joined by dots; one that bears a dot itself stands in quotation marks. */
export function wayText(way: readonly string[]): string {
  return way.map((key) => (key.includes('.') ? JSON.stringify(key) : key)).join('.');
}
