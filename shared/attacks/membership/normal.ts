/**
 * P[Z < `x`] of the standard normal distribution, to about 14 digits: a power series near 0, a continued fraction in the tails
 * (Abramowitz and Stegun 26.2.11 and 26.2.14).
 */
export function normalBelow(x: number): number {
  if (Number.isNaN(x)) return x;
  const far = Math.abs(x);
  const density = Math.exp((-far * far) / 2) / Math.sqrt(2 * Math.PI);
  const above = far > 4 ? density / tailFraction(far) : 0.5 - density * series(far);
  return x > 0 ? 1 - above : above;
}

function series(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; term > sum * 1e-17; k += 1) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return sum;
}

function tailFraction(x: number): number {
  let fraction = x;
  for (let k = 120; k > 0; k -= 1) fraction = x + k / fraction;
  return fraction;
}

/** Two-sided 95 % quantile of Student's t with `freedom` degrees of freedom, from 4 on to within 0.01 (expansion of Fisher and Cornish). */
export function studentQuantile(freedom: number): number {
  const z = 1.959_963_985;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
