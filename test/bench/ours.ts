import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { sourceReader } from '../../electron/node/read-source.ts';
import type { Source } from '../../shared/extract/source.ts';
import type { ViewRequest } from '../../shared/ipc/view.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import { presets } from '../../shared/recipe/presets.ts';
import { Counter } from '../../shared/workflow/counter.ts';
import { loadExtract } from '../../shared/workflow/load-extract.ts';
import { tallyOf } from '../../shared/workflow/stage-tally.ts';
import { profileFiles, suggestedMappings } from '../../shared/workflow/profile-files.ts';
import { viewOf } from '../../shared/workflow/view.ts';
import type { BenchExtract } from './extract-files.ts';

/** Our times in milliseconds on the vault's code, and the presence columns they were counted on. */
export interface OurTimes {
  readonly load: number;
  readonly recount: number;
  readonly threshold: number;
  readonly presences: { readonly zone: Int32Array; readonly slot: Int32Array; readonly person: Int32Array };
  readonly presenceBytes: number;
  readonly peakBytes: number;
}

/** Loads an extract, recounts it by hour, and changes the threshold, each as the vault does. */
export async function ourTimes(extract: BenchExtract): Promise<OurTimes> {
  const paths = new Map<string, string>();
  const source = (path: string, digit: string): Source => {
    paths.set(digit.repeat(32), path);
    return { kind: 'file', token: digit.repeat(32), name: basename(path), sizeBytes: statSync(path).size };
  };
  const sources = {
    events: source(extract.events, '1'),
    cells: source(extract.cells, '2'),
    zones: source(extract.zones, '3'),
  };
  const engine = await startEngine();
  const reader = sourceReader(paths);
  const { signal } = new AbortController();
  const mappings = suggestedMappings(await profileFiles(reader, sources, signal));
  const started = performance.now();
  const loaded = await loadExtract({
    engine,
    reader,
    sources,
    mappings,
    timeZone: 'Europe/Berlin',
    noRegisterReason: 'bench',
    key: 'f'.repeat(32),
    signal,
    onProgress: () => undefined,
  });
  const random = { take: (count: number) => randomBytes(count) };
  const recipe = presets.conservative;
  const presences = new Counter(loaded, random).presences(recipe);
  const load = performance.now() - started;
  const counter = new Counter(loaded, random);
  const recounts = (['hour', 'daypart', 'day', 'hour'] as const).map((timeBin) =>
    timed(() => counter.count('footfall', { ...recipe, timeBin })),
  );
  const counted = counter.count('footfall', recipe);
  const request: ViewRequest = { recipe, policy: builtInPolicies.solo, product: 'footfall', bin: 'total' };
  const subject = {
    extract: loaded,
    counted,
    whole: counted,
    fates: undefined,
    figures: undefined,
    presences: presences.person.length,
    eventsCounted: loaded.base.person.length,
  };
  const thresholds = [20, 21, 22, 23, 24].map((minimumPersons) =>
    timed(() => {
      const asked = { ...recipe, minimumPersons };
      viewOf({ ...subject, tally: tallyOf(loaded, counter, asked) }, { ...request, recipe: asked });
    }),
  );
  const zone = new Int32Array(presences.slot.length);
  for (let at = 0; at < presences.zoneStarts.length - 1; at++)
    zone.fill(at, presences.zoneStarts[at], presences.zoneStarts[at + 1]);
  return {
    load,
    recount: recounts[3] ?? 0,
    threshold: median(thresholds),
    presences: { zone, slot: presences.slot, person: presences.person },
    presenceBytes: 12 * presences.slot.length,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

function timed(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
