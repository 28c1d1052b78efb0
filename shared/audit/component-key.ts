import type { LinearSystem } from './linear-system.ts';

const digitBits = 15;
const digit = 1 << digitBits;

/** A text that is equal exactly for equal systems: structure, coefficients and bounds, in order. */
export function componentKey(system: LinearSystem): string {
  const units: number[] = [];
  write(units, system.low.length);
  write(units, system.rowLow.length);
  const columns = [
    system.low,
    system.high,
    system.rowStarts,
    system.variable,
    system.coefficient,
    system.rowLow,
    system.rowHigh,
  ];
  for (const column of columns) for (const value of column) write(units, value);
  let text = '';
  for (let from = 0; from < units.length; from += 4096)
    text += String.fromCharCode(...units.slice(from, from + 4096));
  return text;
}

/** Units of 16 bits: 0 and 1 for the infinities, otherwise twice the size plus sign in digits, the last one unmarked. */
function write(units: number[], value: number): void {
  if (!Number.isFinite(value)) {
    units.push(value > 0 ? 0 : 1);
    return;
  }
  let rest = 2 + 2 * Math.abs(value) + (value < 0 ? 1 : 0);
  while (rest >= digit) {
    units.push(digit + (rest % digit));
    rest = Math.floor(rest / digit);
  }
  units.push(rest);
}
