import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSolver } from '../../../electron/cli/vault/start-solver.ts';
import { startNativeEngine } from '../../../electron/node/native/start-native-engine.ts';
import { sourceReader } from '../../../electron/node/read-source.ts';
import { startWasmEngine } from '../../../electron/node/wasm-engine.ts';
import type { Mappings } from '../../../shared/extract/profile.ts';
import type { Sources } from '../../../shared/extract/source.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { allProfiles, suggestedMappings } from '../../../shared/workflow/profile-files.ts';
import { Review } from '../../../shared/workflow/review.ts';
import { writeLargeExtract } from './large-extract.ts';
import { smallRecipe } from '../../support/small-recipe.ts';

/** What the design promises, milliseconds from the call for it to the end of the load. */
const limit = 500;
const timeLimit = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'freigabe-cancel-'));
const small =
  'person,time,lat,lon\n' +
  Array.from({ length: 7 }, (_, i) => `p${i},2026-05-04T10:00:00Z,51,12\n`).join('');

/** A clock of its own: it calls out after a time, however busy this thread is, and takes down the processor time until then. */
const alarm = new Worker(
  `const { parentPort } = require('node:worker_threads');
   parentPort.on('message', (after) => setTimeout(() => {
     const { user, system } = process.cpuUsage();
     parentPort.postMessage({ at: Date.now(), used: (user + system) / 1000 });
   }, after));`,
  { eval: true },
);

interface Called {
  readonly at: number;
  readonly used: number;
}

/** Calls off a load some time after a file was opened or a stage told, and says how long it took to end: by the clock, and of the processor. */
async function timeToEnd(
  of: Opened,
  stage: string,
  after: number,
): Promise<{ readonly clock: number; readonly processor: number }> {
  const cancellation = new AbortController();
  let called: Called | undefined;
  alarm.once('message', (message: Called) => {
    called = message;
    cancellation.abort(new Error('called off'));
  });
  of.onStage = (one) => {
    if (one !== stage) return;
    of.onStage = undefined;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    alarm.postMessage(after);
  };
  const working = {
    signal: cancellation.signal,
    onProgress: (progress: { readonly stage: string }) => of.onStage?.(`told ${progress.stage}`),
  };
  const work = stage === 'profile' ? profiled(of, cancellation.signal) : of.review.load(of.request, working);
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(String(error), `${stage} was called off`).toMatch(/called off/);
  if (!called) throw new Error('ended before it was called off');
  const { user, system } = process.cpuUsage();
  return { clock: Date.now() - called.at, processor: (user + system) / 1000 - called.used };
}

async function profiled(of: Opened, signal: AbortSignal): Promise<unknown> {
  of.onStage?.('profile');
  for (;;) {
    of.review.forgetOthers({ sources: {} });
    // oxlint-disable-next-line no-await-in-loop -- again and again until it is called off
    await of.review.profile({ sources: of.request.sources }, signal);
  }
}

interface Opened {
  readonly review: Review;
  readonly request: {
    readonly sources: Sources;
    readonly mappings: Mappings;
    readonly timeZone: string;
    readonly zones: Recipe['zones'];
    readonly noRegisterReason: string;
  };
  onStage: ((stage: string) => void) | undefined;
}

async function opened(
  engine: 'wasm' | 'native',
  large: ReturnType<typeof writeLargeExtract>,
): Promise<Opened> {
  const paths = new Map(large.paths);
  const token = 'f'.repeat(32);
  paths.set(token, join(folder, 'small.csv'));
  const reader = sourceReader(paths);
  const started = engine === 'wasm' ? await startWasmEngine() : await startNativeEngine({ paths });
  const of: { -readonly [K in keyof Opened]?: Opened[K] } = {};
  const tell = (kind: string): void => of.onStage?.(kind);
  const { scan } = started;
  const review = new Review({
    engine: scan
      ? { ...started, scan: { open: async (source, kind) => (tell(kind), scan.open(source, kind)) } }
      : started,
    reader: { open: async (source, kind, signal) => (tell(kind), reader.open(source, kind, signal)) },
    solver: startSolver,
    random: { take: (count) => randomBytes(count) },
    breathe: async () => new Promise((resolve) => setImmediate(resolve)),
    newKey: () => '00112233445566778899aabbccddeeff',
    now: () => performance.now(),
  });
  const former: Sources = { events: { kind: 'file', token, name: 'small.csv', sizeBytes: small.length } };
  const common = { timeZone: 'UTC', zones: { kind: 'h3', resolution: 6 }, noRegisterReason: 'test' } as const;
  const working = { signal: new AbortController().signal, onProgress: () => undefined };
  const mappingsOf = async (sources: Sources): Promise<Mappings> =>
    suggestedMappings(allProfiles(await review.profile({ sources }, working.signal)));
  await review.load({ ...common, sources: former, mappings: await mappingsOf(former) }, working);
  const { sources } = large;
  const request = {
    ...common,
    zones: { kind: 'polygons' } as const,
    sources,
    mappings: await mappingsOf(sources),
  };
  return Object.assign(of, { review, request, onStage: undefined });
}

let large: ReturnType<typeof writeLargeExtract>;
beforeAll(() => {
  writeFileSync(join(folder, 'small.csv'), small);
  large = writeLargeExtract(folder);
}, timeLimit);
afterAll(async () => {
  await alarm.terminate();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['wasm', 'native'] as const)('calling off a load with the %s engine', (engine) => {
  let of: Opened;
  beforeAll(async () => {
    of = await opened(engine, large);
  }, timeLimit);

  it.each([
    ['profile', 40],
    ['zones', 20],
    ['zones', 300],
    ['places', 60],
    ['cells', 60],
    ['persons', 80],
    ['objections', 80],
    ['events', 100],
    ['told events', 10],
    ['told sorting', 5],
    ['told sorting', 60],
  ] as const)(
    'ends it within half a second: %s, and %i ms',
    async (stage, after) => {
      const { clock, processor } = await timeToEnd(of, stage, after);
      console.log(
        `${engine}: ${stage} + ${after} ms: ended after ${Math.round(clock)} ms, ${Math.round(processor)} ms of the processor`,
      );
      // On a machine that is busy with other things the clock says nothing: then the processor's time counts.
      expect(Math.min(clock, processor)).toBeLessThan(limit);
      const working = { signal: new AbortController().signal, onProgress: () => undefined };
      const candidate = await of.review.candidate(
        { recipe: smallRecipe, policy: builtInPolicies.default },
        working,
      );
      expect([...(candidate.tables[0]?.persons ?? [])]).toEqual([7]);
    },
    timeLimit,
  );
});
