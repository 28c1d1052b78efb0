/** The machine's clock, UTC to the second. */
export const systemClock = {
  now: (): string => `${new Date().toISOString().slice(0, 19)}Z`,
} as const;
