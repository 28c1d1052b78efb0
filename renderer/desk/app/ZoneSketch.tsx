import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { classOf } from '../features/map/class-breaks.ts';
import { rampStep } from '../features/map/ramp-step.ts';
import { useFormat } from '../language/format.ts';
import { zoneOutlines } from './zone-outline.ts';
import { zoneStates, type ZoneShape, type ZoneValues } from '../../../shared/ipc/view.ts';

export interface ZoneSketchProps {
  readonly shapes: readonly ZoneShape[];
  readonly values: ZoneValues;
  /** Lower bounds of the classes, shared by pictures that are set beside each other. */
  readonly breaks: readonly number[];
}

const width = 480;

/** A small still map of the finest zones: the ramp for released figures, hatching for hidden, grey for outside. */
export function ZoneSketch({ shapes, values, breaks }: ZoneSketchProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hatch = useId();
  const finest = useMemo(() => shapes.flatMap((shape, i) => (shape.level === 0 ? [i] : [])), [shapes]);
  const outlines = useMemo(
    () =>
      zoneOutlines(
        finest.flatMap((i) => shapes[i] ?? []),
        width,
      ),
    [finest, shapes],
  );
  if (outlines === undefined) return null;
  const stateOf = (zone: number) => zoneStates[values.states[zone] ?? 1] ?? 'suppressed';
  const fillOf = (zone: number): string => {
    switch (stateOf(zone)) {
      case 'published': {
        const step = rampStep(classOf(breaks, values.values[zone] ?? 0), breaks.length);
        return `var(--ramp-${step + 1})`;
      }
      case 'suppressed':
        return `url(#${hatch})`;
      case 'empty':
        return 'var(--surface)';
      case 'outOfScope':
        return 'var(--not-applicable)';
    }
  };
  const published = finest.filter((zone) => stateOf(zone) === 'published').length;
  return (
    <svg
      className="zone-sketch"
      viewBox={`0 0 ${outlines.width} ${outlines.height}`}
      role="img"
      aria-label={t('compare.map', {
        published: format.number(published),
        zones: format.number(finest.length),
      })}
    >
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" fill="var(--hatch-back)" />
          <rect width="1.2" height="7" fill="var(--hatch)" />
        </pattern>
      </defs>
      {outlines.paths.map((path, i) => (
        <path key={shapes[finest[i] ?? 0]?.zoneId} d={path} fill={fillOf(finest[i] ?? 0)} />
      ))}
    </svg>
  );
}
