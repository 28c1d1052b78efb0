import { useEffect } from 'react';
import { playedBin } from './step-bin.ts';

interface Playing {
  readonly bin: number | 'total';
  readonly bins: number;
  readonly playing: boolean;
  readonly onBin: (bin: number) => void;
  readonly onPlaying: (playing: boolean) => void;
}

const stepMilliseconds = 330;
const calmStepMilliseconds = 1000;

/** Steps through the bins while playing, three a second, or one where the system asks for less motion; stops at the end. */
export function usePlaying({ bin, bins, playing, onBin, onPlaying }: Playing): void {
  useEffect(() => {
    if (!playing) return undefined;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setTimeout(
      () => {
        const next = playedBin(bin, bins);
        if (next === undefined) onPlaying(false);
        else onBin(next);
      },
      calm ? calmStepMilliseconds : stepMilliseconds,
    );
    return () => clearTimeout(timer);
  }, [playing, bin, bins, onBin, onPlaying]);
}
