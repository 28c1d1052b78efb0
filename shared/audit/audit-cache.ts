import type { Bracket } from './bracket.ts';

/** What is known of components met before, by their key; hand the same one to every audit of a review. */
export interface AuditCache {
  readonly brackets: Map<string, Bracket>;
}

/** An empty cache. */
export function createAuditCache(): AuditCache {
  return { brackets: new Map() };
}
