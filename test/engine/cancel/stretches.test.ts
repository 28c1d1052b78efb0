import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sourceReader } from '../../../electron/node/read-source.ts';
import { startNativeEngine } from '../../../electron/node/native/start-native-engine.ts';
import { startWasmEngine } from '../../../electron/node/wasm-engine.ts';
import { allProfiles, suggestedMappings } from '../../../shared/workflow/profile-files.ts';
import { openReview } from '../../support/open-review.ts';
import { tellTrial } from '../../trust/trial.ts';
import { watched } from './watched.ts';
import { writeWideExtract, type Sizes } from './wide-extract.ts';

/** What the design promises, milliseconds from a call to stop to the end of the work. */
const limit = 500;
const isFull = process.env['TRUST'] === 'full';
const timeLimit = isFull ? 600_000 : 120_000;
const sizes: Sizes = isFull
  ? {
      zones: 40_000,
      corners: 300_000,
      places: 99_000,
      inhabitants: 79_000,
      cells: 200_000,
      events: 10_000_000,
    }
  : { zones: 1600, corners: 500_000, places: 20_000, inhabitants: 3200, cells: 20_000, events: 100_000 };
const folder = mkdtempSync(join(tmpdir(), 'freigabe-stretches-'));
const onProgress = (): void => undefined;
let written: ReturnType<typeof writeWideExtract>;

beforeAll(() => {
  written = writeWideExtract(folder, sizes);
}, timeLimit);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(isFull ? (['native', 'wasm'] as const) : (['native'] as const))(
  'looking at files, loading them and finding what stands out hear a call to stop within half a second: %s',
  async (name) => {
    const started = performance.now();
    const { sources, paths } = written;
    const engine = name === 'native' ? await startNativeEngine({ paths }) : await startWasmEngine();
    const { review } = openReview(engine, {
      reader: sourceReader(paths),
      breathe: async () => new Promise((resolve) => setImmediate(resolve)),
    });
    const told: { readonly stage: string; readonly longest: number; readonly looks: number }[] = [];
    const stage = async <T>(called: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
      const { signal, end } = watched();
      const result = await work(signal);
      told.push({ stage: called, ...end() });
      return result;
    };
    const profiles = await stage('profile', async (signal) => review.profile({ sources }, signal));
    const understood = await stage('load', async (signal) =>
      review.load(
        {
          sources,
          mappings: suggestedMappings(allProfiles(profiles)),
          timeZone: 'UTC',
          zones: { kind: 'polygons' },
          noRegisterReason: 'test',
        },
        { signal, onProgress },
      ),
    );
    await stage('findings', async (signal) =>
      review.extractFindings({ minimumPersons: 5 }, { signal, onProgress }),
    );
    expect(understood.rowsRead).toBe(sizes.events);
    expect(understood.polygons).toBe(Math.floor(Math.sqrt(sizes.zones)) ** 2 + 1);
    for (const { stage: at, longest, looks } of told)
      console.log(`${name}: ${at}: looked ${looks} times, at the latest after ${Math.round(longest)} ms`);
    const late = told.filter(({ longest }) => longest >= limit);
    if (isFull)
      tellTrial({
        id: `L1-${name}`,
        what: `looks at a call to stop while ${name === 'native' ? 'native DuckDB' : 'DuckDB-WASM'} loads ten million events and 50 MB of zones, the latest after ${Math.round(Math.max(...told.map(({ longest }) => longest)))} ms`,
        trials: told.reduce((sum, { looks }) => sum + looks, 0),
        failed: late.length,
        seconds: (performance.now() - started) / 1000,
      });
    expect(late).toEqual([]);
  },
  timeLimit,
);
