import type { ExtractInMemory } from '../../../shared/workflow/extract-in-memory.ts';
import { fineGrid, type FineGridOptions } from '../populations/fine-grid.ts';
import { worldOf, type Crowd } from './small-world.ts';

/** The people of a square grid, each seen once in every bin. */
export function gridWorld(options: FineGridOptions): ExtractInMemory {
  const { side, binsPerHour, persons, days } = options;
  const { zoneOf, binsPerDay, zones } = fineGrid(options);
  const bins = days * binsPerDay;
  const crowds = Array.from({ length: persons }, (_, person): Crowd => ({
    persons: 1,
    visits: Array.from({ length: bins }, (__, bin) => ({
      zone: `z${zoneOf[person * bins + bin]}`,
      day: Math.floor(bin / binsPerDay),
      hour: Math.floor((bin % binsPerDay) / binsPerHour),
      minute: ((bin % binsPerHour) * 60) / binsPerHour + 5,
    })),
  }));
  const squares = Array.from({ length: zones }, (_, zone) => ({
    id: `z${zone}`,
    from: Math.floor(zone / side),
    to: Math.floor(zone / side) + 1,
    north: zone % side,
  }));
  return worldOf(crowds, { zones: squares });
}
