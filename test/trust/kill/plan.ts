/** Steps of the journey at whose beginning a kill can be set. */
export const killSteps = ['start', 'read', 'tune', 'approve', 'sign', 'unlock', 'write', 'done'] as const;
export type KillStep = (typeof killSteps)[number];

export interface KillPlan {
  readonly step: KillStep;
  /** After the beginning of the step, in milliseconds. */
  readonly after: number;
  /** What the officer sets `minimumPersons` to, one after the other. */
  readonly minimums: readonly number[];
}

/** How long after its beginning a step may be hit, and how often it is chosen. Writing the release is hit most. */
const steps: Readonly<Record<KillStep, { readonly within: number; readonly weight: number }>> = {
  start: { within: 900, weight: 1 },
  read: { within: 900, weight: 1 },
  tune: { within: 1500, weight: 3 },
  approve: { within: 600, weight: 1 },
  sign: { within: 2500, weight: 2 },
  unlock: { within: 1500, weight: 2 },
  write: { within: 120, weight: 5 },
  done: { within: 500, weight: 1 },
};

/** The plan of a trial; the same number, the same plan. */
export function planOf(trial: number): KillPlan {
  const random = seeded(trial * 7919 + 17);
  const all = killSteps.flatMap((step) => Array.from({ length: steps[step].weight }, () => step));
  const step = all[Math.floor(random() * all.length)] ?? 'sign';
  return {
    step,
    after: Math.floor(random() * steps[step].within),
    minimums: Array.from({ length: 3 }, (_, i) => 30 + i * 10 + Math.floor(random() * 10)),
  };
}

/** Mulberry32: 32 bits of state are enough to choose moments. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
