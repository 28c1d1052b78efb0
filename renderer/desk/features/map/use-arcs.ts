import { useMemo, useState } from 'react';
import type { Arcs, ZoneShape } from '../../../../shared/ipc/view.ts';
import { type ArcFeatures, arcFeatures, noArcs, zoneCentres } from './arc-geojson.ts';
import { drawnArcs, steadyMost } from './arc-scale.ts';

/** Flows as they are drawn, with what the legend says of them. */
export interface DrawnArcs {
  readonly arcs: Arcs | undefined;
  readonly features: ArcFeatures;
  /** The figure of the widest line. */
  readonly most: number;
  /** How many are published at most, drawn or not. */
  readonly published: number;
}

/** Turns flows into curves; the widths keep their meaning while the time moves, as long as they still fit. */
export function useArcs(
  arcs: Arcs | undefined,
  shapes: readonly ZoneShape[],
  { chosen, scale }: { readonly chosen: boolean; readonly scale: string },
): DrawnArcs {
  const most = useSteadyMost(arcs, scale);
  const centres = useMemo(() => zoneCentres(shapes), [shapes]);
  const drawn = useMemo(() => arcs && drawnArcs(arcs, chosen), [arcs, chosen]);
  const features = useMemo(
    () => (drawn === undefined ? noArcs : arcFeatures(drawn, centres, most)),
    [drawn, centres, most],
  );
  return { arcs: drawn, features, most, published: arcs?.value.length ?? 0 };
}

interface Kept {
  readonly scale: string;
  readonly arcs: Arcs | undefined;
  readonly most: number;
}

function useSteadyMost(arcs: Arcs | undefined, scale: string): number {
  const [kept, setKept] = useState<Kept>({ scale, arcs: undefined, most: 0 });
  if (arcs === undefined || (kept.arcs === arcs && kept.scale === scale)) return kept.most;
  const most = steadyMost(kept.scale === scale ? kept.most : 0, arcs);
  setKept({ scale, arcs, most });
  return most;
}
