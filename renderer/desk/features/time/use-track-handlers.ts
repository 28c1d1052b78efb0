import type { TimeBin } from '../../../../shared/recipe/recipe.ts';
import { binAt } from './bar-columns.ts';
import { stepBin } from './step-bin.ts';
import type { TimeStripProps } from './time-strip-props.ts';

const binsPerDay: Readonly<Record<TimeBin, number>> = { quarterHour: 96, hour: 24, daypart: 4, day: 7 };

/** Pointer and keys on the bars: both stop playing and show another time. */
export function useTrackHandlers(props: TimeStripProps, onHover: (bin: number | undefined) => void) {
  const { strip, bin } = props;
  const bins = strip.starts.length;
  const choose = (next: number): void => {
    props.onPlaying(false);
    if (next !== bin) props.onBin(next);
  };
  const pointed = (event: React.PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return binAt(event.clientX - box.left, box.width, bins);
  };
  return {
    onKeyDown: (event: React.KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const next = stepBin(event.key, bin, bins, binsPerDay[props.timeBin]);
      if (next === undefined) return;
      event.preventDefault();
      choose(next);
    },
    onPointerDown: (event: React.PointerEvent<HTMLElement>): void => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      choose(pointed(event));
    },
    onPointerMove: (event: React.PointerEvent<HTMLElement>): void => {
      const at = pointed(event);
      onHover(at);
      if (event.buttons === 1) choose(at);
    },
    onPointerLeave: (): void => onHover(undefined),
  };
}
