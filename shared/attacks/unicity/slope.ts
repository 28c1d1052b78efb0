/** Slope of log y over log x by least squares, from the pairs with y above 0; undefined without two different x among them. */
export function logLogSlope(
  pairs: readonly { readonly x: number; readonly y: number }[],
): number | undefined {
  const logs = pairs.filter(({ y }) => y > 0).map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const middleX = mean(logs.map(({ x }) => x));
  const middleY = mean(logs.map(({ y }) => y));
  const spread = logs.reduce((sum, { x }) => sum + (x - middleX) ** 2, 0);
  if (!(spread > 0)) return undefined;
  return logs.reduce((sum, { x, y }) => sum + (x - middleX) * (y - middleY), 0) / spread;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
