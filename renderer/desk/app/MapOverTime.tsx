import { TimeStrip } from '../features/time/TimeStrip.tsx';
import { ZoneMap } from '../features/map/ZoneMap.tsx';
import type { ReactNode } from 'react';
import type { ZoneMapProps } from '../features/map/ZoneMap.tsx';
import type { TimeStripProps } from '../features/time/time-strip-props.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { Bin } from '../state/desk-state.ts';

export interface MapOverTimeProps
  extends
    Pick<
      ZoneMapProps,
      'shapes' | 'values' | 'selectedZone' | 'brushedZones' | 'basemap' | 'stale' | 'onSelect'
    >,
    Pick<TimeStripProps, 'bin' | 'onBin' | 'playing' | 'onPlaying'> {
  /** The recipe that is drawn. */
  readonly recipe: Recipe;
  /** Absent until it is known. */
  readonly strip: TimeStripProps['strip'] | undefined;
  /** The bin the map shows, which follows `bin`. */
  readonly shownBin: Bin;
  /** What lies over the map. */
  readonly tools?: ReactNode;
}

/** The map, and below it the time it shows. */
export function MapOverTime(props: MapOverTimeProps) {
  const { recipe, strip, shownBin, tools, bin, onBin, playing, onPlaying, ...map } = props;
  return (
    <>
      <div className="tune-map">
        <ZoneMap
          {...map}
          unit={shownBin === 'total' ? 'personBins' : 'persons'}
          minimumPersons={recipe.minimumPersons}
          zeroShown={recipe.zeroGroups === 'shown'}
        />
        {tools}
      </div>
      {strip !== undefined && (
        <div className="tune-time">
          <TimeStrip
            strip={strip}
            timeZone={recipe.timeZone}
            timeBin={recipe.timeBin}
            bin={bin}
            onBin={onBin}
            playing={playing}
            onPlaying={onPlaying}
          />
        </div>
      )}
    </>
  );
}
