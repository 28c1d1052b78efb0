import type { ObjectionReport } from '../extract/understanding.ts';
import type { Policy } from '../policy/policy.ts';
import { violations } from '../policy/violations.ts';
import { isPublished } from '../protect/is-published.ts';
import { roundToBase } from '../protect/round.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { GateResult } from './gate.ts';

/** What the gates look at: figures as they will be written, with the raw count of each published one. */
export interface GateSubject {
  readonly recipe: Recipe;
  readonly policy: Policy;
  readonly organisation: string;
  readonly objections: ObjectionReport;
  /** Per row: the figure (-1: none), its status (0 published, 1 suppressed, 2 zero) and the raw distinct persons. */
  readonly persons: Int32Array;
  readonly status: Uint8Array;
  readonly raw: Int32Array;
  /** Faults of the table as text, first one first; empty when it keeps its schema. */
  readonly tableFaults: readonly string[];
}

type Detail = GateResult['detail'];
const result = (
  id: GateResult['id'],
  kind: GateResult['kind'],
  holds: boolean,
  detail: Detail = {},
): GateResult => ({
  id,
  kind,
  outcome: holds ? 'pass' : 'fail',
  detail,
});

/** Evaluates every gate on what is about to be signed. All must pass; one that cannot be evaluated counts as failed. */
export function releaseGates(subject: GateSubject): readonly GateResult[] {
  const { recipe, policy, tableFaults } = subject;
  const broken = violations(recipe, policy);
  const [first] = broken;
  return [
    termsComplete(subject),
    result('policy-kept', 'recomputable', broken.length === 0, {
      broken: broken.length,
      ...(first && { rule: first.rule, asked: first.asked, allowed: first.allowed }),
    }),
    minimumPersonsKept(subject),
    roundingKept(subject),
    result('table-schema', 'recomputable', tableFaults.length === 0, {
      faults: tableFaults.length,
      ...(tableFaults[0] !== undefined && { first: tableFaults[0] }),
    }),
    objectionsHonoured(subject),
    somethingPublished(subject),
  ];
}

function termsComplete({ recipe, organisation }: GateSubject): GateResult {
  const fields = {
    purpose: recipe.terms.purpose,
    legalBasis: recipe.terms.legalBasis,
    recipient: recipe.terms.recipient,
    organisation,
    period: recipe.period === null ? '' : recipe.period.from,
    releaseDate: recipe.releaseDate,
  };
  const missing = Object.entries(fields).filter(([, value]) => value.trim() === '');
  return result('terms-complete', 'recomputable', missing.length === 0, {
    missing: missing.map(([name]) => name).join(', '),
  });
}

function minimumPersonsKept({ recipe, raw, status }: GateSubject): GateResult {
  let below = 0;
  let smallest = Infinity;
  status.forEach((one, row) => {
    if (one !== 0) return;
    const persons = raw[row] ?? 0;
    if (!isPublished(persons, recipe.minimumPersons)) below++;
    smallest = Math.min(smallest, persons);
  });
  return result('minimum-persons', 'attested', below === 0, {
    below,
    minimumPersons: recipe.minimumPersons,
    ...(Number.isFinite(smallest) && { smallest }),
  });
}

function roundingKept({ recipe, raw, status, persons }: GateSubject): GateResult {
  let wrong = 0;
  status.forEach((one, row) => {
    const expected = one === 0 ? roundToBase(raw[row] ?? 0, recipe.roundingBase) : one === 2 ? 0 : -1;
    if (persons[row] !== expected) wrong++;
  });
  return result('rounding', 'recomputable', wrong === 0, { wrong, roundingBase: recipe.roundingBase });
}

function objectionsHonoured({ objections, policy }: GateSubject): GateResult {
  if (objections.kind === 'none') {
    const stated = objections.reason.trim() !== '';
    return result('objection-register', 'attested', policy.allowNoObjectionRegister && stated, {
      register: 'none',
      reason: objections.reason,
    });
  }
  const { registered, matched } = objections;
  return result('objection-register', 'attested', registered > 0 && matched > 0, {
    register: 'applied',
    registered,
    matched,
    ...(objections.asOf !== undefined && { asOf: objections.asOf }),
  });
}

function somethingPublished({ status }: GateSubject): GateResult {
  const published = status.reduce((n, one) => n + (one === 0 ? 1 : 0), 0);
  return result('something-published', 'recomputable', published > 0, { published });
}
