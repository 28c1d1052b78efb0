import type { Handler } from '../../shared/ipc/contract.ts';
import type { KeptBundle, OpenedBundles } from './opened-bundles.ts';
import type { BundleBench } from './ports/bundle-bench.ts';

/** Compares an opened bundle with an earlier one: what changed, and what readers of both could subtract. */
export function bundleCompare(ports: {
  readonly opened: OpenedBundles;
  readonly bench: BundleBench;
}): Handler<'bundle.compare'> {
  return async ({ handle, earlier }) =>
    ports.bench.compare(sideOf(ports.opened.find(earlier)), sideOf(ports.opened.find(handle)));
}

function sideOf({ contents, report: { signatures }, digest }: KeptBundle) {
  return { contents, signatures, releaseDigest: digest };
}
