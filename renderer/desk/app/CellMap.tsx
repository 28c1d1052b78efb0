import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noArcs } from '../features/map/arc-geojson.ts';
import { MapFrame } from '../features/map/MapFrame.tsx';
import { MapTooltip, type TooltipPlace } from '../features/map/MapTooltip.tsx';
import { useZoneCanvas } from '../features/map/use-zone-canvas.ts';
import { outsidePaint, plainPaint } from '../features/map/zone-paint.ts';
import { hasFlag, cellsWith } from '../state/cell-flags.ts';
import { useDesk } from '../state/use-desk.ts';
import { useFormat } from '../language/format.ts';
import { cellPlaces, type CellPlaces } from './cell-places.ts';
import { cellShapes } from './cell-shapes.ts';
import { zonesAround } from './zones-around.ts';
import type { TFunction } from 'i18next';
import type { CellFlag, ExtractFindings } from '../../../shared/ipc/extract-findings.ts';

/** Cells in more places than this are not drawn. */
const mostDrawn = 20_000;
/** Step of the ramp that stands for a cell that is used. */
const usedStep = 4;
const world = { kind: 'world' } as const;
const noSlivers = [] as const;

/** The cells of an open extract on the map: used, not used by enough, moved, and changed inside the period. */
export function CellMap() {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useDesk((state) => state.extractFindings);
  const places = useMemo(() => found && cellPlaces(found), [found]);
  if (found === undefined || places === undefined || places.counts.length === 0) return null;
  if (places.counts.length > mostDrawn)
    return <p className="quiet">{t('extract.standsOut.tooMany', { most: format.number(mostDrawn) })}</p>;
  return <Drawn found={found} places={places} />;
}

interface DrawnProps {
  readonly found: ExtractFindings;
  readonly places: CellPlaces;
}

function Drawn({ found, places }: DrawnProps) {
  const { t } = useTranslation();
  const basemap = useDesk((state) => state.basemap);
  const [active, setActive] = useState<number>();
  const [place, setPlace] = useState<TooltipPlace>();
  const { shapes, paints, changed, moved, first } = useMarks(places);
  const map = useZoneCanvas(
    {
      shapes,
      paints,
      brushedZones: moved,
      foundZones: changed,
      slivers: noSlivers,
      selectedZone: undefined,
      basemap: basemap ?? world,
      arcs: noArcs,
      activeZone: active,
      activeArc: undefined,
    },
    {
      onHover: ({ zone }, point) => {
        const over = zone === undefined || zone < first ? undefined : zone;
        setActive(over);
        setPlace(over === undefined ? undefined : { x: point.x, y: point.y });
      },
      onClick: () => undefined,
    },
  );
  const published = cellsWith(places, 'used').length;
  return (
    <>
      <div className="cell-map">
        <MapFrame
          map={map}
          stale={false}
          counted={{ published, hidden: places.counts.length - published }}
          onEscape={() => setActive(undefined)}
        >
          {active !== undefined && place !== undefined && (
            <MapTooltip
              place={place}
              title={t('extract.standsOut.cell', { count: places.counts[active - first] ?? 1 })}
              text={cellText(places, active - first, found.minimumPersons, t)}
            />
          )}
        </MapFrame>
      </div>
      <CellLegend hasMoved={moved.length > 0} hasChanged={changed.length > 0} />
    </>
  );
}

/** Shapes of the zones around and of the places of cells, from `first` on, their paint, and which are marked. */
function useMarks(places: CellPlaces) {
  const zones = useDesk((state) => state.shapes);
  return useMemo(() => {
    const around = zonesAround(zones, places);
    const first = around.length;
    const paintOf = (flags: number): number => (hasFlag(flags, 'used') ? usedStep : outsidePaint);
    const marked = (flag: CellFlag): number[] => cellsWith(places, flag).map((cell) => cell + first);
    return {
      first,
      shapes: [...around, ...cellShapes(places)],
      paints: Int8Array.from([...around.map(() => plainPaint), ...Array.from(places.cells.flags, paintOf)]),
      changed: (['begins', 'ends', 'takesOver'] as const).flatMap(marked),
      moved: Int32Array.from([...marked('moved'), ...marked('unclear')]),
    };
  }, [zones, places]);
}

/** What is said of a cell, in sentences. */
function cellText({ cells, counts }: CellPlaces, place: number, minimum: number, t: TFunction): string {
  const flags = cells.flags[place] ?? 0;
  const few = (counts[place] ?? 1) > 1 ? 'fewEach' : 'few';
  const said = (['moved', 'unclear', 'begins', 'ends', 'takesOver'] as const).filter((flag) =>
    hasFlag(flags, flag),
  );
  return [
    t(`extract.standsOut.is.${hasFlag(flags, 'used') ? 'used' : few}`, { minimum }),
    ...said.map((flag) => t(`extract.standsOut.is.${flag}`)),
  ].join(' ');
}

function CellLegend({ hasMoved, hasChanged }: { readonly hasMoved: boolean; readonly hasChanged: boolean }) {
  const { t } = useTranslation();
  const minimum = useDesk((state) => state.extractFindings?.minimumPersons ?? 0);
  const signs = [
    { key: 'used', fill: 'var(--ramp-5)', stroke: 'none', dash: undefined },
    { key: 'few', fill: 'var(--hatch)', stroke: 'none', dash: undefined },
    ...(hasMoved ? [{ key: 'movedSign', fill: 'none', stroke: 'var(--text)', dash: undefined }] : []),
    ...(hasChanged ? [{ key: 'changedSign', fill: 'none', stroke: 'var(--bad)', dash: '3 2' }] : []),
  ];
  return (
    <ul className="cell-legend">
      {signs.map(({ key, fill, stroke, dash }) => (
        <li key={key}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d="M8 1.5 13.6 4.8v6.4L8 14.5 2.4 11.2V4.8z"
              fill={fill}
              stroke={stroke}
              strokeWidth="1.5"
              strokeDasharray={dash}
            />
          </svg>
          {t(`extract.standsOut.is.${key}`, { minimum })}
        </li>
      ))}
    </ul>
  );
}
