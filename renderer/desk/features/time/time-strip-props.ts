import type { TimeStrip } from '../../../../shared/ipc/view.ts';
import type { TimeBin } from '../../../../shared/recipe/recipe.ts';

/** What the strip shows and what it tells. */
export interface TimeStripProps {
  readonly strip: TimeStrip;
  /** The recipe's zone, such as `Europe/Berlin`. */
  readonly timeZone: string;
  readonly timeBin: TimeBin;
  /** The whole period in words; without it, from the first bin to the last. */
  readonly span?: string | undefined;
  /** Index of the shown bin, or the total of all. */
  readonly bin: number | 'total';
  readonly onBin: (bin: number | 'total') => void;
  readonly playing: boolean;
  readonly onPlaying: (playing: boolean) => void;
}
