import type { CorpusCase } from '../corpus-case.ts';
import { earlierOf, exactRecipe } from '../corpus-material.ts';
import { few, many, pairLeak } from '../planted-case.ts';
import { daily, worldOf, type Crowd, type WorldZone } from '../small-world.ts';

/** Releases whose zones end elsewhere than before, with few persons between the borders. */
export const pairsOfMaps: readonly CorpusCase[] = ([30, 90, 150, 300] as const).map((metres) =>
  pairLeak('zone-maps', `a border that moved by ${metres} m`, async (random) => {
    const crowds = [
      { persons: many(random), visits: daily('a', 1) },
      { persons: few(random), visits: daily('strip', 1) },
      { persons: many(random), visits: daily('c', 1) },
    ];
    const wide = metres / 700;
    const cells = { strip: 1 + wide / 2, c: 1.8 };
    const before = worldOf(renamed(crowds, 'a2'), {
      zones: zoneTo('a2', 1 + wide),
      cells: { ...cells, a2: 0.5 },
    });
    const now = worldOf(crowds, { zones: zoneTo('a', 1), cells });
    return {
      extract: now,
      recipe: exactRecipe,
      earlier: [await earlierOf({ extract: before, recipe: exactRecipe })],
    };
  }),
);

/** The same people, seen where zone `a` has another name. */
function renamed(crowds: readonly Crowd[], to: string): readonly Crowd[] {
  return crowds.map((crowd) => ({
    ...crowd,
    visits: crowd.visits.map((visit) => ({ ...visit, zone: visit.zone === 'a' ? to : visit.zone })),
  }));
}

function zoneTo(id: string, border: number): readonly WorldZone[] {
  return [{ id, from: 0, to: border }];
}
