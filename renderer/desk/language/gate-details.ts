import { ruleNames } from '../../../shared/policy/violations.ts';
import { productNames } from '../../../shared/products/product.ts';
import { sensitiveCategories } from '../../../shared/recipe/sensitive-places.ts';
import { reviewFaults } from '../../../shared/evidence/signing-gates.ts';
import { findingCodes } from '../../../shared/ledger/finding.ts';
import { notTestedReasons } from './attack-reasons.ts';
import type { GateResult } from '../../../shared/evidence/gate.ts';
import type { RegisterFault } from '../../../shared/evidence/register-gate.ts';
import type { Reading, Told } from './reading.ts';

const count = (unit: string) => ({ as: 'count', unit }) as const satisfies Reading;
const text = { as: 'text' } as const satisfies Reading;
const limit = { as: 'limit' } as const satisfies Reading;
const decimal = { as: 'decimal' } as const satisfies Reading;
const persons = count('evidence.unit.persons');
const groups = count('evidence.unit.groups');
const hours = count('evidence.unit.hours');

const terms = {
  purpose: 'approve.terms.purpose',
  legalBasis: 'approve.terms.legalBasis',
  recipient: 'approve.terms.recipient',
  organisation: 'approve.terms.organisation',
  period: 'recipe.field.period',
  releaseDate: 'approve.terms.releaseDate',
} as const;
const words = (prefix: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `${prefix}.${name}`]));
const placeKinds = {
  as: 'list',
  words: words('recipe.place', sensitiveCategories),
} as const satisfies Reading;
const register = { none: 'recipe.stage1.noRegister', applied: 'evidence.applied' } as const;

const dimensions = ['zone', 'other', 'time', 'band', 'age', 'gender', 'population'] as const;

const registerFaults = {
  'not-permitted': 'evidence.registerFault.not-permitted',
  'no-reason': 'evidence.registerFault.no-reason',
  'no-as-of': 'evidence.registerFault.no-as-of',
  'too-old': 'evidence.registerFault.too-old',
  'from-the-future': 'evidence.registerFault.from-the-future',
  'too-few': 'evidence.registerFault.too-few',
  'upstream-in-the-future': 'evidence.registerFault.upstream-in-the-future',
} as const satisfies Record<RegisterFault, string>;

const reasons = Object.fromEntries(notTestedReasons.map((reason) => [reason, `attacks.reason.${reason}`]));

const guaranteeTold = {
  name: 'recipe.field.guarantee',
  reading: {
    as: 'words',
    words: words('recipe.guarantee.name', ['classical', 'differentialPrivacy']),
  },
} as const satisfies Told;

/** What a gate of an attack tells: what was measured, what the policy allows, or why there is neither. */
const attackDetails = (gate: string) => ({
  measured: { name: `attacks.gate.${gate}.measured`, reading: decimal },
  limit: { name: `attacks.gate.${gate}.limit`, reading: decimal },
  reason: { name: 'attacks.gate.reason', reading: { as: 'words', words: reasons } satisfies Reading },
});

/** What each gate tells besides its outcome: figures and limits with their units, in the order they are shown. */
export const gateDetails: Readonly<Record<GateResult['id'], Readonly<Record<string, Told>>>> = {
  'terms-complete': { missing: { name: 'evidence.missing', reading: { as: 'list', words: terms } } },
  'signing-comment': {},
  'dpia-reference': {},
  'recipient-profile': {},
  'review-by': {
    reviewBy: { name: 'approve.terms.reviewBy', reading: { as: 'day' } },
    limitDays: { name: 'evidence.reviewLimit', reading: count('evidence.unit.days') },
    fault: {
      name: 'evidence.reviewFault.name',
      reading: { as: 'words', words: words('evidence.reviewFault', reviewFaults) },
    },
  },
  'policy-kept': {
    broken: { name: 'evidence.broken', reading: count('evidence.unit.rules') },
    rule: {
      name: 'approve.numbers.rule',
      reading: { as: 'words', words: words('recipe.rule-name', ruleNames) },
    },
    asked: { name: 'evidence.asked', reading: limit },
    allowed: { name: 'evidence.allowed', reading: limit },
  },
  'minimum-persons': {
    minimumPersons: { name: 'evidence.limit', reading: persons },
    below: { name: 'evidence.below', reading: groups },
    smallest: { name: 'evidence.smallest', reading: persons },
  },
  rounding: {
    roundingBase: { name: 'recipe.field.roundingBase', reading: count('evidence.unit.multiples') },
    wrong: { name: 'evidence.wrong', reading: count('evidence.unit.figures') },
  },
  'recoverable-blanks': {
    exact: { name: 'evidence.exact', reading: groups },
    narrow: { name: 'evidence.narrow', reading: groups },
    notTested: { name: 'evidence.notTested', reading: groups },
    safe: { name: 'evidence.safe', reading: groups },
  },
  'whole-groups': {
    slack: { name: 'evidence.wholeSlack', reading: persons },
    found: { name: 'evidence.wholeFound', reading: groups },
    product: {
      name: 'evidence.product',
      reading: { as: 'words', words: words('products.name', productNames) },
    },
    group: { name: 'evidence.wholeOf', reading: text },
    category: { name: 'evidence.wholeIn', reading: text },
  },
  'places-known': {
    demanded: { name: 'evidence.placesDemanded', reading: placeKinds },
    missing: { name: 'evidence.placesMissing', reading: placeKinds },
    absent: { name: 'evidence.placesAbsent', reading: placeKinds },
  },
  subtraction: attackDetails('subtraction'),
  'sensitive-places': attackDetails('sensitive-places'),
  membership: attackDetails('membership'),
  recovery: attackDetails('recovery'),
  reconstruction: attackDetails('reconstruction'),
  budget: {
    guarantee: guaranteeTold,
    epsilon: { name: 'evidence.epsilon', reading: decimal },
    limit: { name: 'evidence.epsilonLimit', reading: decimal },
    deltaExponent: { name: 'evidence.delta', reading: { as: 'tenToMinus' } },
  },
  'table-schema': {
    faults: { name: 'evidence.faults', reading: count('evidence.unit.faults') },
    first: { name: 'evidence.firstFault', reading: text },
  },
  'objection-register': {
    register: { name: 'evidence.register', reading: { as: 'words', words: register } },
    reason: { name: 'evidence.reason', reading: text },
    registered: { name: 'evidence.registered', reading: count('evidence.unit.entries') },
    matched: { name: 'evidence.matched', reading: persons },
    fewestMatched: { name: 'evidence.fewestMatched', reading: persons },
    personsBefore: { name: 'evidence.personsBefore', reading: persons },
    asOf: { name: 'evidence.asOf', reading: { as: 'stamp' } },
    ageHours: { name: 'evidence.ageHours', reading: hours },
    limitHours: { name: 'evidence.limitHours', reading: hours },
    upstreamDate: { name: 'evidence.upstreamDate', reading: { as: 'day' } },
    upstreamProof: { name: 'evidence.upstreamProof', reading: text },
    faults: { name: 'evidence.registerFaults', reading: { as: 'list', words: registerFaults } },
  },
  'yearly-budget': {
    guarantee: guaranteeTold,
    year: { name: 'evidence.yearlyYear', reading: text },
    epsilon: { name: 'evidence.yearlyEpsilon', reading: decimal },
    before: { name: 'evidence.yearlyBefore', reading: decimal },
    limit: { name: 'evidence.epsilonLimit', reading: decimal },
    releases: { name: 'evidence.compared', reading: count('evidence.unit.releases') },
  },
  'earlier-releases': {
    compared: { name: 'evidence.compared', reading: count('evidence.unit.releases') },
    ledger: { name: 'evidence.ledger', reading: text },
    findings: { name: 'evidence.findings', reading: count('evidence.unit.findings') },
    code: {
      name: 'evidence.finding',
      reading: { as: 'words', words: words('evidence.findingCode', findingCodes) },
    },
    product: {
      name: 'evidence.product',
      reading: { as: 'words', words: words('products.name', productNames) },
    },
    earlier: { name: 'evidence.earlierRelease', reading: text },
    larger: { name: 'evidence.larger', reading: text },
    largerPersons: { name: 'evidence.figure', reading: persons },
    smaller: { name: 'evidence.smaller', reading: text },
    smallerPersons: { name: 'evidence.figure', reading: persons },
    differsBy: {
      name: 'evidence.differsBy',
      reading: { as: 'list', words: words('evidence.differing', dimensions) },
    },
  },
  'something-published': {
    published: { name: 'evidence.published', reading: groups },
    empty: {
      name: 'evidence.emptyTables',
      reading: { as: 'list', words: words('products.name', productNames) },
    },
  },
};
