import { z } from 'zod';
import type { Json } from '../../base/json.ts';
import { GateResult, gateIds } from '../../evidence/gate.ts';
import { attackNames, type AttackName } from '../../policy/attack-limits.ts';
import { attestedAttacks, type AttestedAttack } from '../attack-evidence.ts';

type Outcome = GateResult['outcome'];
/** How an attack ended, what it measured and what was allowed, as the evidence has it. */
export type AttackEnd = Pick<AttestedAttack, 'outcome' | 'version' | 'reason' | 'measured' | 'limit'>;

/** The gates and attacks of two releases side by side; absent where a release does not tell of one. */
export interface ChangedEvidence {
  readonly gates: readonly {
    readonly id: GateResult['id'];
    readonly earlier?: Outcome;
    readonly later?: Outcome;
  }[];
  readonly attacks: readonly {
    readonly attack: AttackName;
    readonly earlier?: AttackEnd;
    readonly later?: AttackEnd;
  }[];
}

/** The evidence of two releases side by side, in the order in which gates and attacks stand. */
export function changedEvidence(earlier: Json, later: Json): ChangedEvidence {
  const [gatesBefore, gatesAfter] = [gatesOf(earlier), gatesOf(later)];
  const [attacksBefore, attacksAfter] = [attacksOf(earlier), attacksOf(later)];
  return {
    gates: gateIds.flatMap((id) => beside('id', id, gatesBefore.get(id), gatesAfter.get(id))),
    attacks: attackNames.flatMap((attack) =>
      beside('attack', attack, attacksBefore.get(attack), attacksAfter.get(attack)),
    ),
  };
}

function beside<Name extends string, Id, T>(
  name: Name,
  id: Id,
  earlier: T | undefined,
  later: T | undefined,
): readonly ({ readonly [key in Name]: Id } & { readonly earlier?: T; readonly later?: T })[] {
  if (earlier === undefined && later === undefined) return [];
  const named = { [name]: id } as { readonly [key in Name]: Id };
  return [{ ...named, ...(earlier !== undefined && { earlier }), ...(later !== undefined && { later }) }];
}

function gatesOf(evidence: Json): ReadonlyMap<GateResult['id'], Outcome> {
  const list = z.object({ gates: z.array(z.unknown()) }).safeParse(evidence);
  const gates = (list.success ? list.data.gates : []).flatMap((one) => {
    const gate = GateResult.safeParse(one);
    return gate.success ? [gate.data] : [];
  });
  return new Map(gates.map(({ id, outcome }) => [id, outcome]));
}

function attacksOf(evidence: Json): ReadonlyMap<AttackName, AttackEnd> {
  return new Map(
    attestedAttacks(evidence).map(({ attack, outcome, version, reason, measured, limit }) => [
      attack,
      {
        outcome,
        version,
        ...(reason !== undefined && { reason }),
        ...(measured !== undefined && { measured }),
        ...(limit !== undefined && { limit }),
      },
    ]),
  );
}
