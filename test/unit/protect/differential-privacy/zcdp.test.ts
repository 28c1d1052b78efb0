import { describe, expect, it } from 'vitest';
import {
  approximate,
  rhoWithin,
  shareOf,
  totalRho,
  varianceFor,
} from '../../../../shared/protect/differential-privacy/budget.ts';
import { rational, rationalOfText } from '../../../../shared/protect/differential-privacy/rational.ts';
import { deltaOf, epsilonOf, rhoOf } from '../../../../shared/protect/differential-privacy/zcdp.ts';
import {
  deltaOfRho,
  deltasOfRho,
  epsilonOfRho,
  ledger,
  printedRhoOfEpsilon,
  printedSigmas,
  rhoOfEpsilon,
  singleEpsilons,
  touchedGroups,
} from '../../../support/vectors/differential-privacy.ts';

/** `value` against `expected`, as a share of `expected`. */
function apart(value: number, expected: number): number {
  return Math.abs(value / expected - 1);
}

describe('zCDP to (epsilon, delta)', () => {
  it('gives the epsilon of the reference table to 1e-10', () => {
    for (const [rho, ...epsilons] of epsilonOfRho) {
      epsilons.forEach((epsilon, i) =>
        expect(apart(epsilonOf(rho, deltasOfRho[i] ?? 0), epsilon)).toBeLessThan(1e-10),
      );
    }
    for (const [rho, delta, epsilon, digits] of singleEpsilons) {
      expect(apart(epsilonOf(rho, delta), epsilon)).toBeLessThan(digits);
    }
    expect(epsilonOf((542 / 339) ** 2, 1e-10).toFixed(2)).toBe('17.14');
  });

  it('gives the rho and the delta of the reference tables', () => {
    for (const [epsilon, delta, rho] of rhoOfEpsilon)
      expect(apart(rhoOf(epsilon, delta), rho)).toBeLessThan(1e-9);
    for (const [epsilon, delta, text] of printedRhoOfEpsilon)
      expect(rhoOf(epsilon, delta).toFixed(8)).toBe(text);
    for (const [rho, epsilon, delta] of deltaOfRho)
      expect(apart(deltaOf(rho, epsilon), delta)).toBeLessThan(1e-9);
  });

  it('is tighter than the textbook bound, and never states less than it proves', () => {
    expect((0.1 + 2 * Math.sqrt(0.1 * Math.log(1e6))).toFixed(4)).toBe('2.4508');
    for (const [rho] of epsilonOfRho) {
      for (const delta of deltasOfRho) {
        const epsilon = epsilonOf(rho, delta);
        expect(epsilon).toBeLessThan(rho + 2 * Math.sqrt(rho * Math.log(1 / delta)));
        expect(deltaOf(rho, epsilon)).toBeLessThanOrEqual(delta);
        expect(apart(rhoOf(epsilon, delta), rho)).toBeLessThan(1e-9);
      }
    }
    expect(epsilonOf(0, 1e-6)).toBe(0);
    expect(deltaOf(0, 0)).toBe(0);
  });

  it('adds rho over periods before converting, to the printed digits', () => {
    for (const [rho, exact, printed] of ledger) {
      const epsilons = [1, 7, 30, 365].map((days) => {
        const total = totalRho(Array.from({ length: days }, () => rationalOfText(rho)));
        return epsilonOf(approximate(total), 1e-6);
      });
      epsilons.forEach((epsilon, i) => expect(apart(epsilon, exact[i] ?? 0)).toBeLessThan(1e-10));
      const texts = printed.split(' ').map((text, i) => {
        const places = text.length - text.indexOf('.') - 1;
        return [(epsilons[i] ?? 0).toFixed(places).replace(/^0/, ''), text];
      });
      for (const [computed, text] of texts) expect(computed).toBe(text);
    }
  });
});

describe('the noise a budget asks for', () => {
  it('is sensitivity squared over twice rho, exactly', () => {
    expect(varianceFor(24n, rationalOfText('0.05'))).toEqual(rational(240n));
    expect(varianceFor(336n, rationalOfText('0.0123'))).toEqual(rational(560_000n, 41n));
    expect(varianceFor(1n, rationalOfText('542/339'))).toEqual(rational(339n, 1084n));
    expect(() => varianceFor(1n, rational(0n))).toThrow('budget');
  });

  it('has the sigmas of the reference table to the printed digits', () => {
    for (const [rho, sigmas, halfWidth] of printedSigmas) {
      const computed = touchedGroups.map((groups) =>
        Math.sqrt(approximate(varianceFor(BigInt(groups), rationalOfText(rho)))),
      );
      expect(computed.map((sigma) => Number(sigma.toFixed(1)))).toEqual(sigmas);
      expect(Math.round(1.96 * (computed[2] ?? 0))).toBe(halfWidth);
    }
  });

  it('splits without loss and never spends more than epsilon allows', () => {
    const rho = rationalOfText('0.1');
    expect(totalRho(Array.from({ length: 3 }, () => shareOf(rho, 3)))).toEqual(rho);
    for (const epsilon of [0.1, 1, 2, 8]) {
      const within = approximate(rhoWithin(epsilon, 1e-6));
      expect(epsilonOf(within, 1e-6)).toBeLessThanOrEqual(epsilon);
      expect(rhoOf(epsilon, 1e-6) - within).toBeLessThan(1e-6);
    }
    expect(rhoWithin(1, 1e-6)).toEqual(rational(24_355n, 1_000_000n));
  });
});
