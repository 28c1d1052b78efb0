import { z } from 'zod';

/** Whole numbers that rise, each once, between two bounds. */
export function rising(what: string, low: number, high: number, most = 20): z.ZodType<number[]> {
  return z
    .array(z.int().min(low).max(high))
    .max(most)
    .refine((values) => values.every((at, i) => i === 0 || at > (values[i - 1] ?? 0)), {
      error: `${what} must rise, and none may stand twice`,
    });
}
