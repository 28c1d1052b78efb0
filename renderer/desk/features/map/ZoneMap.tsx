import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneStates, type ZoneShape, type ZoneValues } from '../../../../shared/ipc/view.ts';
import { classBreaks } from './class-breaks.ts';
import { labelPoint } from './label-point.ts';
import type { ShownBasemap } from './load-basemap.ts';
import { rampSteps } from './map-colors.ts';
import { MapFrame } from './MapFrame.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapTooltip, type TooltipPlace } from './MapTooltip.tsx';
import { steadyBreaks } from './steady-breaks.ts';
import { useZoneCanvas } from './use-zone-canvas.ts';
import { useZoneText, type ZoneUnit } from './use-zone-text.ts';
import { publishedValues, zonePaints } from './zone-paint.ts';
import { ZoneList } from './ZoneList.tsx';

export interface ZoneMapProps {
  readonly shapes: readonly ZoneShape[];
  readonly values: ZoneValues | undefined;
  readonly selectedZone?: number | undefined;
  readonly brushedZones?: Int32Array | undefined;
  readonly basemap?: ShownBasemap | undefined;
  readonly unit: ZoneUnit;
  readonly minimumPersons: number;
  /** Whether a zone without anybody may be told apart from a hidden one. */
  readonly zeroShown: boolean;
  readonly stale: boolean;
  /** Figures the classes are cut from; without it they are cut from the values first shown and kept while they fit. */
  readonly domain?: Int32Array | readonly number[] | undefined;
  readonly onSelect: (zone: number | undefined) => void;
}

/** Released figures on the map: colour for published, hatching for hidden; hover explains, click selects. */
export function ZoneMap(props: ZoneMapProps): React.JSX.Element {
  const { t } = useTranslation();
  const { shapes, values, zeroShown, brushedZones } = props;
  const [active, setActive] = useState<number>();
  const [place, setPlace] = useState<TooltipPlace>();
  const figures = useMemo(() => publishedValues(values), [values]);
  const breaks = useBreaks(figures, props.unit, props.domain);
  const paints = useMemo(
    () => zonePaints(shapes.length, values, breaks, zeroShown),
    [shapes.length, values, breaks, zeroShown],
  );
  const zoneText = useZoneText(props);
  const map = useZoneCanvas(
    {
      ...props,
      paints,
      brushedZones,
      selectedZone: props.selectedZone,
      activeZone: active,
      basemap: props.basemap,
    },
    {
      onHover: (zone, point) => {
        setActive(zone);
        setPlace({ x: point.x, y: point.y });
      },
      onClick: (zone) => props.onSelect(zone === props.selectedZone ? undefined : zone),
    },
  );
  const reach = (zone: number | undefined): void => {
    setActive(zone);
    const polygon = zone === undefined ? undefined : shapes[zone]?.polygons[0];
    if (polygon !== undefined) setPlace(map.canvas?.locate(labelPoint(polygon).point));
  };
  const shape = active === undefined ? undefined : shapes[active];
  const largest = useMemo(() => figures.reduce((most, value) => Math.max(most, value), 0), [figures]);
  const outsideShown = values?.states.includes(zoneStates.indexOf('outOfScope')) ?? false;
  return (
    <MapFrame
      map={map}
      stale={props.stale}
      counted={{ published: figures.length, hidden: hiddenZones(values) }}
      onEscape={() => props.onSelect(undefined)}
    >
      <ZoneList
        shapes={shapes}
        active={active}
        selected={props.selectedZone}
        zoneText={zoneText}
        onActive={reach}
        onSelect={props.onSelect}
      />
      {shapes.length === 0 && <p className="map-empty">{t('map.noZones')}</p>}
      {shapes.length > 0 && (
        <MapLegend
          breaks={breaks}
          largest={largest}
          unit={props.unit}
          minimumPersons={props.minimumPersons}
          zeroShown={zeroShown}
          outsideShown={outsideShown}
          brushShown={(brushedZones?.length ?? 0) > 0}
        />
      )}
      {active !== undefined && shape !== undefined && place !== undefined && (
        <MapTooltip
          place={place}
          name={shape.name}
          text={zoneText(active)}
          published={values !== undefined && zoneStates[values.states[active] ?? 0] === 'published'}
        />
      )}
    </MapFrame>
  );
}

function hiddenZones(values: ZoneValues | undefined): number {
  const hidden = zoneStates.indexOf('suppressed');
  return values?.states.reduce((sum, state) => sum + (state === hidden ? 1 : 0), 0) ?? 0;
}

function useBreaks(
  figures: Int32Array,
  unit: ZoneUnit,
  domain: Int32Array | readonly number[] | undefined,
): readonly number[] {
  const kept = useRef<{ readonly unit: ZoneUnit; readonly breaks: readonly number[] }>({ unit, breaks: [] });
  return useMemo(() => {
    if (domain !== undefined) return classBreaks(domain, rampSteps);
    const previous = kept.current.unit === unit ? kept.current.breaks : [];
    const breaks = steadyBreaks(previous, figures, rampSteps);
    kept.current = { unit, breaks };
    return breaks;
  }, [figures, unit, domain]);
}
