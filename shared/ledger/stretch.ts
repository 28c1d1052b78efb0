/** A part of a line, `to` not included. Values of a dimension are such parts, so that one value lies in another or not. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Whether `inner` lies wholly in `outer`; a stretch lies in itself. */
export function liesIn(inner: Stretch, outer: Stretch): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether two stretches share anything. */
export function overlap(a: Stretch, b: Stretch): boolean {
  return a.from < b.to && b.from < a.to;
}

/** A key that two stretches share when they are the same. */
export function stretchKey({ from, to }: Stretch): string {
  return `${from} ${to}`;
}
