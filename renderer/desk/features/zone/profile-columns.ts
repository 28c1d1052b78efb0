import { zoneStates, type ZoneState } from '../../../../shared/ipc/view.ts';

/** One drawn column of a zone's series: published if any of its bins is, otherwise hidden if any is. */
export interface ProfileColumn {
  readonly state: ZoneState;
  readonly value: number;
}

function stronger(a: ZoneState, b: ZoneState): ZoneState {
  const order: readonly ZoneState[] = ['outOfScope', 'empty', 'suppressed', 'published'];
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

/** A zone's series as at most `most` columns, each with the largest published value of its bins. */
export function profileColumns(
  states: Uint8Array,
  values: Int32Array,
  most: number,
): readonly ProfileColumn[] {
  const count = Math.min(states.length, most);
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * states.length) / count);
    const to = Math.floor(((i + 1) * states.length) / count);
    let state: ZoneState = 'outOfScope';
    let value = 0;
    for (let bin = from; bin < to; bin += 1) {
      const here = zoneStates[states[bin] ?? 0] ?? 'outOfScope';
      state = stronger(state, here);
      if (here === 'published') value = Math.max(value, values[bin] ?? 0);
    }
    return { state, value };
  });
}

/** Runs of hidden columns, `to` not included. */
export function hiddenRuns(
  columns: readonly ProfileColumn[],
): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  columns.forEach((column, i) => {
    if (column.state !== 'suppressed') return;
    const last = runs.at(-1);
    if (last !== undefined && last.to === i) last.to = i + 1;
    else runs.push({ from: i, to: i + 1 });
  });
  return runs;
}

/** SVG path of the published columns as bars, one unit wide, in a picture `height` high whose bottom is 0 persons. */
export function publishedPath(columns: readonly ProfileColumn[], largest: number, height: number): string {
  return columns
    .map((column, i) => {
      if (column.state !== 'published' || column.value === 0) return '';
      const tall = Math.max(0.5, (column.value / Math.max(1, largest)) * height);
      return `M${i} ${height}v${(-tall).toFixed(2)}h0.85v${tall.toFixed(2)}z`;
    })
    .join('');
}
