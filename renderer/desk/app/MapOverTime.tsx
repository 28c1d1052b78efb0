import { useMemo } from 'react';
import { ProductMap } from '../features/map/ProductMap.tsx';
import { TimeStrip } from '../features/time/TimeStrip.tsx';
import { WholePeriod } from '../features/time/WholePeriod.tsx';
import { useFormat } from '../language/format.ts';
import { useGroupWords } from '../language/use-group-words.ts';
import { bandCount, hasTime, shownTimeBin } from '../state/product-shape.ts';
import type { ReactNode } from 'react';
import type { ProductMapProps } from '../features/map/ProductMap.tsx';
import type { TimeStripProps } from '../features/time/time-strip-props.ts';
import type { Product } from '../../../shared/products/product.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { Bin } from '../state/desk-state.ts';

type FromMap = Pick<
  ProductMapProps,
  | 'shapes'
  | 'values'
  | 'bands'
  | 'arcs'
  | 'band'
  | 'onBand'
  | 'from'
  | 'unknownHome'
  | 'selectedZone'
  | 'brushedZones'
  | 'found'
  | 'slivers'
  | 'basemap'
  | 'note'
  | 'stale'
  | 'onSelect'
>;

export interface MapOverTimeProps
  extends FromMap, Pick<TimeStripProps, 'bin' | 'onBin' | 'playing' | 'onPlaying'> {
  /** The recipe that is drawn. */
  readonly recipe: Recipe;
  /** The table that is drawn; footfall when left out. */
  readonly product?: Product;
  /** Which level of zones is drawn; the finest when left out. */
  readonly level?: number;
  /** Whether groups that protect others are hidden in what is drawn. */
  readonly whole?: boolean;
  /** Absent until it is known. */
  readonly strip: TimeStripProps['strip'] | undefined;
  /** First and last day, for tables of the whole period. */
  readonly days?: { readonly from: string; readonly to: string } | undefined;
  /** The bin the map shows, which follows `bin`. */
  readonly shownBin: Bin;
  /** What lies over the map. */
  readonly tools?: ReactNode;
}

/** The map, and below it the time it shows. */
export function MapOverTime(props: MapOverTimeProps) {
  const { recipe, strip, shownBin, tools, product = 'footfall', level = 0, whole = false, ...map } = props;
  const words = useGroupWords(product, recipe, props.shapes);
  const { bands: all, days } = props;
  const possible = bandCount(product, recipe, days);
  const bands = useMemo(() => all?.slice(0, possible), [all, possible]);
  return (
    <>
      <div className="tune-map" data-map-place>
        <ProductMap
          {...map}
          bands={bands}
          product={product}
          level={level}
          words={words}
          unit={hasTime(product) && shownBin === 'total' ? 'personBins' : 'persons'}
          minimumPersons={recipe.minimumPersons}
          hiddenWhy={hiddenWhy(recipe, whole)}
          zeroShown={recipe.zeroGroups === 'shown'}
          neverShown={!hasTime(product) || (strip?.values.every((value) => value <= 0) ?? false)}
        />
        {tools}
      </div>
      {strip !== undefined && <Time {...props} strip={strip} product={product} />}
    </>
  );
}

function hiddenWhy({ guarantee }: Recipe, whole: boolean): ProductMapProps['hiddenWhy'] {
  if (guarantee.kind !== 'classical') return 'noisy';
  return whole ? 'protected' : 'few';
}

type TimeProps = Pick<MapOverTimeProps, 'recipe' | 'days' | 'bin' | 'onBin' | 'playing' | 'onPlaying'> & {
  readonly strip: TimeStripProps['strip'];
  readonly product: Product;
};

function Time({ recipe, days, product, strip, bin, onBin, playing, onPlaying }: TimeProps) {
  const format = useFormat();
  const span = days === undefined ? undefined : format.period(days.from, days.to);
  if (!hasTime(product)) return <WholePeriod span={span ?? ''} />;
  return (
    <div className="tune-time">
      <TimeStrip
        {...{ strip, span, bin, onBin, playing, onPlaying }}
        timeZone={recipe.timeZone}
        timeBin={shownTimeBin(product, recipe)}
      />
    </div>
  );
}
