import { attackNames } from '../../../shared/policy/attack-limits.ts';
import { protectionKey } from './protection-key.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';
import type { AttackSlice } from './attack-state.ts';
import type { DeskState } from './desk-state.ts';

const mostRecipes = 12;
const none: readonly AttackReport[] = [];

/** A card: what is known of an attack, and whether that is of another recipe than the one that is shown. */
export interface ShownAttack {
  readonly attack: AttackName;
  readonly report: AttackReport | undefined;
  readonly stale: boolean;
}

/** How a card stands. `told`: there is no gate, so that nothing holds and nothing fails. */
export type Standing = AttackReport['outcome'] | 'told';

/** What the attacks on the shown recipe came to so far. */
export function attacksOf({
  draft,
  attackReports,
}: Pick<DeskState, 'draft' | 'attackReports'>): readonly AttackReport[] {
  return attackReports.get(protectionKey(draft.present)) ?? none;
}

function named(reports: readonly AttackReport[], name: AttackName): AttackReport | undefined {
  return reports.find(({ attack }) => attack === name);
}

/** Every card in its order: the report of the shown recipe, else the last one there was. */
export function shownAttacks(
  state: Pick<DeskState, 'draft' | 'attackReports' | 'lastAttackReports'>,
): readonly ShownAttack[] {
  const own = attacksOf(state);
  return attackNames.map((attack) => {
    const report = named(own, attack);
    if (report !== undefined) return { attack, report, stale: false };
    const last = named(state.lastAttackReports, attack);
    return { attack, report: last, stale: last !== undefined };
  });
}

/** How a card stands. A verdict belongs to one recipe: what is stale is not tested. */
export function standingOf({ report, stale }: ShownAttack): Standing {
  if (report === undefined || stale) return 'notTested';
  const { attack, outcome, parameters } = report;
  const hasNoGate =
    attack === 'usefulness' || (attack === 'promise' && parameters['guarantee'] === 'classical');
  return hasNoGate && outcome === 'pass' ? 'told' : outcome;
}

/** Attacks nobody tried on the shown recipe yet, in the order of the cards. */
export function untriedAttacks(
  state: Pick<DeskState, 'draft' | 'attackReports'>,
  wanted: readonly AttackName[] = attackNames,
): readonly AttackName[] {
  const tried = new Set(attacksOf(state).map(({ attack }) => attack));
  return attackNames.filter((attack) => wanted.includes(attack) && !tried.has(attack));
}

/** How many attacks were tried on the shown recipe and could not test what they ask. */
export function untestedAttacks(state: Pick<DeskState, 'draft' | 'attackReports'>): number {
  return attacksOf(state).filter(({ outcome }) => outcome === 'notTested').length;
}

/** Reports with more of them for one recipe, which becomes the newest; the oldest of too many recipes go. */
export function withAttacks(
  { attackReports, lastAttackReports }: Pick<AttackSlice, 'attackReports' | 'lastAttackReports'>,
  key: string,
  reports: readonly AttackReport[],
): Pick<AttackSlice, 'attackReports' | 'lastAttackReports'> {
  const replaced = (known: readonly AttackReport[]) => [
    ...known.filter(({ attack }) => reports.every((one) => one.attack !== attack)),
    ...reports,
  ];
  const others = [...attackReports].filter(([known]) => known !== key);
  const own = [key, replaced(attackReports.get(key) ?? [])] as const;
  return {
    attackReports: new Map([...others, own].slice(-mostRecipes)),
    lastAttackReports: replaced(lastAttackReports),
  };
}

/** Reports without those of one attack, of whatever recipe; the last one there was stays, dimmed. */
export function withoutAttack(
  { attackReports }: Pick<AttackSlice, 'attackReports'>,
  left: AttackName,
): Pick<AttackSlice, 'attackReports'> {
  const others = [...attackReports].map(
    ([key, reports]) => [key, reports.filter(({ attack }) => attack !== left)] as const,
  );
  return { attackReports: new Map(others) };
}

/** Why nothing can be tried now, as the key of a sentence: what is tried is tried alone, and on protected tables. */
export function attackMissing({
  protecting,
  attacking,
  seeking,
  planting,
}: Pick<DeskState, 'protecting' | 'attacking' | 'seeking' | 'planting'>): string | undefined {
  if (attacking.kind !== 'none') return 'attacks.run.busy';
  if (seeking.kind !== 'none') return 'findings.remedy.busy';
  if (planting.kind !== 'none') return 'findings.plant.busy';
  return protecting.kind === 'done' ? undefined : 'attacks.run.protection';
}
