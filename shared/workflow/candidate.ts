import { isoDay } from '../base/calendar.ts';
import type { Candidate } from '../ipc/vault-contract.ts';
import type { Understanding } from '../extract/understanding.ts';
import { isPublished } from '../protect/is-published.ts';
import { roundToBase } from '../protect/round.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Counted } from './counted.ts';

const status = { published: 0, suppressed: 1, zero: 2 } as const;

/**
 * What a recipe makes of an extract: published groups with their rounded figure, and, when the recipe lists them, groups
 * without one. Zones of a grid that hold no published group are left out, so that their mere presence tells nothing.
 */
export function candidateOf(recipe: Recipe, understanding: Understanding, counted: Counted): Candidate {
  const { counts, bins, breakdown, placed, firstDay, lastDay } = counted;
  const { minimumPersons, roundingBase } = recipe;
  const perZone = bins.starts.length * breakdown.classes.length;
  const shown = placed.shapes.map(
    (_, zone) =>
      recipe.zones.kind === 'polygons' ||
      counts.subarray(zone * perZone, (zone + 1) * perZone).some((raw) => isPublished(raw, minimumPersons)),
  );
  const listed = (raw: number, zone: number): boolean =>
    isPublished(raw, minimumPersons) || (recipe.suppressedGroups === 'list' && (shown[zone] ?? false));
  let rows = 0;
  counts.forEach((raw, i) => (rows += listed(raw, Math.floor(i / perZone)) ? 1 : 0));
  const newIndex = new Int32Array(shown.length);
  let next = 0;
  shown.forEach((is, zone) => (newIndex[zone] = is ? next++ : -1));
  const columns = {
    rowZone: new Int32Array(rows),
    rowStart: new Int32Array(rows),
    rowClass: new Int32Array(rows),
    rowPersons: new Int32Array(rows),
    rowStatus: new Uint8Array(rows),
    rowRaw: new Int32Array(rows),
  };
  let row = 0;
  let published = 0;
  let suppressed = 0;
  counts.forEach((raw, i) => {
    const zone = Math.floor(i / perZone);
    const isOut = isPublished(raw, minimumPersons);
    if (isOut) published++;
    else if (raw > 0) suppressed++;
    if (!listed(raw, zone)) return;
    const isZero = raw === 0 && recipe.zeroGroups === 'shown';
    columns.rowZone[row] = newIndex[zone] ?? -1;
    columns.rowStart[row] = bins.starts[Math.floor(i / breakdown.classes.length) % bins.starts.length] ?? 0;
    columns.rowClass[row] = i % breakdown.classes.length;
    columns.rowPersons[row] = isOut ? roundToBase(raw, roundingBase) : isZero ? 0 : -1;
    columns.rowStatus[row] = isOut ? status.published : isZero ? status.zero : status.suppressed;
    columns.rowRaw[row] = isOut ? raw : 0;
    row++;
  });
  return {
    recipe: { ...recipe, period: { from: isoDay(firstDay), to: isoDay(lastDay) } },
    understanding,
    zones: placed.shapes
      .filter((_, zone) => shown[zone])
      .map(({ zoneId, name, polygons }) => ({
        zoneId,
        name,
        polygons: polygons.map((rings) =>
          rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
        ),
      })),
    ...columns,
    classes: [...breakdown.classes],
    groupsPublished: published,
    groupsSuppressed: suppressed,
  };
}
