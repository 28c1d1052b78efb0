/** A tree of groups by number: each node's parent stands before it, -1 above the root. A leaf is nobody's parent. */
export interface Tree {
  readonly parent: Int32Array;
}

/** Noisy values of the nodes and the variance of each one's noise; Infinity where a node was not measured (leaves are). */
export interface Measured {
  readonly value: Float64Array;
  readonly variance: Float64Array;
}

/** The leaves of a tree, ascending. */
export function leavesOf({ parent }: Tree): readonly number[] {
  const inner = new Set(parent);
  return [...parent.keys()].filter((node) => !inner.has(node));
}

/** Fills every inner node with the sum of its children; leaves stay. */
export function sumUp({ parent }: Tree, values: Float64Array): void {
  const inner = new Set(parent);
  for (const node of inner) if (node >= 0) values[node] = 0;
  for (let node = parent.length - 1; node > 0; node--) {
    const above = parent[node] ?? -1;
    if (above >= 0) values[above] = (values[above] ?? 0) + (values[node] ?? 0);
  }
}
