import { presentKeyProducts } from '../protect/differential-privacy/noise-plan.ts';
import { epsilonOf } from '../protect/differential-privacy/zcdp.ts';
import { isPublished } from '../protect/is-published.ts';
import { roundToBase } from '../protect/round.ts';
import type { Policy } from '../policy/policy.ts';
import type { Product } from '../products/product.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { gateResult, type GateResult } from './gate.ts';

/** Figures of one table as they will be written, row by row, with what the threshold acted on. */
export interface FiguresOfTable {
  readonly product: Product;
  /** The figure, -1: none. */
  readonly persons: Int32Array;
  /** 0 published, 1 suppressed, 2 zero. */
  readonly status: Uint8Array;
  /** What the threshold acted on: raw distinct persons, or holders, of published rows. */
  readonly raw: Int32Array;
  /** Raw distinct persons of published rows: what their figures come from. */
  readonly rawPersons: Int32Array;
}

/** Hidden groups of all tables by what a reader can work out about them. */
export interface AuditOutcome {
  readonly exact: number;
  readonly narrow: number;
  readonly safe: number;
  readonly notTested: number;
}

type Figures = readonly FiguresOfTable[];

/** Classical: no published figure is of fewer persons than the recipe says. Differential privacy: no published figure is below it. */
export function minimumPersonsKept({ minimumPersons, guarantee }: Recipe, tables: Figures): GateResult {
  const classical = guarantee.kind === 'classical';
  let below = 0;
  let smallest = Infinity;
  for (const { persons, status, raw } of tables)
    status.forEach((one, row) => {
      if (one !== 0) return;
      const count = (classical ? raw[row] : persons[row]) ?? 0;
      if (!isPublished(count, minimumPersons)) below++;
      smallest = Math.min(smallest, count);
    });
  return gateResult('minimum-persons', classical ? 'attested' : 'recomputable', below === 0, {
    below,
    minimumPersons,
    ...(Number.isFinite(smallest) && { smallest }),
  });
}

/**
 * Figures are the nearest multiples of the base, and rows without one bear none. With cell-key noise a figure is a multiple that
 * no more than the largest noise explains, and never 0; with differential privacy it is some multiple.
 */
export function roundingKept({ roundingBase, guarantee }: Recipe, tables: Figures): GateResult {
  let wrong = 0;
  for (const { persons, status, rawPersons } of tables)
    status.forEach((one, row) => {
      const figure = persons[row] ?? -1;
      const right =
        one === 0
          ? isRounded(figure, rawPersons[row] ?? 0, { roundingBase, guarantee })
          : figure === (one === 2 ? 0 : -1);
      if (!right) wrong++;
    });
  return gateResult('rounding', 'recomputable', wrong === 0, { wrong, roundingBase });
}

function isRounded(
  figure: number,
  raw: number,
  { roundingBase, guarantee }: Pick<Recipe, 'roundingBase' | 'guarantee'>,
): boolean {
  if (guarantee.kind === 'differentialPrivacy') return figure >= 0 && figure % roundingBase === 0;
  if (guarantee.cellKeyNoise === null) return figure === roundToBase(raw, roundingBase);
  const { maximumNoise } = guarantee.cellKeyNoise;
  const low = Math.max(roundingBase, roundToBase(Math.max(0, raw - maximumNoise), roundingBase));
  const high = Math.max(roundingBase, roundToBase(raw + maximumNoise, roundingBase));
  return figure % roundingBase === 0 && figure >= low && figure <= high;
}

/** No hidden group can be worked out exactly or too narrowly, and each was tested. Where noise is on every figure there are none. */
export function blanksHold({ guarantee }: Recipe, audit: AuditOutcome): GateResult {
  if (guarantee.kind === 'differentialPrivacy')
    return gateResult('recoverable-blanks', 'attested', true, { exact: 0, narrow: 0, notTested: 0 });
  const { exact, narrow, notTested, safe } = audit;
  const detail = { exact, narrow, notTested, safe };
  const result = gateResult('recoverable-blanks', 'attested', exact + narrow + notTested === 0, detail);
  return exact + narrow === 0 && notTested > 0 ? { ...result, outcome: 'notTested' } : result;
}

/** Differential privacy: (epsilon, delta) of the whole release within the policy. Classical releases promise none. */
export function budgetKept({ guarantee, products }: Recipe, policy: Policy): GateResult {
  if (guarantee.kind === 'classical')
    return gateResult('budget', 'recomputable', true, { guarantee: 'classical' });
  const keysAppear = products.some((product) => presentKeyProducts.has(product));
  const epsilon = epsilonOf(Number(guarantee.rho), 10 ** -guarantee.deltaExponent / (keysAppear ? 2 : 1));
  const limit = policy.maximumEpsilonHundredths / 100;
  return gateResult('budget', 'recomputable', epsilon <= limit, {
    guarantee: 'differentialPrivacy',
    epsilon: `${Math.ceil(epsilon * 10_000) / 10_000}`,
    limit: `${limit}`,
    deltaExponent: guarantee.deltaExponent,
  });
}
