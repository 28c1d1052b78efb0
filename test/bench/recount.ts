import { randomBytes } from 'node:crypto';
import { startThread } from '../../electron/cli/vault/start-thread.ts';
import { presenceReader } from '../../shared/kernel/each-presence.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { Counter } from '../../shared/workflow/counter.ts';
import type { ExtractInMemory } from '../../shared/workflow/extract-in-memory.ts';
import { Kept } from '../../shared/workflow/kept.ts';
import { poolOfThread } from '../../shared/workflow/second-thread/pool-of-thread.ts';
import { tallyKey, tallyOf } from '../../shared/workflow/stage-tally.ts';
import { viewOf } from '../../shared/workflow/view.ts';

/** Presence columns as SQL has them: one row for each person in a zone and slot. */
export interface PresenceColumns {
  readonly zone: Int32Array;
  readonly slot: Int32Array;
  readonly person: Int32Array;
}

/** Medians in milliseconds of what a changed recipe costs in the vault, from what was counted before to the view of it. */
export interface Recounts {
  /** Hourly footfall of all zones, on two threads and on one. */
  readonly recount: number;
  readonly alone: number;
  /** A view with another threshold. */
  readonly threshold: number;
  /** Another time bin, another period of a week, another breakdown and another grid, counted on two threads, with its view. */
  readonly bin: number;
  readonly period: number;
  readonly breakdown: number;
  readonly grid: number;
}

interface Looking {
  readonly extract: ExtractInMemory;
  readonly counter: Counter;
  readonly tallies: Kept;
}

const recipe = presets.conservative;
const random = { take: (count: number) => randomBytes(count) };

/** Times of each choice on a loaded extract, to which ages are made up: its files state none. */
export async function recountTimes(loaded: ExtractInMemory): Promise<Recounts> {
  const extract = { ...loaded, ageOfPerson: loaded.ageOfPerson.map((_, who) => 10 + ((who * 31) % 80)) };
  const alone = hourly(new Counter(extract, random));
  const thread = poolOfThread(startThread);
  const counter = new Counter(extract, random, thread.askForHelp);
  const tallies = new Kept();
  hourly(counter);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const choices = (all: readonly Partial<Recipe>[]): number =>
    median(all.map((choice) => timed(() => look({ extract, counter, tallies }, { ...recipe, ...choice }))));
  const recount = hourly(counter);
  choices([{}]);
  return {
    recount,
    alone,
    threshold: choices([20, 21, 22, 23, 24].map((minimumPersons) => ({ minimumPersons }))),
    bin: choices((['day', 'daypart', 'hour', 'day', 'daypart'] as const).map((timeBin) => ({ timeBin }))),
    period: choices(
      [4, 5, 6, 7, 8].map((day) => ({
        period: { from: `2026-05-0${day}`, to: `2026-05-${day + 6 < 10 ? '0' : ''}${day + 6}` },
      })),
    ),
    breakdown: choices([18, 25, 35, 45, 65].map((age) => ({ ageBreaks: [age] }))),
    grid: choices([7, 8, 9, 7, 8].map((resolution) => ({ zones: { kind: 'h3', resolution } }))),
  };
}

/** Only the last results are kept, so that each of these counts anew. */
function hourly(counter: Counter): number {
  const times = (
    ['hour', 'day', 'daypart', 'hour', 'day', 'daypart', 'hour', 'day', 'daypart', 'hour'] as const
  ).map((timeBin) => ({ timeBin, took: timed(() => counter.count('footfall', { ...recipe, timeBin })) }));
  return median(
    times
      .filter(({ timeBin }) => timeBin === 'hour')
      .slice(1)
      .map(({ took }) => took),
  );
}

/** A view as a review makes it. */
function look({ extract, counter, tallies }: Looking, asked: Recipe): unknown {
  const counted = counter.count('footfall', asked);
  return viewOf(
    {
      extract,
      counted,
      whole: counted,
      fates: undefined,
      figures: undefined,
      presences: counter.presenceCount(asked),
      eventsCounted: counter.eventsCounted(asked),
      tally: tallies.of('tally', tallyKey(asked), () => tallyOf(extract, counter, asked)),
    },
    { recipe: asked, policy: builtInPolicies.solo, product: 'footfall', bin: 'total' },
  );
}

/** The presences of an extract in the zones of its file. */
export function presenceColumns(extract: ExtractInMemory): PresenceColumns {
  const counter = new Counter(extract, random);
  const presences = counter.presences(recipe);
  const length = counter.presenceCount(recipe);
  const columns = {
    zone: new Int32Array(length),
    slot: new Int32Array(length),
    person: new Int32Array(length),
  };
  const each = presenceReader(presences, extract.ageOfPerson.length);
  let at = 0;
  for (let zone = 0; zone + 1 < presences.zoneStarts.length; zone++)
    each(zone, (person, slot) => {
      columns.zone[at] = zone;
      columns.slot[at] = slot;
      columns.person[at] = person;
      at++;
    });
  return columns;
}

function timed(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
