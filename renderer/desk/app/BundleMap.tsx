import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bundleArcs, bundleBands, bundleStrip, bundleZoneValues } from '../features/inspect/bundle-values.ts';
import { bundleZoneProfile } from '../features/inspect/bundle-zone.ts';
import { levelsOf } from '../features/map/zone-level.ts';
import { ZoneProfilePanel } from '../features/zone/ZoneProfilePanel.tsx';
import { useFormat } from '../language/format.ts';
import { useGroupWords } from '../language/use-group-words.ts';
import { useDesk } from '../state/use-desk.ts';
import { hasOtherEnd } from '../state/product-shape.ts';
import { BareSelect } from '../ui/Select.tsx';
import { MapOverTime } from './MapOverTime.tsx';
import { useFound } from './use-found.ts';
import type { BundleSlice, BundleTable } from '../features/inspect/bundle-table.ts';
import type { TimeStrip } from '../../../shared/ipc/view.ts';

const world = { kind: 'world' } as const;

/** One table of a bundle on the map, and the zone that was clicked. */
export function BundleMap({ table }: { readonly table: BundleTable }) {
  const slice = useSlice(table);
  const strip = useMemo(() => bundleStrip(table, { band: slice.band }), [table, slice.band]);
  return (
    <div className="bundle-map">
      <div className="tune-middle">
        <Picture table={table} slice={slice} strip={strip} />
      </div>
      <BundleZone table={table} slice={slice} strip={strip} />
    </div>
  );
}

/** What is shown of the table; a zone that was clicked is where flows begin or homes are asked for. */
function useSlice({ columns, bandCount }: BundleTable): BundleSlice {
  const bin = useDesk((state) => state.bundleBin);
  const chosen = useDesk((state) => state.bundleBand);
  const zone = useDesk((state) => state.bundleZone);
  const band = chosen !== undefined && chosen < bandCount ? chosen : undefined;
  const from = hasOtherEnd(columns.product) ? zone : undefined;
  return useMemo(() => ({ bin, band, from }), [bin, band, from]);
}

interface SlicedProps {
  readonly table: BundleTable;
  readonly slice: BundleSlice;
  readonly strip: TimeStrip;
}

function Picture({ table, slice, strip }: SlicedProps) {
  const { recipe, zones } = table.contents;
  const setBin = useDesk((state) => state.setBundleBin);
  const marks = useDesk((state) => state.bundleAttacks?.marks);
  const values = useMemo(() => bundleZoneValues(table, slice), [table, slice]);
  const bands = useMemo(() => bundleBands(table, slice), [table, slice]);
  const arcs = useMemo(() => bundleArcs(table, slice), [table, slice]);
  return (
    <MapOverTime
      shapes={zones}
      level={useDesk((state) => state.bundleLevel)}
      product={table.columns.product}
      values={values}
      bands={bands}
      arcs={arcs}
      band={slice.band}
      onBand={useDesk((state) => state.setBundleBand)}
      from={slice.from}
      selectedZone={useDesk((state) => state.bundleZone)}
      brushedZones={undefined}
      found={useFound(marks, zones)}
      basemap={useDesk((state) => state.basemap) ?? world}
      recipe={recipe}
      whole
      stale={false}
      onSelect={useDesk((state) => state.selectBundleZone)}
      tools={<BundleLevel table={table} />}
      strip={strip}
      days={recipe.period ?? undefined}
      shownBin={slice.bin}
      bin={slice.bin}
      onBin={setBin}
      playing={useDesk((state) => state.bundlePlaying)}
      onPlaying={useDesk((state) => state.setBundlePlaying)}
    />
  );
}

function BundleZone({ table, slice, strip }: SlicedProps) {
  const { zones, recipe } = table.contents;
  const zone = useDesk((state) => state.bundleZone);
  const selectZone = useDesk((state) => state.selectBundleZone);
  const words = useGroupWords(table.columns.product, recipe, zones);
  const shape = zone === undefined ? undefined : zones[zone];
  const profile = useMemo(
    () => (zone === undefined ? undefined : bundleZoneProfile(table, slice, zone)),
    [table, slice, zone],
  );
  if (profile === undefined || shape === undefined) return null;
  return (
    <aside className="bundle-zone">
      <ZoneProfilePanel
        profile={profile}
        strip={strip}
        shape={shape}
        timeZone={recipe.timeZone}
        bin={slice.bin}
        product={table.columns.product}
        words={words}
        onClose={() => selectZone(undefined)}
      />
    </aside>
  );
}

function BundleLevel({ table }: { readonly table: BundleTable }) {
  const { t } = useTranslation();
  const format = useFormat();
  const chosen = useDesk((state) => state.bundleLevel);
  const setLevel = useDesk((state) => state.setBundleLevel);
  const offered = levelsOf(table.contents.zones);
  if (offered.length < 2) return null;
  return (
    <div className="tune-map-tools" data-over-map>
      <div className="tune-map-level">
        <BareSelect
          label={t('map.level.label')}
          value={String(chosen)}
          onChoose={(level) => setLevel(Number(level))}
          choices={offered.map(({ level, zones }) => ({
            value: String(level),
            text: t(level === 0 ? 'map.level.finest' : 'map.level.coarser', {
              count: level,
              zones: format.number(zones),
            }),
          }))}
        />
      </div>
    </div>
  );
}
