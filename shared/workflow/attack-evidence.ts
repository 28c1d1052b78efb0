import { z } from 'zod';
import type { Json } from '../base/json.ts';
import type { AttackReport } from '../evidence/attack-report.ts';
import { EarlierName } from '../evidence/earlier-name.ts';
import { AttackName } from '../policy/attack-limits.ts';

/** A number that is no whole one travels as text, rounded to 3 digits. */
const Figure = z.union([z.int(), z.string().regex(/^-?\d{1,15}(\.\d{1,3})?$/)]);

/** An attack as evidence tells of it. Under differential privacy there is no figure, nor what was measured. */
export const AttestedAttack = z.strictObject({
  attack: AttackName,
  version: z.int().min(1),
  outcome: z.enum(['pass', 'fail', 'notTested']),
  reason: z.string().optional(),
  measured: Figure.optional(),
  limit: Figure.optional(),
  seed: z.string().optional(),
  parameters: z.record(z.string(), z.union([z.string(), z.int()])),
  figures: z.record(z.string(), Figure).optional(),
  /** Earlier releases it was held against, by name and digest. */
  earlier: z.array(EarlierName).optional(),
});
export type AttestedAttack = Readonly<z.infer<typeof AttestedAttack>>;

/** Parameters that follow from recipe, policy and method, and not from whom the extract has. */
const publicParameters: ReadonlySet<string> = new Set([
  'minimumPersons',
  'narrowestRange',
  'mostClusters',
  'compared',
  'lift',
  'slack',
  'guarantee',
  'rho',
  'deltaExponent',
  'tables',
  'game',
]);

/**
 * How the attacks went, for evidence: rates, intervals and counts of the method, never a list of groups or persons, nor how single
 * persons or groups fared (`distribution`). Under differential privacy nothing that was counted on raw data.
 */
export function attackEvidence(
  reports: readonly AttackReport[],
  guarantee: 'classical' | 'differentialPrivacy',
): Json {
  return reports.map(guarantee === 'classical' ? told : toldOfNoisy);
}

function told(report: AttackReport): Json {
  const { attack, version, outcome, reason, measured, limit, seed, parameters, figures, earlier } = report;
  return {
    attack,
    version,
    outcome,
    ...(reason !== undefined && { reason }),
    ...(measured !== undefined && Number.isFinite(measured) && { measured: short(measured) }),
    ...(limit !== undefined && { limit: short(limit) }),
    ...(seed !== '' && { seed }),
    parameters: parametersOf(parameters),
    figures: Object.fromEntries(
      Object.entries(figures)
        .filter(([, value]) => Number.isFinite(value))
        .map(([name, value]) => [name, short(value)]),
    ),
    ...(earlier && { earlier: earlier.map((name) => ({ ...name })) }),
  };
}

function toldOfNoisy({ attack, version, outcome, reason, limit, parameters }: AttackReport): Json {
  const known = Object.entries(parameters).filter(([name]) => publicParameters.has(name));
  return {
    attack,
    version,
    outcome,
    ...(reason !== undefined && { reason }),
    ...(limit !== undefined && { limit: short(limit) }),
    parameters: parametersOf(Object.fromEntries(known)),
  };
}

function parametersOf(parameters: AttackReport['parameters']): Json {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'number' ? short(value) : value,
    ]),
  );
}

/** Whole numbers stay numbers; others are rounded to 3 digits and written out, since bundles hold no fractions. */
function short(value: number): number | string {
  const rounded = Math.round(value * 1000) / 1000;
  return Number.isSafeInteger(rounded) ? rounded + 0 : rounded.toFixed(3).replace(/0+$/, '');
}

/** The attacks that evidence tells of; what has another form is left out, as it may come from anybody. */
export function attestedAttacks(evidence: unknown): readonly AttestedAttack[] {
  const list = z.object({ attacks: z.array(z.unknown()) }).safeParse(evidence);
  if (!list.success) return [];
  return list.data.attacks.flatMap((one) => {
    const attack = AttestedAttack.safeParse(one);
    return attack.success ? [attack.data] : [];
  });
}
