import type { Holders } from '../../ledger/nested-pairs.ts';
import type { Steps } from '../../ledger/steps.ts';
import { lookAtTables, type PairSink, type Side, type TablePair } from './table-pairs.ts';
import type { MapOverlay } from './zone-overlay.ts';

/** Tables of two releases with different zones, the first ones on the first map of the overlay. */
export interface MapPair {
  readonly first: readonly Side[];
  readonly second: readonly Side[];
  readonly overlay: MapOverlay;
}

/** Figures of zones of one map inside figures of zones of the other, both ways round. */
export function* lookAtMaps({ first, second, overlay }: MapPair, sink: PairSink): Steps<void> {
  for (const one of first)
    for (const other of second) {
      yield* lookAtTables(pairOf([one, other], overlay, overlay.firstInSecond), sink);
      yield* lookAtTables(pairOf([other, one], overlay, overlay.secondInFirst), sink);
    }
}

function pairOf([inner, outer]: readonly [Side, Side], { sliverOf }: MapOverlay, zone: Holders): TablePair {
  const other = otherHolders([inner, outer], zone);
  return { inner, outer, kind: 'zone-maps', sliverOf, holders: { zone, ...(other && { other }) } };
}

/** Homes and destinations of two maps: zones as they lie in each other; unknown homes in themselves; all in all homes. */
function otherHolders([inner, outer]: readonly [Side, Side], zone: Holders): Holders | undefined {
  const [product, ofOuter] = [inner.grid.table.product, outer.grid.table.product];
  if (product !== ofOuter || (product !== 'flows' && product !== 'catchment')) return undefined;
  if (product === 'flows') return zone;
  const unknown = outer.grid.released.zones.length;
  const all = { value: unknown + 1, further: true };
  return [
    ...zone.map((holders) => [...holders, all]),
    [{ value: unknown, further: false }, all],
    [{ value: unknown + 1, further: false }],
  ];
}
