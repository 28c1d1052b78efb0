const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A power of ten as it is printed, `10⁻⁶` for 6; `exponent` is a whole number of 0 or more. */
export function tenToMinus(exponent: number): string {
  return `10⁻${String(exponent).replaceAll(/\d/g, (digit) => superscripts[Number(digit)] ?? digit)}`;
}
