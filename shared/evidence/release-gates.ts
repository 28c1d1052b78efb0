import type { ObjectionReport, Understanding } from '../extract/understanding.ts';
import type { Policy } from '../policy/policy.ts';
import { violations } from '../policy/violations.ts';
import type { Recipe } from '../recipe/recipe.ts';
import {
  blanksHold,
  budgetKept,
  minimumPersonsKept,
  roundingKept,
  type AuditOutcome,
  type FiguresOfTable,
} from './figure-gates.ts';
import { attackGates } from './attack-gates.ts';
import type { AttackReport } from './attack-report.ts';
import { gateResult, type GateResult } from './gate.ts';
import { placesKnown } from './places-gate.ts';
import { registerGate } from './register-gate.ts';
import { signingGates } from './signing-gates.ts';
import { wholeGroupsHidden, type WholeGroupsOfTable } from './whole-group-gate.ts';

/** What the gates look at: figures as they will be written, with the raw count of each published one. */
export interface GateSubject {
  readonly recipe: Recipe;
  readonly policy: Policy;
  readonly organisation: string;
  /** What the signer writes. */
  readonly comment: string;
  readonly objections: ObjectionReport;
  /** Sensitive places of the open files by category. */
  readonly places: Understanding['places'];
  readonly tables: readonly FiguresOfTable[];
  readonly audit: AuditOutcome;
  /** Facts about whole groups that the tables would state. */
  readonly wholeGroups: readonly WholeGroupsOfTable[];
  /** How the attacks on it went. */
  readonly attacks: readonly AttackReport[];
  /** Faults of the tables as text, first one first; empty when they keep their schemas. */
  readonly tableFaults: readonly string[];
  /** What earlier releases of this workstation say against this one. */
  readonly earlierReleases: GateResult;
  /** What the year's budget says, where the policy sets one. */
  readonly yearlyBudget: readonly GateResult[];
  /** When the release is signed, seconds since 1970 UTC. */
  readonly signedAt: number;
}

/** Evaluates every gate on what is about to be signed. All must pass; one that cannot be evaluated counts as failed. */
export function releaseGates(subject: GateSubject): readonly GateResult[] {
  const { recipe, policy, tables, tableFaults } = subject;
  return [
    termsComplete(subject),
    ...signingGates(subject),
    policyKept(subject),
    minimumPersonsKept(recipe, tables),
    roundingKept(recipe, tables),
    blanksHold(recipe, subject.audit),
    ...wholeGroupsHidden(recipe, policy, subject.wholeGroups),
    ...attackGates(policy, subject.attacks),
    budgetKept(recipe, policy),
    gateResult('table-schema', 'recomputable', tableFaults.length === 0, {
      faults: tableFaults.length,
      ...(tableFaults[0] !== undefined && { first: tableFaults[0] }),
    }),
    registerGate(subject),
    ...placesKnown(subject),
    subject.earlierReleases,
    ...subject.yearlyBudget,
    somethingPublished(subject),
  ];
}

type Terms = Pick<GateSubject, 'recipe' | 'policy' | 'organisation'>;

/**
 * The gates of a release that rest on its terms alone, recomputed from a bundle by somebody who is to approve it: what the
 * verifier checks of figures and tables is not among them, nor whether its preparer left a comment.
 */
export function termGates(subject: Terms): readonly GateResult[] {
  return [
    termsComplete(subject),
    ...signingGates({ ...subject, comment: '' }).filter(({ kind }) => kind === 'recomputable'),
    policyKept(subject),
    budgetKept(subject.recipe, subject.policy),
  ];
}

function policyKept({ recipe, policy }: Terms): GateResult {
  const broken = violations(recipe, policy);
  const [first] = broken;
  return gateResult('policy-kept', 'recomputable', broken.length === 0, {
    broken: broken.length,
    ...(first && { rule: first.rule, asked: first.asked, allowed: first.allowed }),
  });
}

function termsComplete({ recipe, organisation }: Terms): GateResult {
  const fields = {
    purpose: recipe.terms.purpose,
    legalBasis: recipe.terms.legalBasis,
    recipient: recipe.terms.recipient,
    organisation,
    period: recipe.period === null ? '' : recipe.period.from,
    releaseDate: recipe.releaseDate,
  };
  const missing = Object.entries(fields).filter(([, value]) => value.trim() === '');
  return gateResult('terms-complete', 'recomputable', missing.length === 0, {
    missing: missing.map(([name]) => name).join(', '),
  });
}

/** At least one group is published; tables without any are named. */
function somethingPublished({ tables }: GateSubject): GateResult {
  const counts = tables.map(({ status }) => status.reduce((n, one) => n + (one === 0 ? 1 : 0), 0));
  const published = counts.reduce((sum, count) => sum + count, 0);
  const empty = tables.filter((_, i) => counts[i] === 0).map(({ product }) => product);
  return gateResult('something-published', 'recomputable', published > 0, {
    published,
    ...(empty.length > 0 && { empty: empty.join(', ') }),
  });
}
