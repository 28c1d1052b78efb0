import type { Distance, Load, Shipment } from './transport.ts';

/** Shortest way first: not the cheapest of all, but quick where hundreds of zones are left over. */
export function nearestFirst(sources: Load, sinks: Load, distance: Distance): readonly Shipment[] {
  const columns = sinks.zones.length;
  const length = Float64Array.from({ length: sources.zones.length * columns }, (_, at) =>
    distance(sources.zones[Math.floor(at / columns)] ?? 0, sinks.zones[at % columns] ?? 0),
  );
  const order = Uint32Array.from(length, (_, at) => at).toSorted(
    (a, b) => (length[a] ?? 0) - (length[b] ?? 0) || a - b,
  );
  const [left, free] = [[...sources.amounts], [...sinks.amounts]];
  const shipments: Shipment[] = [];
  for (const at of order) {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const amount = Math.min(left[row] ?? 0, free[column] ?? 0);
    if (amount === 0) continue;
    left[row] = (left[row] ?? 0) - amount;
    free[column] = (free[column] ?? 0) - amount;
    shipments.push({ from: sources.zones[row] ?? 0, to: sinks.zones[column] ?? 0, amount });
  }
  return shipments;
}
