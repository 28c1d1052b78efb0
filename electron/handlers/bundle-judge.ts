import type { Handler } from '../../shared/ipc/contract.ts';
import { judgeBundle } from '../../shared/workflow/judge-bundle.ts';
import type { OpenedBundles } from './opened-bundles.ts';

/** Holds an opened bundle against a policy of the reader's own. */
export function bundleJudge(ports: { readonly opened: OpenedBundles }): Handler<'bundle.judge'> {
  return async ({ handle, policy }) => {
    const rules = judgeBundle(ports.opened.find(handle), policy);
    return rules.map((rule) => ({ ...rule }));
  };
}
