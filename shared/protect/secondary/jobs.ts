import { occupiedBlocks } from './occupied-blocks.ts';
import type { Progress, Run } from './suppression-run.ts';

/** A block to be worked on: `block` of family number `family`. */
export interface Job {
  readonly family: number;
  readonly block: number;
}

/** Tells blocks of a release apart. */
export function jobKey({ family, block }: Job): string {
  return `${family} ${block}`;
}

/** Every block in which there is somebody. */
export function* allJobs({ loading, identities, progress }: Run): Generator<Progress, readonly Job[]> {
  const jobs: Job[] = [];
  for (const [index, family] of identities.families.entries()) {
    for (const block of occupiedBlocks(loading.release, family)) jobs.push({ family: index, block });
    yield progress;
  }
  return jobs;
}

/**
 * Blocks that bound others and are bound by them come first, as if the others gave nothing away by their sums, and again after
 * the others: then those are protected too.
 */
export function* stagesOf(
  run: Run,
): Generator<Progress, { readonly first: readonly Job[]; readonly others: readonly Job[] }> {
  const { links } = run.identities;
  const wholes = new Set(
    links.filter(({ name }) => name === 'within-period').map(({ whole }) => whole.family),
  );
  const jobs = yield* allJobs(run);
  return {
    first: jobs.filter(({ family }) => wholes.has(family)),
    others: jobs.filter(({ family }) => !wholes.has(family)),
  };
}
