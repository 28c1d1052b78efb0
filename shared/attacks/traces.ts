/**
 * What persons contribute to the groups of a release: person p is counted in the groups `groupOf[starts[p]]` to
 * `groupOf[starts[p + 1] - 1]`, ascending, none twice. Lives in the vault only.
 */
export interface Traces {
  readonly persons: number;
  readonly groups: number;
  /** One longer than `persons`. */
  readonly starts: Uint32Array;
  readonly groupOf: Uint32Array;
}
