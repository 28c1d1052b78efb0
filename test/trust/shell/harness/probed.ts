/** What the probe found in one window. */
export interface Probed {
  readonly host: string;
  /** `blocked` or `allowed` by name of the attempt. */
  readonly policy: Readonly<Record<string, string>>;
  /** What the page is told of a permission, by name. */
  readonly permissions: Readonly<Record<string, string>>;
  /** Paths that were answered with something else than 404, and how many were asked. */
  readonly served: readonly string[];
  readonly asked: number;
  /** Security headers that an answer for the page or its worker lacks. */
  readonly missingHeaders: readonly string[];
  /** Ways out that the page still has a constructor for. */
  readonly constructors: readonly string[];
}

/** First word of the line that carries a list of `Probed` as JSON. */
export const probedLine = 'probed ';
