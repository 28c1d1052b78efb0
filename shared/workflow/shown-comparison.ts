import type { BundleComparison as Shown } from '../ipc/bundle-comparison.ts';
import type { NamedFigure } from '../ledger/finding.ts';
import type { BundleComparison } from './compare-bundles/compare-bundles.ts';

type Finding = BundleComparison['subtraction']['findings'][number];

/** A comparison as the window shows it: names, counts and published figures. */
export function shownComparison(comparison: BundleComparison): Shown {
  const { isSameSeries, period, recipe, policy, software, zones, tables, evidence } = comparison;
  const { earlier, later, added, removed, reshaped, renamed } = zones;
  return {
    earlier: nameOf(comparison.earlier),
    later: nameOf(comparison.later),
    isSameSeries,
    period: { ...period, earlier: { ...period.earlier }, later: { ...period.later } },
    recipe: recipe.map((one) => ({ ...one })),
    policy: policy.map((one) => ({ ...one })),
    software: software.map((one) => ({ ...one })),
    zones: {
      earlier,
      later,
      added: added.length,
      removed: removed.length,
      reshaped: reshaped.length,
      renamed: renamed.length,
    },
    tables: tables.map(tableOf),
    gates: evidence.gates.map((gate) => ({ ...gate })),
    attacks: evidence.attacks.map(({ attack, earlier: before, later: after }) => ({
      attack,
      ...(before && { earlier: before.outcome }),
      ...(after && { later: after.outcome }),
    })),
    subtraction: subtractionOf(comparison.subtraction),
  };
}

function nameOf({ releaseId, organisation, title, releaseDate }: BundleComparison['later']): Shown['later'] {
  return { releaseId, organisation, title, releaseDate };
}

function tableOf({ product, standsIn, groups, figures }: BundleComparison['tables'][number]) {
  const { same, raised, lowered, newlyShown, newlyHidden } = figures;
  const { earlier, later } = groups;
  return { product, standsIn, earlier, later, same, raised, lowered, newlyShown, newlyHidden };
}

function subtractionOf(found: BundleComparison['subtraction']): Shown['subtraction'] {
  const { findings, byKind, byCode, ...rest } = found;
  return { ...rest, byKind: { ...byKind }, byCode: { ...byCode }, findings: findings.map(findingOf) };
}

function findingOf({ code, kind, product, largerProduct, larger, smaller }: Finding) {
  const table = largerProduct ?? product;
  return {
    code,
    kind,
    ...(table !== undefined && { product: table }),
    ...(larger && { larger: figureOf(larger) }),
    ...(smaller && { smaller: figureOf(smaller) }),
  };
}

function figureOf({ group, release, persons }: NamedFigure) {
  return { zoneId: group.zone, persons, ...(release !== undefined && { release }) };
}
