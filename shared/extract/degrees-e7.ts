import { degrees } from './column-shape.ts';
import type { Reading } from './profile.ts';

const scale = 10_000_000;
const whole = /^-?\d{5,10}(\.0+)?$/;

/** A whole number of 10^-7 degrees in degrees, `NaN` for anything else. */
export function fromE7(text: string): number {
  return whole.test(text) || /^-?\d{1,4}$/.test(text) ? Number(text) / scale : NaN;
}

/** How the positions of a file become degrees. */
export function degreesBy(reading: Pick<Reading, 'degreesE7'>): (text: string) => number {
  return reading.degreesE7 === true ? fromE7 : degrees;
}

/** Whether the name of a column says that it holds whole numbers of 10^-7 degrees. */
export function isNamedE7(name: string): boolean {
  return /e7$/i.test(name.trim());
}

/** Whether a value is no position in degrees, and may be one in 10^-7 of them. */
export function mayBeE7(text: string, most: 90 | 180): boolean {
  return whole.test(text) && Math.abs(Number(text)) > 180 && Math.abs(fromE7(text)) <= most;
}
