import { Refusal } from '../../shared/base/failure.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { InspectedBundle } from '../../shared/ipc/inspected-bundle.ts';
import type { BundlePaths } from './bundle-paths.ts';
import type { Files } from './ports/files.ts';

/** Reads and verifies an opened bundle anew, for instance by a trust list that was taken in since. */
export function bundleAgain(ports: {
  readonly paths: Pick<BundlePaths, 'get'>;
  readonly files: Pick<Files, 'name'>;
  readonly readBundle: (path: string) => Promise<InspectedBundle>;
}): Handler<'bundle.again'> {
  return async ({ digest }) => {
    const path = ports.paths.get(digest);
    if (path === undefined)
      throw new Refusal('bundle-not-open', 'This bundle is no longer open. Open it again.');
    const bundle = await ports.readBundle(path);
    if (bundle.digest === digest) return bundle;
    const name = ports.files.name(path);
    throw new Refusal(
      'bundle-changed',
      `${name} was changed since it was opened: the file holds another release now. Open it again.`,
      { name },
    );
  };
}
