/** How thick lines are drawn, from 0.4 to 1: thinner where many zones share the screen. Area in square pixels. */
export function lineScale(area: number, zones: number): number {
  const side = Math.sqrt(area / Math.max(1, zones));
  return Math.min(1, Math.max(0.4, side / 60));
}
