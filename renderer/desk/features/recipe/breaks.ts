/** Numbers a list of breaks may hold. */
export interface BreakBounds {
  readonly least: number;
  readonly most: number;
}

/** Reads `18, 30, 50` or `18 · 30 · 50`: rising whole numbers within bounds, at most 20; `undefined` when it is none of that. */
export function parseBreaks(text: string, { least, most }: BreakBounds): readonly number[] | undefined {
  const parts = text.split(/[\s,;·]+/).filter((part) => part !== '');
  if (!parts.every((part) => /^\d{1,5}$/.test(part)) || parts.length > 20) return undefined;
  const breaks = parts.map(Number);
  const hold = breaks.every((at, i) => at >= least && at <= most && (i === 0 || at > (breaks[i - 1] ?? 0)));
  return hold ? breaks : undefined;
}
