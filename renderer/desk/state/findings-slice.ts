import { attacksOf } from './attack-reports.ts';
import { protectionKey } from './protection-key.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { Desk } from './desk-state.ts';
import type { FindingsSlice } from './findings-state.ts';
import type { OpenVault } from './open-vault.ts';

const nothing = { attackMarks: [], replayPath: undefined } as const satisfies Partial<FindingsSlice>;

/** Where attacks found something, asked of the vault whenever more of them were tried on the shown recipe. */
export function createFindingsSlice({ get, set }: Desk, open: OpenVault): FindingsSlice {
  let shown: string | undefined;
  let reading: unknown;
  let asked: readonly AttackReport[] = [];

  async function ask(reports: readonly AttackReport[]): Promise<void> {
    const { client } = open;
    const { recipe, policy } = get().draft.present;
    if (client === undefined) return;
    try {
      const attackMarks = await client.call('attackMarks', { recipe, policy });
      if (asked === reports) set({ attackMarks });
      if (asked !== reports || reports.every(({ attack }) => attack !== 'recovery')) return;
      const { path } = await client.call('replay', { recipe, policy });
      if (asked === reports) set({ replayPath: path });
    } catch {
      if (asked === reports) set(nothing);
    }
  }

  return {
    ...nothing,
    refreshFindings() {
      const { understanding, draft } = get();
      const key = protectionKey(draft.present);
      const isAnother = key !== shown || understanding !== reading;
      [shown, reading] = [key, understanding];
      const reports = attacksOf(get());
      if (isAnother && (get().attackMarks.length > 0 || get().replayPath !== undefined)) set(nothing);
      if (reports === asked) return;
      asked = reports;
      if (reports.length > 0) void ask(reports);
    },
  };
}
