import { useMemo, useState } from 'react';
import { classBreaks } from './class-breaks.ts';
import { rampSteps } from './map-colors.ts';
import { steadyBreaks } from './steady-breaks.ts';
import type { ZoneUnit } from './use-zone-text.ts';

/** The classes of the map: cut from `domain` where there is one, otherwise kept from view to view while they fit. */
export function useBreaks(
  figures: Int32Array,
  unit: ZoneUnit,
  domain: Int32Array | readonly number[] | undefined,
): readonly number[] {
  const [kept, setKept] = useState<Kept>({ unit, figures: undefined, breaks: [] });
  let current = kept;
  if (kept.figures !== figures || kept.unit !== unit) {
    const previous = kept.unit === unit ? kept.breaks : [];
    current = { unit, figures, breaks: steadyBreaks(previous, figures, rampSteps) };
    setKept(current);
  }
  const fixed = useMemo(() => (domain === undefined ? undefined : classBreaks(domain, rampSteps)), [domain]);
  return fixed ?? current.breaks;
}

interface Kept {
  readonly unit: ZoneUnit;
  readonly figures: Int32Array | undefined;
  readonly breaks: readonly number[];
}
