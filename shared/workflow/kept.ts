import type { Steps } from '../base/steps.ts';

/** Keeps the last results of each step under a key, so that only what changed is done again. */
export class Kept {
  private readonly steps = new Map<string, { readonly key: string; readonly value: unknown }[]>();
  private readonly each: number;

  /** `each`: how many results of one step are kept; two let two recipes be looked at in turn. */
  constructor(each = 2) {
    this.each = each;
  }

  has(step: string, key: unknown): boolean {
    const wanted = JSON.stringify(key);
    return (this.steps.get(step) ?? []).some((entry) => entry.key === wanted);
  }

  /** As `of`, where a result is made in steps. What is given up on the way is not kept. */
  *inSteps<T>(step: string, key: unknown, make: () => Steps<T>): Steps<T> {
    const made = this.has(step, key) ? undefined : { value: yield* make() };
    return this.of<T>(step, key, () => {
      if (!made) throw new Error('a result was forgotten while it was looked for');
      return made.value;
    });
  }

  of<T>(step: string, key: unknown, make: () => T): T {
    const wanted = JSON.stringify(key);
    const entries = this.steps.get(step) ?? [];
    const known = entries.find((entry) => entry.key === wanted);
    const entry = known ?? { key: wanted, value: make() };
    this.steps.set(step, [entry, ...entries.filter((one) => one !== entry)].slice(0, this.each));
    return entry.value as T;
  }
}
