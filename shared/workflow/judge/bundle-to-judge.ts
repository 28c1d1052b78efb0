import type { OpenedBundle, SeenSignature } from '../../bundle/report.ts';
import type { Trust } from '../../bundle/trust.ts';

/** What a reader has: what the bundle holds, who signed it, and whom the reader knows. */
export interface BundleToJudge {
  readonly contents: OpenedBundle;
  readonly signatures: readonly SeenSignature[];
  readonly trust: Trust | undefined;
}
