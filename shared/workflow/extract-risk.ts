import type { Points } from '../attacks/points.ts';
import type { ExtractRisk } from '../ipc/extract-risk.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Counter } from './counter.ts';
import { driven } from './driven.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';
import { measuredAdversaries, tolerance } from './extract-risk/measured-adversaries.ts';
import { measuredAnonymity } from './extract-risk/measured-anonymity.ts';
import { measuredUnicity } from './extract-risk/measured-unicity.ts';
import { pointsOfExtract } from './extract-risk/points-of-extract.ts';
import { seenPlaces } from './extract-risk/seen-places.ts';
import { seenTimes } from './extract-risk/seen-times.ts';
import { surveyed } from './extract-risk/survey.ts';
import type { ReviewPorts, Working } from './review-ports.ts';

/** Measurements that are kept: two let two kinds of zones be looked at in turn. */
const reportsKept = 2;

/** How exactly times are told, minutes: a quarter of an hour, an hour, four hours, a day. */
const minutesSeen = [15, 60, 240, 1440] as const;
/** How exactly adversaries and the k-anonymity of trajectories know times. */
const hour = 60;

/** The same people and moments are drawn each time: the extract is measured, not a candidate that somebody could try again. */
const seed = 'freigabe extract risk 1';

/** The work in its order, of which part it is told, and where it ends on the whole way, 0 to 1: by how long each takes on the demo. */
const stretches = {
  survey: { part: 'unicity', from: 0, to: 0.01 },
  moments: { part: 'unicity', from: 0.01, to: 0.06 },
  unicity: { part: 'unicity', from: 0.06, to: 0.3 },
  hours: { part: 'anonymity', from: 0.3, to: 0.34 },
  anonymity: { part: 'anonymity', from: 0.34, to: 0.43 },
  adversaries: { part: 'adversaries', from: 0.43, to: 1 },
} as const;

/** Finest step in which progress is told. */
const total = 1000;

type Steps<T> = Generator<{ readonly done: number; readonly total: number }, T>;

/** Measures what the loss of an extract would mean, and keeps what was measured. */
export class ExtractRisks {
  private readonly extract: ExtractInMemory;
  private readonly counter: Counter;
  private readonly ports: Pick<ReviewPorts, 'breathe' | 'now'>;
  private kept: readonly { readonly key: string; readonly report: ExtractRisk }[] = [];

  constructor(extract: ExtractInMemory, counter: Counter, ports: Pick<ReviewPorts, 'breathe' | 'now'>) {
    this.extract = extract;
    this.counter = counter;
    this.ports = ports;
  }

  /** The whole extract, of everybody without an objection, whatever else the recipe says; in its zones and time zone. */
  async report(recipe: Recipe, working: Working): Promise<ExtractRisk> {
    const key = JSON.stringify([recipe.zones, recipe.levels, recipe.timeZone]);
    const known = this.kept.find((one) => one.key === key)?.report;
    const report = known ?? (await this.measured(recipe, working));
    this.kept = [{ key, report }, ...this.kept.filter((one) => one.key !== key)].slice(0, reportsKept);
    return report;
  }

  private async measured(recipe: Recipe, working: Working): Promise<ExtractRisk> {
    const { extract, counter, ports } = this;
    const started = ports.now();
    const { clock, firstDay, lastDay } = counter.days(recipe.timeZone);
    const run = async <T>(name: keyof typeof stretches, work: Steps<T>): Promise<T> => {
      const { part, from, to } = stretches[name];
      return driven(work, working, ports, (done, of) => {
        const share = of === 0 ? 0 : Math.min(1, done / of);
        return { stage: 'measuring', part, total, done: Math.floor(total * (from + (to - from) * share)) };
      });
    };

    const { quarters, isUsed } = await run('survey', surveyed(extract.base, extract.latitude.length));
    const places = seenPlaces(extract, isUsed, counter.place(recipe), recipe);
    const times = minutesSeen.map((minutes) => ({ minutes, seen: seenTimes(quarters, minutes, clock) }));
    const moments = await run(
      'moments',
      pointsOfExtract(extract, quarters, { of: times[0]?.seen.of ?? none }),
    );
    const unicity = await run('unicity', measuredUnicity(moments, places, times, seed));
    const { of } = seenTimes(quarters, hour, clock);
    const byHour = await run('hours', pointsOfExtract(extract, quarters, { of }));
    const anonymity = await run('anonymity', measuredAnonymity(byHour, seed));
    const adversaries = await run('adversaries', measuredAdversaries(byHour, seed));
    return {
      version: 1,
      seed,
      persons: personsIn(byHour),
      days: lastDay - firstDay + 1,
      unicity,
      anonymity,
      adversaries,
      minutes: hour,
      tolerance,
      workMilliseconds: ports.now() - started,
    };
  }
}

const none = new Int32Array();

function personsIn({ starts }: Points): number {
  return starts.reduce((sum, start, i) => sum + (i > 0 && start > (starts[i - 1] ?? 0) ? 1 : 0), 0);
}
