import { useState } from 'react';
import { rampSteps } from './map-colors.ts';
import { steadyBreaks } from './steady-breaks.ts';

interface Kept {
  readonly scale: string;
  readonly figures: Int32Array | undefined;
  readonly breaks: readonly number[];
}

/** The classes of the map, kept from view to view while they fit; another `scale` begins anew. */
export function useBreaks(figures: Int32Array, scale: string): readonly number[] {
  const [kept, setKept] = useState<Kept>({ scale, figures: undefined, breaks: [] });
  if (kept.figures === figures && kept.scale === scale) return kept.breaks;
  const previous = kept.scale === scale ? kept.breaks : [];
  const current = { scale, figures, breaks: steadyBreaks(previous, figures, rampSteps) };
  setKept(current);
  return current.breaks;
}
