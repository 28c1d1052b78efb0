import type { OpenedBundle } from '../../shared/bundle/report.ts';
import type { BundleAttackProgress } from '../../shared/ipc/bundle-calls.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import { releasedTables } from '../../shared/workflow/inspect-bundle.ts';
import type { OpenedBundles } from './opened-bundles.ts';
import type { BundleBench } from './ports/bundle-bench.ts';

/** Tries on an opened bundle every attack that needs no raw data. */
export function bundleAttack(ports: {
  readonly opened: OpenedBundles;
  readonly bench: BundleBench;
  readonly tell: (progress: BundleAttackProgress) => void;
}): Handler<'bundle.attack'> {
  return async ({ handle, policy, earlier }) => {
    const { contents } = ports.opened.find(handle);
    const others = earlier.map((one) => ports.opened.find(one).contents);
    const subject = {
      released: releasedOf(contents),
      policy,
      evidence: contents.evidence,
      earlier: others.map((other) => ({ id: other.release.id, released: releasedOf(other) })),
    };
    return ports.bench.run(subject, ports.tell);
  };
}

/** Calls the attacks off. */
export function bundleAttackStop(ports: { readonly bench: BundleBench }): Handler<'bundle.attack.stop'> {
  return async () => {
    ports.bench.stop();
    return {};
  };
}

function releasedOf(contents: OpenedBundle) {
  return { recipe: contents.recipe, ...releasedTables(contents) };
}
