import { wholeGroups, wholeGroupsDefaults } from '../../attacks/whole-groups/whole-groups.ts';
import { noPlacesOpen } from '../../evidence/attack-gates.ts';
import { maskedCells } from '../../geo/masked-cells.ts';
import { sensitiveCategories } from '../../recipe/sensitive-places.ts';
import type { Attack, AttackMaterial } from './attack-material.ts';

/** Version of the method. */
const version = 1;

/**
 * "Whole-group facts": everybody of a group in one category, and groups that are at a sensitive place far more often than people at
 * large. The gate looks at the lift alone; facts about everybody have a gate of their own where a policy asks for it.
 */
export const wholeGroupFacts: Attack = function* (material) {
  const { extract, policy, recipe, released, mark } = material;
  const zoneIds = sensitiveZones(material);
  const { lift } = policy.attacks;
  const { count, pairs, lifts, possibleLifts, largestLift, statements } = yield* wholeGroups(released, {
    ...wholeGroupsDefaults,
    slack: policy.wholeGroupSlack ?? 0,
    mostLift: lift,
    places: { kind: 'zones', zoneIds },
    minimumPersons: recipe.minimumPersons,
  });
  for (const { kind, category, persons } of statements)
    if (kind === 'lift') mark?.({ attack: 'whole-groups', zoneId: category.zone, persons });
  const isUnknown = extract.places.length === 0 && recipe.guarantee.kind === 'classical';
  return {
    attack: 'whole-groups',
    version,
    outcome: isUnknown ? 'notTested' : count.lift === 0 ? 'pass' : 'fail',
    ...(isUnknown ? { reason: noPlacesOpen } : { measured: largestLift }),
    limit: lift,
    seed: '',
    parameters: { lift, slack: policy.wholeGroupSlack ?? 0, sensitiveZones: zoneIds.size },
    figures: {
      found: count.lift,
      everyone: count.everyone,
      allBut: count.allBut,
      looked: pairs,
      lifts,
      possibleLifts,
      highestLift: largestLift,
    },
  };
};

/** Zones most of whose network cells that count stand near a sensitive place that the extract's files name: being there tells of it. */
function sensitiveZones({ extract, recipe, counter }: AttackMaterial): ReadonlySet<string> {
  const { latitude, longitude, places } = extract;
  if (places.length === 0) return new Set();
  const { radiusMetres } = recipe.sensitivePlaces;
  const isNear = maskedCells(
    places,
    { categories: [...sensitiveCategories], radiusMetres },
    { latitude, longitude, range: new Float64Array(latitude.length) },
  );
  const { shapes, zoneOfCell } = counter.place(recipe);
  const cells = new Int32Array(shapes.length);
  const near = new Int32Array(shapes.length);
  zoneOfCell.forEach((zone, cell) => {
    if (zone === -1) return;
    cells[zone] = (cells[zone] ?? 0) + 1;
    near[zone] = (near[zone] ?? 0) + (isNear[cell] ?? 0);
  });
  const most = shapes.filter((_, zone) => 2 * (near[zone] ?? 0) > (cells[zone] ?? 0));
  return new Set(most.map(({ zoneId }) => zoneId));
}
