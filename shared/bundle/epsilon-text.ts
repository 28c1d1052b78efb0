const halvings = 200;

/**
 * The epsilon of a `rho`-zCDP release at a delta of 10 to the power of -`deltaExponent`, as decimal text of four places,
 * rounded up. It is the smallest that Canonne, Kamath and Steinke (2020, proposition 12) prove: the minimum over alpha > 1 of
 * alpha rho + (alpha log(1 - 1/alpha) - log(alpha - 1) - log(delta)) / (alpha - 1). `rho` is decimal text, 0 or more.
 */
export function epsilonText(rho: string, deltaExponent: number): string {
  if (Number(rho) === 0) return '0.0000';
  const tenThousandths = Math.ceil(Math.max(0, smallest(Number(rho), deltaExponent)) * 10_000 + 1e-6);
  const places = `${tenThousandths % 10_000}`.padStart(4, '0');
  return `${Math.floor(tenThousandths / 10_000)}.${places}`;
}

/** The epsilons that the alphas prove fall and then rise with alpha, so that thirds of the logarithm of alpha - 1 close in. */
function smallest(rho: number, deltaExponent: number): number {
  const minusLogDelta = deltaExponent * Math.LN10;
  const provedAt = (logarithm: number): number => {
    const above = Math.exp(logarithm);
    const alpha = 1 + above;
    return alpha * rho + (alpha * Math.log1p(-1 / alpha) - logarithm + minusLogDelta) / above;
  };
  let [from, to] = [-12, 40];
  for (let i = 0; i < halvings; i += 1) {
    const third = (to - from) / 3;
    if (provedAt(from + third) <= provedAt(to - third)) to -= third;
    else from += third;
  }
  return provedAt((from + to) / 2);
}
