import { untriedAttacks, withAttacks } from './attack-reports.ts';
import { failureOf } from './failure-of.ts';
import { protectionKey } from './protection-key.ts';
import { heardProgress } from './heard-progress.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';
import type { Progress } from '../../../shared/ipc/vault-contract.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { Desk } from './desk-state.ts';
import type { Draft } from './differences.ts';
import type { OpenVault } from './open-vault.ts';

/** Cards that follow from rules at once: asked for together, before the long ones, so that something is there to read. */
const atOnce: ReadonlySet<AttackName> = new Set([
  'small-groups',
  'recoverable-blanks',
  'promise',
  'usefulness',
]);

function batchesOf(attacks: readonly AttackName[]): readonly (readonly AttackName[])[] {
  const quick = attacks.filter((attack) => atOnce.has(attack));
  const long = attacks.filter((attack) => !atOnce.has(attack)).map((attack) => [attack]);
  return quick.length === 0 ? long : [quick, ...long];
}

interface Run {
  readonly key: string;
  readonly draft: Draft;
  readonly wanted: readonly AttackName[];
  readonly vault: DeskVault;
  readonly abort: AbortController;
}

export interface AttackRunner {
  /** Ends the run under way without a word; what it still says is not heard. */
  readonly stop: () => void;
  /** Asks the vault to end the run under way, which then says that it was called off. */
  readonly callOff: () => void;
  /** The key of the recipe that is attacked at the moment. */
  readonly runningKey: () => string | undefined;
  /** Tries those of `wanted` that were not tried on the shown recipe yet. */
  readonly run: (wanted: readonly AttackName[]) => Promise<void>;
}

function listener(
  { get, set, services }: Desk,
  wanted: readonly AttackName[],
): ReturnType<typeof heardProgress> {
  return heardProgress(
    services.now,
    () => get().attacking.kind === 'running',
    (run) => set({ attacking: { kind: 'running', wanted, ...run } }),
  );
}

/** Has the vault try attacks on one recipe at a time; of a run that was overtaken nothing is heard any more. */
export function createAttackRunner(desk: Desk, open: OpenVault): AttackRunner {
  const { get, set } = desk;
  let running: Run | undefined;

  const stop = () => {
    running?.abort.abort();
    running = undefined;
  };

  async function tryAll(run: Run): Promise<void> {
    const { recipe, policy } = run.draft;
    const hear = listener(desk, run.wanted);
    const onProgress = (progress: Progress) => (running === run ? hear(progress) : undefined);
    for (const attacks of batchesOf(run.wanted)) {
      // oxlint-disable-next-line no-await-in-loop -- just before, so that it is the ledger of now
      if (attacks.includes('subtraction'))
        await desk.services.main.call('attack.earlier', { recipe, policy });
      if (running !== run) return;
      const request = { recipe, policy, attacks: [...attacks] };
      // oxlint-disable-next-line no-await-in-loop -- one attack after the other, so that each is shown when it is done
      const reports = await run.vault.call('attack', request, { signal: run.abort.signal, onProgress });
      if (running !== run) return;
      set(withAttacks(get(), run.key, reports));
    }
    set({ attacking: { kind: 'none' }, unansweredAttacks: untriedAttacks(get(), run.wanted) });
  }

  return {
    stop,
    callOff: () => running?.abort.abort(),
    runningKey: () => running?.key,
    async run(asked) {
      stop();
      const { client: vault } = open;
      const wanted = untriedAttacks(get(), asked);
      if (vault === undefined || get().understanding === undefined || wanted.length === 0) return;
      const draft = get().draft.present;
      const run = { key: protectionKey(draft), draft, wanted, vault, abort: new AbortController() };
      running = run;
      const attacking = { kind: 'running', wanted, attack: undefined, done: undefined } as const;
      set({
        attacking: { ...attacking, secondsLeft: undefined },
        attackFailure: undefined,
        unansweredAttacks: [],
      });
      try {
        await tryAll(run);
      } catch (thrown) {
        if (running !== run) return;
        const failure = failureOf(thrown);
        const isFailure = failure.code !== 'cancelled';
        set({ attacking: { kind: 'none' }, ...(isFailure && { attackFailure: failure }) });
      }
      if (running === run) running = undefined;
    },
  };
}
