import { rampSteps } from './map-colors.ts';

/** Which of the seven colours a class gets: few classes are spread over the whole ramp, so they stay far apart. */
export function rampStep(at: number, classes: number): number {
  if (classes <= 1) return Math.floor(rampSteps / 2);
  return Math.round((Math.min(at, classes - 1) * (rampSteps - 1)) / (classes - 1));
}
