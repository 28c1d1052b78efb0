import { useMemo } from 'react';
import { labelPoint } from '../features/map/label-point.ts';
import { useDesk } from '../state/use-desk.ts';
import { trailOf, type ReplayStep } from './replay-step.ts';
import { zoneOutlines } from './zone-outline.ts';
import type { RecoveredReplay } from '../../../shared/ipc/attack-findings.ts';

const width = 480;

interface Props {
  readonly path: RecoveredReplay;
  readonly bin: number;
  readonly step: ReplayStep;
  /** What is shown, in words. */
  readonly told: string;
}

type Place = readonly [number, number];

/** Zones, the true and the recovered place at a time, and the ways of that day up to it. */
export function ReplayMap({ path, bin, step, told }: Props) {
  const drawn = useDrawn(path.zoneIds);
  if (drawn === undefined) return null;
  const { outlines, places } = drawn;
  const line = (of: Int32Array) =>
    trailOf(of, path.binsPerDay, bin)
      .flatMap((zone) => places[zone]?.join(',') ?? [])
      .join(' ');
  const at = (zone: number | undefined): Place | undefined => (zone === undefined ? undefined : places[zone]);
  const [truth, recovered] = [at(step.truth), at(step.recovered)];
  return (
    <svg
      className="replay-map"
      viewBox={`-8 -8 ${outlines.width + 16} ${outlines.height + 16}`}
      role="img"
      aria-label={told}
    >
      {outlines.paths.map((outline) => (
        <path key={outline} className="replay-zone" d={outline} />
      ))}
      <polyline className="replay-trail-truth" points={line(path.truth)} />
      <polyline className="replay-trail-recovered" points={line(path.recovered)} />
      {truth && <circle className="replay-truth" cx={truth[0]} cy={truth[1]} r="11" />}
      {recovered && <path className="replay-recovered" d={crossAt(recovered)} />}
    </svg>
  );
}

function crossAt([x, y]: Place): string {
  return `M${x - 8} ${y - 8}l16 16m0-16l-16 16`;
}

/** The sign of a place in the legend. */
export function ReplaySign({ kind }: { readonly kind: 'truth' | 'recovered' }) {
  return (
    <svg className="replay-sign" viewBox="-13 -13 26 26" aria-hidden="true">
      {kind === 'truth' ? (
        <circle className="replay-truth" r="10" />
      ) : (
        <path className="replay-recovered" d={crossAt([0, 0])} />
      )}
    </svg>
  );
}

/** Outlines of the finest zones, and where the signs of the zones of a replay stand. */
function useDrawn(zoneIds: readonly string[]) {
  const shapes = useDesk((state) => state.shapes);
  return useMemo(() => {
    const finest = shapes.filter(({ level }) => level === 0);
    const outlines = zoneOutlines(finest, width);
    if (outlines === undefined) return undefined;
    const byId = new Map(finest.map((shape) => [shape.zoneId, shape]));
    const places = zoneIds.map((id): Place | undefined => {
      const [polygon] = byId.get(id)?.polygons ?? [];
      return polygon && outlines.place([...labelPoint(polygon).point]);
    });
    return { outlines, places };
  }, [shapes, zoneIds]);
}
