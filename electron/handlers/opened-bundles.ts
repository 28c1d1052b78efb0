import { Refusal } from '../../shared/base/failure.ts';
import type { OpenedBundle, SeenSignature, VerificationReport } from '../../shared/bundle/report.ts';
import type { Trust } from '../../shared/bundle/trust.ts';

/** A bundle whose contents hold, as it was when it was opened. */
export interface KeptBundle {
  readonly fileName: string;
  readonly digest: string;
  readonly report: VerificationReport;
  readonly contents: OpenedBundle;
  readonly signatures: readonly SeenSignature[];
  readonly trust: Trust;
}

/** The bundles opened last, so that later calls work on what was verified and not on a file that may have changed. */
export interface OpenedBundles {
  /** Gives it a handle; the one that was used longest ago goes. */
  readonly keep: (bundle: KeptBundle) => string;
  /** Refuses `bundle-not-open`. */
  readonly find: (handle: string) => KeptBundle;
}

/** Tables may be hundreds of megabytes: one that is looked at, one or two it is compared with, and a next one. */
const mostKept = 4;

export function createOpenedBundles(): OpenedBundles {
  let kept: readonly (readonly [handle: string, bundle: KeptBundle])[] = [];
  let count = 0;
  return {
    keep(bundle) {
      count += 1;
      const handle = `bundle-${count}`;
      kept = [...kept, [handle, bundle] as const].slice(-mostKept);
      return handle;
    },
    find(handle) {
      const found = kept.find(([own]) => own === handle);
      if (found === undefined)
        throw new Refusal('bundle-not-open', 'This bundle is no longer open. Open it again.', { handle });
      kept = [...kept.filter((one) => one !== found), found];
      return found[1];
    },
  };
}
