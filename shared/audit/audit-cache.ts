import type { Known } from './known.ts';

/** What is known of components met before, by their key; hand the same one to every audit of a review. */
export interface AuditCache {
  readonly known: Map<string, Known>;
}

/** An empty cache. */
export function createAuditCache(): AuditCache {
  return { known: new Map() };
}
