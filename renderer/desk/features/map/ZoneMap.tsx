import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneStates, type ZoneShape, type ZoneValues } from '../../../../shared/ipc/view.ts';
import { labelPoint } from './label-point.ts';
import type { ShownBasemap } from './load-basemap.ts';
import { MapFrame } from './MapFrame.tsx';
import type { LegendNotes } from './LegendNote.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapTooltip, type TooltipPlace } from './MapTooltip.tsx';
import type { SliverShape } from './slivers.ts';
import type { DrawnArcs } from './use-arcs.ts';
import { useZoneCanvas } from './use-zone-canvas.ts';
import { useZoneText, type ZoneWording } from './use-zone-text.ts';
import type { Pointed } from './zone-canvas.ts';
import { noArcs } from './arc-geojson.ts';
import { plainPaint, publishedValues, zonePaints } from './zone-paint.ts';
import { ZoneList } from './ZoneList.tsx';

export interface ZoneMapProps extends ZoneWording {
  /** The zones that are drawn; every index below is an index into them. */
  readonly shapes: readonly ZoneShape[];
  readonly selectedZone: number | undefined;
  readonly brushedZones: Int32Array | undefined;
  /** Zones where attacks found something, each with their names in words. */
  readonly found: ReadonlyMap<number, string>;
  /** Slivers between zones of this release and of earlier ones, through which an attack found something. */
  readonly slivers: readonly SliverShape[];
  readonly basemap: ShownBasemap | undefined;
  /** Lower bounds of the classes, and all figures they were cut from. */
  readonly breaks: readonly number[];
  readonly figures: Int32Array;
  /** Flows, where they are drawn instead of figures of zones. */
  readonly arcs: DrawnArcs | undefined;
  /** Sentences the legend says besides. */
  readonly notes: LegendNotes;
  readonly stale: boolean;
  readonly onSelect: (zone: number | undefined) => void;
}

const nothing: Pointed = { zone: undefined, arc: undefined, sliver: undefined };

/** Released figures on the map: colour for published, hatching for hidden, lines for flows; hover explains, click selects. */
export function ZoneMap(props: ZoneMapProps): React.JSX.Element {
  const { shapes, brushedZones, found, basemap, selectedZone, onSelect, arcs } = props;
  const [active, setActive] = useState(nothing);
  const [place, setPlace] = useState<TooltipPlace>();
  const paints = usePaints(props);
  const zoneText = useFoundText(useZoneText(props), found);
  const foundZones = useMemo(() => [...found.keys()], [found]);
  const features = arcs?.features ?? noArcs;
  const map = useZoneCanvas(
    {
      shapes,
      paints,
      brushedZones,
      foundZones,
      slivers: props.slivers,
      selectedZone,
      basemap,
      arcs: features,
      activeZone: active.zone,
      activeArc: active.arc,
    },
    {
      onHover: (pointed, point) => {
        setActive(pointed);
        setPlace({ x: point.x, y: point.y });
      },
      onClick: (zone) => onSelect(zone === selectedZone ? undefined : zone),
    },
  );
  const reach = (zone: number | undefined): void => {
    setActive({ ...nothing, zone });
    const polygon = zone === undefined ? undefined : shapes[zone]?.polygons[0];
    if (polygon !== undefined) setPlace(map.canvas?.locate(labelPoint(polygon).point));
  };
  const brushShown = brushedZones !== undefined && brushedZones.length > 0;
  return (
    <MapFrame map={map} stale={props.stale} counted={counted(props)} onEscape={() => onSelect(undefined)}>
      <ZoneList
        {...{ shapes, zoneText, onSelect }}
        active={active.zone}
        selected={selectedZone}
        onActive={reach}
      />
      <MapLegend
        {...props}
        {...{ brushShown }}
        foundShown={found.size > 0}
        sliverShown={props.slivers.length > 0}
        empty={shapes.length === 0}
      />
      {place !== undefined && <Tip {...props} place={place} active={active} zoneText={zoneText} />}
    </MapFrame>
  );
}

/** What a zone says of itself, and what attacks found there. */
function useFoundText(
  zoneText: (zone: number) => string,
  found: ReadonlyMap<number, string>,
): (zone: number) => string {
  const { t } = useTranslation();
  return useCallback(
    (zone) => {
      const [text, names] = [zoneText(zone), found.get(zone)];
      return names === undefined ? text : t('map.foundHere', { text, names });
    },
    [zoneText, found, t],
  );
}

interface TipProps extends Pick<ZoneMapProps, 'shapes' | 'values' | 'arcs' | 'unit' | 'slivers'> {
  readonly place: TooltipPlace;
  readonly active: Pointed;
  readonly zoneText: (zone: number) => string;
}

function Tip(props: TipProps): React.JSX.Element | null {
  const { t } = useTranslation();
  const { place, active, zoneText, shapes, values } = props;
  const { zone, arc, sliver } = active;
  const cut = sliver === undefined ? undefined : props.slivers[sliver];
  if (cut !== undefined)
    return <MapTooltip place={place} title={t('findings.sliver.here')} text={cut.text} />;
  if (arc !== undefined) return <ArcTip {...props} arc={arc} />;
  const shape = zone === undefined ? undefined : shapes[zone];
  if (zone === undefined || shape === undefined) return null;
  const published = values?.states[zone] === zoneStates.indexOf('published');
  const note = published ? t('map.explained') : undefined;
  return <MapTooltip place={place} title={shape.name} text={zoneText(zone)} note={note} />;
}

function ArcTip({ place, shapes, arcs, unit, arc }: TipProps & { readonly arc: number }) {
  const { t, i18n } = useTranslation();
  const drawn = arcs?.arcs;
  const count = drawn?.value[arc];
  if (drawn === undefined || count === undefined) return null;
  const name = (column: 'from' | 'to'): string => shapes[drawn[column][arc] ?? -1]?.name ?? '';
  const text = t(`map.value.${unit}`, { count, shown: count.toLocaleString(i18n.language) });
  return <MapTooltip place={place} title={`${name('from')} → ${name('to')}`} text={text} />;
}

function usePaints({ shapes, values, breaks, zeroShown, arcs }: ZoneMapProps): Int8Array {
  const isPlain = arcs !== undefined;
  return useMemo(
    () =>
      isPlain
        ? new Int8Array(shapes.length).fill(plainPaint)
        : zonePaints(shapes.length, values, breaks, zeroShown),
    [isPlain, shapes.length, values, breaks, zeroShown],
  );
}

function counted({ values }: Pick<ZoneMapProps, 'values'>): {
  readonly published: number;
  readonly hidden: number;
} {
  return { published: publishedValues(values).length, hidden: hiddenZones(values) };
}

function hiddenZones(values: ZoneValues | undefined): number {
  const hidden = zoneStates.indexOf('suppressed');
  return values?.states.reduce((sum, state) => sum + (state === hidden ? 1 : 0), 0) ?? 0;
}
