/** Map files that main serves to the desk, by opaque handle. */
export interface MapFiles {
  /** URL under the desk's own origin that answers range requests. */
  readonly register: (path: string) => Promise<string>;
}
