import type { Json } from '../base/json.ts';
import type { GateResult } from '../evidence/gate.ts';
import type { Candidate } from '../ipc/candidate.ts';
import type { Policy } from '../policy/policy.ts';
import type { Product } from '../products/product.ts';
import { attackEvidence } from './attack-evidence.ts';

/** What the evidence tells besides the candidate's own figures. */
interface Told {
  readonly tables: readonly { readonly product: Product; readonly rows: readonly unknown[] }[];
  readonly comment: string;
  readonly policy: Policy;
}

/**
 * Counts per stage and reason, the audit in numbers, the gates, how the attacks went and the comment. Extract names, times of single events and raw
 * counts of groups stay out; the smallest published group is told by its lower bound alone, the threshold. Under differential
 * privacy no exact figure about the raw data is told at all: only how many rows were written, the gates,
 * and of attacks no more than how they ended.
 */
export function evidenceOf(candidate: Candidate, gates: readonly GateResult[], told: Told): Json {
  const { recipe } = candidate;
  const rows = Object.fromEntries(told.tables.map(({ product, rows: own }) => [product, own.length]));
  const tell = recipe.guarantee.kind === 'classical' ? withoutSmallest : publicOnly;
  const gateRecords = gates.map((gate) => {
    const { id, kind, outcome } = gate;
    return { id, kind, outcome, detail: tell(gate) };
  });
  const attacks = attackEvidence(candidate.attacks, recipe.guarantee.kind);
  const common = { gates: gateRecords, attacks, comment: told.comment, rowsInTables: rows };
  if (recipe.guarantee.kind === 'differentialPrivacy') return common;
  return {
    ...common,
    stages: stagesOf(candidate),
    audit: auditOf(candidate),
    ...extrapolationIn(candidate),
  };
}

function withoutSmallest({ detail }: GateResult): GateResult['detail'] {
  return Object.fromEntries(Object.entries(detail).filter(([name]) => name !== 'smallest'));
}

/** Details that follow from recipe, policy and noisy figures; of what rests on raw data only the words and times. */
function publicOnly({ kind, detail }: GateResult): GateResult['detail'] {
  if (kind === 'recomputable') return detail;
  return Object.fromEntries(Object.entries(detail).filter(([, value]) => typeof value === 'string'));
}

function stagesOf({ understanding, tally, protection }: Candidate): Json {
  const { rowsRead, rowsKept, dropped, persons, objections, timeZone, firstDay, lastDay } = understanding;
  const { withoutConsent, machineLike, eventsOutsidePeriod, maskedCells, eventsMasked, imputedShare } = tally;
  return {
    pseudonymiseAndMinimise: {
      rowsRead,
      rowsKept,
      dropped,
      persons,
      objections: objections as Json,
      withoutConsent,
      machineLike,
      eventsOutsidePeriod,
    },
    generalise: {
      timeZone,
      firstDay,
      lastDay,
      maskedCells,
      eventsMasked,
      ...(imputedShare !== undefined && { imputedTimePercent: Math.round(100 * imputedShare) }),
    },
    aggregateAndProtect: Object.fromEntries(
      protection.tables.map(({ product, published, primary, secondary }) => [
        product,
        { published, suppressed: primary + secondary },
      ]),
    ),
  };
}

/** How far the weights of an extrapolation can be trusted; in rounded figures, since nobody pays for exact ones. */
function extrapolationIn({ protection }: Candidate): Readonly<Record<string, Json>> {
  const { extrapolation } = protection;
  return extrapolation === undefined ? {} : { extrapolation: extrapolation as Json };
}

function auditOf({ protection }: Candidate): Json {
  return {
    ...protection.audit,
    identities: Object.fromEntries(protection.identities.map(({ name, count }) => [name, count])),
  };
}
