import type { AuditCache } from './audit-cache.ts';

/** How an audit is carried out; nothing here changes a result, only what it costs and what is left undecided. */
export interface AuditOptions {
  /** Simplex iterations one objective may take; an objective that needs more counts as given up. At least 1. */
  readonly iterationLimit: number;
  /**
   * Numbers that satisfy the system, as the true ones do: a first witness, which makes the audit far cheaper. Checked: numbers
   * that break a row are a defect of the system and throw. One per variable, whole.
   */
  readonly point?: Float64Array | undefined;
  /** What earlier audits found out; components that come back unchanged are not worked out again. */
  readonly cache?: AuditCache | undefined;
  /** Looked at between components. */
  readonly signal?: AbortSignal | undefined;
  /** Told the components done and their number, every 2000 variables or so; awaited, so that the caller may let other work in. */
  readonly onProgress?: ((done: number, total: number) => void | Promise<void>) | undefined;
}
