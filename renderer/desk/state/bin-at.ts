import type { View } from '../../../shared/ipc/view.ts';

/** Index of the bin that holds an instant (seconds since 1970), or -1. */
export function binAt(
  { starts, seconds }: Pick<View['strip'], 'starts' | 'seconds'>,
  instant: number,
): number {
  return starts.findIndex((start, i) => start <= instant && instant < start + (seconds[i] ?? 0));
}
