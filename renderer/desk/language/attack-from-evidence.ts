import { AttackReport } from '../../../shared/evidence/attack-report.ts';

const decimal = /^-?\d{1,15}(\.\d{1,15})?$/;

/** Evidence writes what is no whole number as text. */
function numbered(value: unknown): unknown {
  return typeof value === 'string' && decimal.test(value) ? Number(value) : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How one attack went, from the evidence of a bundle, which may leave figures and seed out; `undefined` for what is no such report. */
export function attackFromEvidence(value: unknown): AttackReport | undefined {
  if (!isRecord(value)) return undefined;
  const { figures = {}, measured, limit, ...others } = value;
  if (!isRecord(figures)) return undefined;
  const numbers = Object.fromEntries(Object.entries(figures).map(([name, each]) => [name, numbered(each)]));
  const { data } = AttackReport.safeParse({
    seed: '',
    ...others,
    figures: numbers,
    ...(measured !== undefined && { measured: numbered(measured) }),
    ...(limit !== undefined && { limit: numbered(limit) }),
  });
  return data;
}
