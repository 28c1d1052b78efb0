/** Where a key moves the shown bin; `undefined` for keys that do not. `perDay` bins make the jump of the page keys. */
export function stepBin(
  key: string,
  bin: number | 'total',
  bins: number,
  perDay: number,
): number | undefined {
  const at = bin === 'total' ? 0 : bin;
  const wanted: Readonly<Record<string, number | undefined>> = {
    ArrowRight: bin === 'total' ? 0 : at + 1,
    ArrowUp: bin === 'total' ? 0 : at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + perDay,
    PageDown: at - perDay,
    Home: 0,
    End: bins - 1,
  };
  const next = wanted[key];
  return next === undefined || bins === 0 ? undefined : Math.min(bins - 1, Math.max(0, next));
}

/** The bin shown after one step of playing; `undefined` at the end, where playing stops. */
export function playedBin(bin: number | 'total', bins: number): number | undefined {
  if (bin === 'total') return bins > 0 ? 0 : undefined;
  return bin + 1 < bins ? bin + 1 : undefined;
}
