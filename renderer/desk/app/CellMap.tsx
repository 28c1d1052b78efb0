import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noArcs } from '../features/map/arc-geojson.ts';
import { MapFrame } from '../features/map/MapFrame.tsx';
import { MapTooltip, type TooltipPlace } from '../features/map/MapTooltip.tsx';
import { useZoneCanvas } from '../features/map/use-zone-canvas.ts';
import { hiddenPaint } from '../features/map/zone-paint.ts';
import { hasFlag, cellsWith } from '../state/cell-flags.ts';
import { useDesk } from '../state/use-desk.ts';
import { useFormat } from '../language/format.ts';
import { cellShapes } from './cell-shapes.ts';
import type { TFunction } from 'i18next';
import type { ExtractFindings } from '../../../shared/ipc/extract-findings.ts';

/** More cells than this are not drawn. */
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
  if (found === undefined || found.cells.flags.length === 0) return null;
  if (found.cells.flags.length > mostDrawn)
    return <p className="quiet">{t('extract.standsOut.tooMany', { most: format.number(mostDrawn) })}</p>;
  return <Drawn found={found} />;
}

function Drawn({ found }: { readonly found: ExtractFindings }) {
  const { t } = useTranslation();
  const basemap = useDesk((state) => state.basemap);
  const [active, setActive] = useState<number>();
  const [place, setPlace] = useState<TooltipPlace>();
  const { shapes, paints, changed, moved } = useMarks(found);
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
        setActive(zone);
        setPlace(zone === undefined ? undefined : { x: point.x, y: point.y });
      },
      onClick: () => undefined,
    },
  );
  const published = cellsWith(found, 'used').length;
  return (
    <>
      <div className="cell-map">
        <MapFrame
          map={map}
          stale={false}
          counted={{ published, hidden: shapes.length - published }}
          onEscape={() => setActive(undefined)}
        >
          {active !== undefined && place !== undefined && (
            <MapTooltip
              place={place}
              title={t('extract.standsOut.cell')}
              text={cellText(found.cells.flags[active] ?? 0, found.minimumPersons, t)}
            />
          )}
        </MapFrame>
      </div>
      <CellLegend hasMoved={moved.length > 0} hasChanged={changed.length > 0} />
    </>
  );
}

/** Shapes of the cells, their paint, and which are marked. */
function useMarks(found: ExtractFindings) {
  return useMemo(
    () => ({
      shapes: cellShapes(found, () => ''),
      paints: Int8Array.from(found.cells.flags, (flags) => (hasFlag(flags, 'used') ? usedStep : hiddenPaint)),
      changed: (['begins', 'ends', 'takesOver'] as const).flatMap((flag) => cellsWith(found, flag)),
      moved: Int32Array.from([...cellsWith(found, 'moved'), ...cellsWith(found, 'unclear')]),
    }),
    [found],
  );
}

/** What is said of a cell, in sentences. */
function cellText(flags: number, minimum: number, t: TFunction): string {
  const said = (['moved', 'unclear', 'begins', 'ends', 'takesOver'] as const).filter((flag) =>
    hasFlag(flags, flag),
  );
  return [
    t(`extract.standsOut.is.${hasFlag(flags, 'used') ? 'used' : 'few'}`, { minimum }),
    ...said.map((flag) => t(`extract.standsOut.is.${flag}`)),
  ].join(' ');
}

function CellLegend({ hasMoved, hasChanged }: { readonly hasMoved: boolean; readonly hasChanged: boolean }) {
  const { t } = useTranslation();
  const minimum = useDesk((state) => state.extractFindings?.minimumPersons ?? 0);
  const signs = [
    { key: 'used', fill: 'var(--ramp-5)', stroke: 'none', dash: undefined },
    { key: 'few', fill: 'var(--hatch-back)', stroke: 'var(--hatch)', dash: undefined },
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
            {key === 'few' && <path d="M3 10 8 3M5 13l6-9M9 13l4-5" stroke="var(--hatch)" />}
          </svg>
          {t(`extract.standsOut.is.${key}`, { minimum })}
        </li>
      ))}
    </ul>
  );
}
