/** Reads `18, 30, 50` or `18 · 30 · 50`: rising whole numbers from 1 to 120, at most 20; `undefined` when it is none of that. */
export function parseAgeBreaks(text: string): readonly number[] | undefined {
  const parts = text.split(/[\s,;·]+/).filter((part) => part !== '');
  if (!parts.every((part) => /^\d{1,3}$/.test(part)) || parts.length > 20) return undefined;
  const breaks = parts.map(Number);
  const hold = breaks.every((at, i) => at >= 1 && at <= 120 && (i === 0 || at > (breaks[i - 1] ?? 0)));
  return hold ? breaks : undefined;
}
