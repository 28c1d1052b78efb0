import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arcs, ZoneShape, ZoneValues } from '../../../../shared/ipc/view.ts';
import type { Product } from '../../../../shared/products/product.ts';
import type { GroupWords } from '../../language/use-group-words.ts';
import { BandMaps } from './BandMaps.tsx';
import { type Picture, pictureOf } from './picture.ts';
import type { ShownBasemap } from './load-basemap.ts';
import type { LegendNotes } from './LegendNote.tsx';
import { useArcs } from './use-arcs.ts';
import { useBreaks } from './use-breaks.ts';
import type { HiddenWhy, ZoneUnit } from './use-zone-text.ts';
import { arcsIn, foundIn, placeIn, rangeOf, valuesIn, type ZoneRange } from './zone-level.ts';
import { publishedValues } from './zone-paint.ts';
import type { SliverShape } from './slivers.ts';
import { ZoneMap } from './ZoneMap.tsx';

export interface ProductMapProps {
  readonly product: Product;
  /** Zones of all levels; every zone index is an index into them. */
  readonly shapes: readonly ZoneShape[];
  /** Which level is drawn; the finest where there is no such level. */
  readonly level: number;
  readonly values: ZoneValues | undefined;
  /** One picture a band, for dwell and frequency. */
  readonly bands?: readonly ZoneValues[] | undefined;
  readonly arcs?: Arcs | undefined;
  /** The band `values` are of; `undefined`: all together. */
  readonly band?: number | undefined;
  readonly onBand?: (band: number | undefined) => void;
  readonly words: GroupWords;
  /** Zone whose flows or visitors' homes `values` are of. */
  readonly from?: number | undefined;
  /** Visitors of `from` without a known home, in words. */
  readonly unknownHome?: string | undefined;
  readonly selectedZone?: number | undefined;
  readonly brushedZones?: Int32Array | undefined;
  /** Zones where attacks found something, each with their names in words. */
  readonly found?: ReadonlyMap<number, string> | undefined;
  /** Slivers between zones of this release and of earlier ones, through which an attack found something. */
  readonly slivers?: readonly SliverShape[] | undefined;
  readonly basemap?: ShownBasemap | undefined;
  readonly unit: ZoneUnit;
  readonly minimumPersons: number;
  readonly hiddenWhy: HiddenWhy;
  /** Whether a zone without anybody may be told apart from a hidden one. */
  readonly zeroShown: boolean;
  /** Whether no time has a figure, where the table knows any. */
  readonly neverShown?: boolean;
  /** What the legend says of the state of the picture. */
  readonly note?: string | undefined;
  readonly stale: boolean;
  readonly onSelect: (zone: number | undefined) => void;
}

/** One table on the map: zones by their figure, flows as lines, bands as a row of small maps below. */
export function ProductMap(props: ProductMapProps): React.JSX.Element {
  const { product, words, band, stale, zeroShown, minimumPersons, hiddenWhy, unit, basemap } = props;
  const shown = useLevel(props);
  const { range, shapes, values } = shown;
  const from = placeIn(props.from, range);
  const fromName = from === undefined ? undefined : shapes[from]?.name;
  const bandName = band === undefined ? undefined : words.band(band);
  const picture = useMemo(
    () =>
      pictureOf({
        product,
        band: bandName,
        from: from === undefined || fromName === undefined ? undefined : { zone: from, name: fromName },
      }),
    [product, bandName, from, fromName],
  );
  const figures = useFigures(values, shown.bands);
  const bare = isBare(props, values, figures);
  const scale = [product, unit, picture.kind, fromName, range.first, bare].join('/');
  const breaks = useBreaks(figures, scale);
  const arcs = useArcs(shown.arcs, shapes, { chosen: from !== undefined, scale });
  const notes = useNotes(props, picture, bare);
  return (
    <div className="product-map">
      <ZoneMap
        {...{ shapes, values, breaks, figures, picture, unit, minimumPersons, hiddenWhy, zeroShown }}
        {...{ notes, basemap, stale }}
        arcs={product === 'flows' ? arcs : undefined}
        selectedZone={placeIn(props.selectedZone, range)}
        brushedZones={shown.brushedZones}
        found={shown.found}
        slivers={props.slivers ?? noSlivers}
        onSelect={(zone) => props.onSelect(zone === undefined ? undefined : zone + range.first)}
      />
      {shown.bands !== undefined && shown.bands.length > 0 && (
        <BandMaps
          {...{ shapes, band, breaks, zeroShown, stale }}
          bands={shown.bands}
          bandText={words.band}
          onBand={(chosen) => props.onBand?.(chosen)}
        />
      )}
    </div>
  );
}

interface Shown {
  readonly range: ZoneRange;
  readonly shapes: readonly ZoneShape[];
  readonly values: ZoneValues | undefined;
  readonly bands: readonly ZoneValues[] | undefined;
  readonly arcs: Arcs | undefined;
  readonly brushedZones: Int32Array | undefined;
  readonly found: ReadonlyMap<number, string>;
}

const noneFound: ReadonlyMap<number, string> = new Map();
const noSlivers: readonly SliverShape[] = [];

/** Everything that is drawn, cut to the level that is shown. */
function useLevel(props: ProductMapProps): Shown {
  const { shapes, level, values, bands, arcs, brushedZones, found = noneFound } = props;
  const range = useMemo(() => rangeOf(shapes, level), [shapes, level]);
  return {
    range,
    shapes: useMemo(() => shapes.slice(range.first, range.end), [shapes, range]),
    values: useMemo(() => values && valuesIn(values, range), [values, range]),
    bands: useMemo(() => bands?.map((one) => valuesIn(one, range)), [bands, range]),
    arcs: useMemo(() => arcs && arcsIn(arcs, range), [arcs, range]),
    brushedZones: useMemo(
      () =>
        brushedZones?.filter((zone) => placeIn(zone, range) !== undefined).map((zone) => zone - range.first),
      [brushedZones, range],
    ),
    found: useMemo(() => foundIn(found, range), [found, range]),
  };
}

/** Figures the classes are cut from: those of the large map and of every small one. */
function useFigures(values: ZoneValues | undefined, bands: readonly ZoneValues[] | undefined): Int32Array {
  return useMemo(
    () => Int32Array.from([values, ...(bands ?? [])].flatMap((one) => [...publishedValues(one)])),
    [values, bands],
  );
}

/** Whether there is no figure to colour a zone by, now or at any time: then no class is told either. */
function isBare(
  { neverShown = true }: ProductMapProps,
  values: ZoneValues | undefined,
  figures: Int32Array,
): boolean {
  return neverShown && values !== undefined && !figures.some((value) => value > 0);
}

/** What the legend says besides: that nothing is published, people without a known home, what is still missing, and what a click would show. */
function useNotes(
  { unknownHome, note, product, zeroShown }: ProductMapProps,
  { kind }: Picture,
  bare: boolean,
): LegendNotes {
  const { t } = useTranslation();
  return {
    told: [bare && !zeroShown && product !== 'flows' ? t('map.bare') : undefined, unknownHome, note].filter(
      (text) => text !== undefined,
    ),
    hint: kind === 'leaving' || kind === 'visitors' ? t(`map.hint.${kind}`) : undefined,
  };
}
