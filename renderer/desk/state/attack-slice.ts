import { attackNames } from '../../../shared/policy/attack-limits.ts';
import { createAttackRunner } from './attack-runner.ts';
import { protectionKey } from './protection-key.ts';
import type { AttackSlice } from './attack-state.ts';
import type { Desk } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';

const nothing = {
  attacking: { kind: 'none' },
  attackReports: new Map(),
  lastAttackReports: [],
  unansweredAttacks: [],
  attackFailure: undefined,
} as const satisfies Partial<AttackSlice>;

/** Attacks on the shown recipe: long work that runs when somebody asks for it, and belongs to one recipe and policy. */
export function createAttackSlice(desk: Desk, open: OpenVault): AttackSlice {
  const { get, set } = desk;
  const runner = createAttackRunner(desk, open);
  let reading: unknown;

  return {
    ...nothing,
    openAttack: undefined,
    runAttacks: (wanted = attackNames) => runner.run(wanted),
    cancelAttacks() {
      const { attacking } = get();
      if (attacking.kind !== 'running') return;
      set({ attacking: { ...attacking, kind: 'cancelling' } });
      runner.callOff();
    },
    dismissAttackFailure: () => set({ attackFailure: undefined, unansweredAttacks: [] }),
    showAttack: (openAttack) => set({ openAttack }),
    refreshAttacks() {
      const { understanding, draft, unansweredAttacks } = get();
      const isAnother = understanding !== reading;
      reading = understanding;
      if (isAnother) {
        runner.stop();
        return set(nothing);
      }
      const key = runner.runningKey();
      if (key === protectionKey(draft.present)) return;
      runner.stop();
      if (key !== undefined) set({ attacking: { kind: 'none' } });
      if (unansweredAttacks.length > 0) set({ unansweredAttacks: [] });
    },
  };
}
