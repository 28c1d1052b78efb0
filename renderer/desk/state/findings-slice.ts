import { attacksOf } from './attack-reports.ts';
import { protectionKey } from './protection-key.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { Desk } from './desk-state.ts';
import type { FindingsSlice } from './findings-state.ts';
import type { OpenVault } from './open-vault.ts';

const nothing = {
  attackMarks: [],
  attackSlivers: [],
  replayPath: undefined,
} as const satisfies Partial<FindingsSlice>;

function hasFindings({ attackMarks, attackSlivers, replayPath }: FindingsSlice): boolean {
  return attackMarks.length > 0 || attackSlivers.length > 0 || replayPath !== undefined;
}

function hasSlivers({ figures }: AttackReport): boolean {
  return (figures['slivers'] ?? 0) > 0;
}

/** Where attacks found something, asked of the vault whenever more of them were tried on the shown recipe. */
export function createFindingsSlice({ get, set }: Desk, open: OpenVault): FindingsSlice {
  let shown: string | undefined;
  let reading: unknown;
  let asked: readonly AttackReport[] = [];

  async function ask(reports: readonly AttackReport[]): Promise<void> {
    const { client } = open;
    if (client === undefined) return;
    const { recipe, policy } = get().draft.present;
    const request = { recipe, policy };
    const take = (found: Partial<FindingsSlice>) => (asked === reports ? set(found) : undefined);
    try {
      take({ attackMarks: await client.call('attackMarks', request) });
      if (asked === reports && reports.some(hasSlivers))
        take({ attackSlivers: await client.call('attackSlivers', request) });
      if (asked === reports && reports.some(({ attack }) => attack === 'recovery'))
        take({ replayPath: (await client.call('replay', request)).path });
    } catch {
      take(nothing);
    }
  }

  return {
    ...nothing,
    showSliver({ zoneId }) {
      const { shapes, setLevel, selectZone, go } = get();
      const zone = shapes.findIndex((shape) => shape.zoneId === zoneId);
      setLevel(shapes[zone]?.level ?? 0);
      selectZone(zone === -1 ? undefined : zone);
      go('tune');
    },
    refreshFindings() {
      const { understanding, draft } = get();
      const key = protectionKey(draft.present);
      const isAnother = key !== shown || understanding !== reading;
      [shown, reading] = [key, understanding];
      const reports = attacksOf(get());
      if (isAnother && hasFindings(get())) set(nothing);
      if (reports === asked) return;
      asked = reports;
      if (reports.length > 0) void ask(reports);
    },
  };
}
