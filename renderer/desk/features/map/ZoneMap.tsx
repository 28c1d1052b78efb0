import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { useMemo, useState } from 'react';
import { zoneStates, type ZoneShape, type ZoneValues } from '../../../../shared/ipc/view.ts';
import { labelPoint } from './label-point.ts';
import type { ShownBasemap } from './load-basemap.ts';
import { MapFrame } from './MapFrame.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapTooltip, type TooltipPlace } from './MapTooltip.tsx';
import { useBreaks } from './use-breaks.ts';
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
  const { shapes, values, zeroShown, brushedZones, basemap, selectedZone, onSelect } = props;
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
    { shapes, paints, brushedZones, selectedZone, activeZone: active, basemap },
    {
      onHover: (zone, point) => {
        setActive(zone);
        setPlace({ x: point.x, y: point.y });
      },
      onClick: (zone) => onSelect(zone === selectedZone ? undefined : zone),
    },
  );
  const reach = (zone: number | undefined): void => {
    setActive(zone);
    const polygon = zone === undefined ? undefined : shapes[zone]?.polygons[0];
    if (polygon !== undefined) setPlace(map.canvas?.locate(labelPoint(polygon).point));
  };
  const counted = { published: figures.length, hidden: hiddenZones(values) };
  const { unit, minimumPersons } = props;
  const brushShown = brushedZones !== undefined && brushedZones.length > 0;
  return (
    <MapFrame map={map} stale={props.stale} counted={counted} onEscape={() => onSelect(undefined)}>
      <ZoneList {...{ shapes, active, zoneText, onSelect }} selected={selectedZone} onActive={reach} />
      <MapLegend
        {...{ breaks, values, unit, minimumPersons, zeroShown, brushShown }}
        empty={shapes.length === 0}
      />
      <MapTooltip place={place} zone={active} shapes={shapes} values={values} zoneText={zoneText} />
    </MapFrame>
  );
}

function hiddenZones(values: ZoneValues | undefined): number {
  const hidden = zoneStates.indexOf('suppressed');
  return values?.states.reduce((sum, state) => sum + (state === hidden ? 1 : 0), 0) ?? 0;
}
