import { failureOf } from './failure-of.ts';
import { heardProgress } from './heard-progress.ts';
import type { BundleAttackProgress } from '../../../shared/ipc/bundle-calls.ts';
import type { Request } from '../../../shared/ipc/contract.ts';
import type { Desk, DeskState } from './desk-state.ts';

export interface BundleAttacks {
  /** Attacks the open bundle under the reader's policy, with the earlier bundle if there is one. */
  readonly run: () => Promise<void>;
  /** Asks for the end of the run under way, which then says that it was stopped. */
  readonly callOff: () => void;
  /** Ends the run under way without a word; what it still says is not heard. */
  readonly stop: () => void;
  readonly hear: (progress: BundleAttackProgress) => void;
}

interface Run {
  readonly hear: (progress: BundleAttackProgress) => void;
}

/** Has main attack the open bundle, one run at a time; of a run that was overtaken nothing is heard any more. */
export function createBundleAttacks({ get, set, services }: Desk): BundleAttacks {
  let running: Run | undefined;
  const end = () => void services.main.call('bundle.attack.stop', {}).catch(() => undefined);

  function begin(): Run {
    const hear = heardProgress(
      services.now,
      () => get().bundleAttacking.kind === 'running',
      (run) => set({ bundleAttacking: { kind: 'running', ...run } }),
    );
    return { hear: (progress) => hear({ stage: 'attacking', ...progress }) };
  }

  return {
    callOff() {
      const { bundleAttacking } = get();
      if (bundleAttacking.kind === 'running')
        set({ bundleAttacking: { ...bundleAttacking, kind: 'cancelling' } });
      end();
    },
    stop() {
      if (running !== undefined) end();
      running = undefined;
    },
    hear: (progress) => running?.hear(progress),
    async run() {
      const request = requestOf(get());
      if (running !== undefined || request === undefined) return;
      const run = begin();
      running = run;
      const nothing = { attack: undefined, done: undefined, secondsLeft: undefined };
      set({ bundleAttacking: { kind: 'running', ...nothing }, bundleAttackFailure: undefined });
      const change = await answered(request);
      if (running !== run) return;
      running = undefined;
      set({ bundleAttacking: { kind: 'none' }, ...change });
    },
  };

  async function answered(request: Request<'bundle.attack'>): Promise<Partial<DeskState>> {
    try {
      return { bundleAttacks: await services.main.call('bundle.attack', request) };
    } catch (thrown) {
      const failure = failureOf(thrown);
      return failure.code === 'attacks-stopped' ? {} : { bundleAttackFailure: failure };
    }
  }
}

/** What is attacked, and under what; nothing where the open bundle cannot be attacked. */
function requestOf({
  bundle,
  readersPolicy,
  earlierBundle,
}: Pick<DeskState, 'bundle' | 'readersPolicy' | 'earlierBundle'>): Request<'bundle.attack'> | undefined {
  const policy = readersPolicy ?? bundle?.contents?.policy;
  if (bundle?.handle === undefined || policy === undefined) return undefined;
  const earlier = earlierBundle?.handle === undefined ? [] : [earlierBundle.handle];
  return { handle: bundle.handle, policy, earlier };
}
