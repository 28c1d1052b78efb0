import { membershipAttack } from '../../attacks/membership/membership-attack.ts';
import { usualMembershipOptions } from '../../attacks/membership/options.ts';
import type { MembershipResult } from '../../attacks/membership/result.ts';
import { synthesiseTraces, usualSynthesis } from '../../attacks/membership/synthesise-traces.ts';
import type { Paths } from '../../attacks/recovery/night-zones.ts';
import { classicalRule } from '../../attacks/rules/classical-rule.ts';
import type { Traces } from '../../attacks/traces.ts';
import type { AttackMaterial } from './attack-material.ts';
import { footfallSeries } from './footfall-series.ts';
import { truePaths } from './true-paths.ts';

interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Membership asked by an attacker who has nobody's data and learns from the release alone (Guan et al. 2024): people are invented from
 * the footfall of everybody together. Undefined where a release tells no hours, or where figures bear noise, for which the
 * certified ceiling stands.
 */
export function* askFromReleaseAlone(
  material: AttackMaterial,
): Generator<Progress, MembershipResult | undefined> {
  const { recipe, policy, released, seed } = material;
  const series = footfallSeries(released);
  if (typeof series === 'string' || recipe.guarantee.kind !== 'classical') return undefined;
  const { clock, zones, figures, centres } = series;
  const paths = yield* waiting(truePaths(material, series));
  const { minimumPersons, roundingBase, zeroGroups } = recipe;
  const rule = classicalRule({ minimumPersons, roundingBase, showsZero: zeroGroups === 'shown' });
  const footfall = {
    zones: zones.length,
    bins: clock.days * clock.binsPerDay,
    figures,
    centres,
    persons: paths.counted,
    rule,
    hiddenGuess: minimumPersons / 2,
  };
  const reference = yield* waiting(synthesiseTraces(footfall, { ...usualSynthesis, seed }));
  return yield* membershipAttack(
    { traces: tracesAlong(paths, zones.length), rule, zeroMeansNobody: zeroGroups === 'shown', reference },
    {
      ...usualMembershipOptions,
      seed: `${seed} release alone`,
      targets: policy.attacks.membershipTargets,
      groupSize: paths.counted,
      knownShares: [1],
    },
  );
}

/** Runs steps that count nothing as progress that is not known. */
function* waiting<T>(steps: Generator<void, T>): Generator<Progress, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield { done: 0, total: 0 };
  }
}

/** Each person in one group for each bin in which they were seen: `bin * zones + zone`. */
function tracesAlong({ paths, bins, zoneOf }: Paths, zones: number): Traces {
  const starts = new Uint32Array(paths + 1);
  const groupOf = new Uint32Array(zoneOf.reduce((sum, zone) => sum + (zone >= 0 ? 1 : 0), 0));
  let at = 0;
  zoneOf.forEach((zone, i) => {
    if (zone >= 0) groupOf[at++] = (i % bins) * zones + zone;
    starts[Math.floor(i / bins) + 1] = at;
  });
  return { persons: paths, groups: bins * zones, starts, groupOf };
}
