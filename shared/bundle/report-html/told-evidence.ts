import { z } from 'zod';
import type { Json } from '../../base/json.ts';

/** A number, or decimal text. */
const Figure = z.union([z.number(), z.string()]);
const outcomes = ['pass', 'fail', 'notTested'] as const;
const Gate = z.object({
  id: z.string(),
  kind: z.enum(['recomputable', 'attested']),
  outcome: z.enum(outcomes),
  detail: z.record(z.string(), Figure).catch({}),
});
const Attack = z.object({
  attack: z.string(),
  version: z.number().optional(),
  outcome: z.enum(outcomes),
  reason: z.string().optional(),
  measured: Figure.optional(),
  limit: Figure.optional(),
  figures: z.record(z.string(), Figure).catch({}),
});
const Count = z.int().nonnegative();
const Audit = z.object({ exact: Count, narrow: Count, safe: Count, notTested: Count });
const Hidden = z.object({ published: Count, suppressed: Count });

/** How a gate or an attack ended. */
export type ToldOutcome = (typeof outcomes)[number];
/** A gate as evidence tells of it. */
export type ToldGate = z.infer<typeof Gate>;
/** An attack as evidence tells of it. */
export type ToldAttack = z.infer<typeof Attack>;

/** What a report can say of evidence. Evidence of another form, which may come from anybody, is left out part by part. */
export interface ToldEvidence {
  readonly gates: readonly ToldGate[];
  readonly attacks: readonly ToldAttack[];
  readonly audit?: z.infer<typeof Audit>;
  readonly rows?: { readonly read: number; readonly kept: number };
  readonly persons?: number;
  readonly objectors?: number;
  /** Rows left out in stage 1, by reason. */
  readonly dropped: readonly (readonly [reason: string, rows: number])[];
  /** Groups with and without a figure, by product. */
  readonly hidden: ReadonlyMap<string, z.infer<typeof Hidden>>;
  readonly comment: string;
}

/** Reads evidence as far as it has the form that this version writes. */
export function toldEvidence(evidence: Json): ToldEvidence {
  const root = record(evidence);
  const stages = record(root['stages']);
  const first = record(stages['pseudonymiseAndMinimise']);
  const audit = Audit.safeParse(root['audit']);
  const [read, kept] = [Count.safeParse(first['rowsRead']), Count.safeParse(first['rowsKept'])];
  const persons = Count.safeParse(first['persons']);
  const objectors = Count.safeParse(record(first['objections'])['matched']);
  const comment = z.string().safeParse(root['comment']);
  return {
    gates: each(root['gates'], Gate),
    attacks: each(root['attacks'], Attack),
    ...(audit.success && { audit: audit.data }),
    ...(read.success && kept.success && { rows: { read: read.data, kept: kept.data } }),
    ...(persons.success && { persons: persons.data }),
    ...(objectors.success && { objectors: objectors.data }),
    dropped: sortedEntries(record(first['dropped']), Count).filter(([, rows]) => rows > 0),
    hidden: new Map(sortedEntries(record(stages['aggregateAndProtect']), Hidden)),
    comment: comment.success ? comment.data : '',
  };
}

/** The same without any figure that was counted on raw data, for releases whose promise is noise. */
export function withoutRawFigures({ gates, attacks, comment }: ToldEvidence): ToldEvidence {
  return {
    gates: gates.map((gate) => (gate.kind === 'attested' ? { ...gate, detail: {} } : gate)),
    attacks: attacks.map(({ measured: _measured, ...attack }) => ({ ...attack, figures: {} })),
    dropped: [],
    hidden: new Map(),
    comment,
  };
}

function record(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
}

function each<T>(value: Json | undefined, form: z.ZodType<T>): readonly T[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    const read = form.safeParse(one);
    return read.success ? [read.data] : [];
  });
}

function sortedEntries<T>(
  value: Readonly<Record<string, Json>>,
  form: z.ZodType<T>,
): readonly (readonly [string, T])[] {
  return Object.keys(value)
    .toSorted()
    .flatMap((name) => {
      const read = form.safeParse(value[name]);
      return read.success ? [[name, read.data] as const] : [];
    });
}
