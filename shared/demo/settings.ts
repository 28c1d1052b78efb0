/** What the generator is asked for. The same settings give the same bytes on every machine. */
export interface DemoSettings {
  /** Which invented place: `town` has 26 districts, `city` has 60. */
  readonly preset: 'town' | 'city';
  /** Number of people, 1 to 5,000,000. */
  readonly persons: number;
  /** Number of local days from `demoFirstDay` on, 1 to 62. */
  readonly days: number;
  /** 0 to 4,294,967,295. Another seed gives other people in the same place. */
  readonly seed: number;
}

/** Settings of the two presets: about 1.1 million events and about 11 million. */
export const demoPresets: Readonly<Record<DemoSettings['preset'], DemoSettings>> = {
  town: { preset: 'town', persons: 20_000, days: 7, seed: 1 },
  city: { preset: 'city', persons: 100_000, days: 14, seed: 1 },
};

/** First local day of every demo, a Monday. */
export const demoFirstDay = { year: 2026, month: 5, day: 4 } as const;
