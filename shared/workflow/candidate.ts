import { isoDay } from '../base/calendar.ts';
import type { Understanding } from '../extract/understanding.ts';
import type { Candidate } from '../ipc/candidate.ts';
import type { AttackReport } from '../evidence/attack-report.ts';
import type { ProtectionReport } from '../ipc/protection.ts';
import type { StageTally, ZoneShape } from '../ipc/view.ts';
import { dwellBandLabels, frequencyBandLabels } from '../products/bands.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { candidateTable } from './candidate-table.ts';
import type { ProtectedTable } from './protected-table.ts';
import { zoneShapesOf } from './zone-shapes.ts';

/** All that a candidate is made of. */
export interface CandidateSource {
  readonly recipe: Recipe;
  readonly understanding: Understanding;
  readonly tables: readonly ProtectedTable[];
  readonly tally: StageTally;
  readonly protection: ProtectionReport;
  readonly attacks: readonly AttackReport[];
}

/**
 * What a recipe makes of an extract: groups with their released figure, and, when the recipe lists them, groups without one.
 * Zones of a grid that hold no published group are left out, so that their mere presence tells nothing.
 */
export function candidateOf(source: CandidateSource): Candidate {
  const { recipe, tables } = source;
  const [first] = tables;
  if (!first) throw new Error('a recipe releases at least one product');
  const { placed, breakdown, firstDay, lastDay } = first.counted;
  const shown = recipe.zones.kind === 'polygons' ? undefined : zonesWithFigures(tables);
  const newIndex = new Int32Array(placed.shapes.length).fill(-1);
  let next = 0;
  for (let zone = 0; zone < newIndex.length; zone++)
    if (shown === undefined || shown.has(zone)) newIndex[zone] = next++;
  return {
    recipe: { ...recipe, period: { from: isoDay(firstDay), to: isoDay(lastDay) } },
    understanding: source.understanding,
    zones: keptShapes(zoneShapesOf(placed), newIndex),
    ages: [...breakdown.ages],
    genders: [...breakdown.genders],
    dwellBands: [...dwellBandLabels(recipe.dwellBreaks)],
    frequencyBands: [...frequencyBandLabels(recipe.frequencyBreaks)],
    tables: tables.map((table) => candidateTable(table, recipe, newIndex)),
    tally: source.tally,
    protection: source.protection,
    attacks: [...source.attacks],
  };
}

/** The zones that stay; one whose parent does not names none. */
function keptShapes(all: readonly ZoneShape[], newIndex: Int32Array): ZoneShape[] {
  const kept = all.filter((_, zone) => newIndex[zone] !== -1);
  const ids = new Set(kept.map(({ zoneId }) => zoneId));
  return kept.map(({ parent, ...shape }) => ({
    ...shape,
    ...(parent !== undefined && ids.has(parent) && { parent }),
  }));
}

/** Zones that a published group of any table bears, at either end. */
function zonesWithFigures(tables: readonly ProtectedTable[]): ReadonlySet<number> {
  const shown = new Set<number>();
  for (const { counted, fates } of tables) {
    const { zone, destination, home } = counted.table.part;
    const zones = counted.placed.shapes.length;
    fates.forEach((fate, i) => {
      if (fate !== 0) return;
      shown.add(zone?.[i] ?? 0);
      const other = destination?.[i] ?? home?.[i] ?? zones;
      if (other < zones) shown.add(other);
    });
  }
  return shown;
}
