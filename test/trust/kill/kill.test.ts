import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRuntime, resolveElectronRuntime } from '../../../electron/launcher/electron-runtime.ts';
import { type Display, startDisplay } from '../network/watch/display.ts';
import { stageApplication } from '../network/watch/prepared.ts';
import { tellTrial, trials } from '../trial.ts';
import type { Acknowledged } from './acknowledged.ts';
import { filesWithCanary, forgetRelease, wrongAfter } from './aftermath.ts';
import { type Ground, makeGround } from './ground.ts';
import { continueWork, start, travel, type Where } from './journey.ts';
import { type KillPlan, type KillStep, planOf } from './plan.ts';

const screen = 'Xvfb';
const obstacle = spawnSync(screen, ['-help']).error === undefined ? undefined : 'Xvfb is not installed';
/** A trial and what is read after it. */
const trialMilliseconds = 60_000;

it.runIf(obstacle !== undefined)(`the application is not killed: ${obstacle ?? ''}`, () => {
  expect(process.env['CI'], obstacle).toBeUndefined();
});

/** What the start after a kill must bring back. */
interface Expected {
  /** The minimum of the last recipe that was acknowledged, and those that were typed after it. */
  readonly minimums: readonly number[];
  /** Whether nothing may be there: the release was out, or nothing was acknowledged. */
  readonly mayBeNothing: boolean;
}

describe.skipIf(obstacle !== undefined)('the application, killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-kill-'));
  let ground: Ground;
  let where: Where;
  let display: Display | undefined;

  beforeAll(async () => {
    exportRuntime(await resolveElectronRuntime());
    ground = await makeGround(folder);
    display = await startDisplay({ inside: (command, args) => [command, args], close: () => undefined });
    where = { application: await stageApplication(folder), display: display.name };
  }, 180_000);

  afterAll(() => {
    display?.process.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Outcome {
    readonly wrong: readonly string[];
    readonly expected: Expected;
    readonly reached: KillStep;
  }

  /** One start on the kept profile: what was left comes back, the journey goes on, the kill strikes. */
  async function trial(plan: KillPlan, expected: Expected): Promise<Outcome> {
    const typed: number[] = [];
    const moment = new AbortController();
    const struck = once(moment.signal, 'abort');
    const strike = (): void => moment.abort();
    let reached: KillStep = 'start';
    const started = await start(ground, where);
    const begin = (step: KillStep): void => {
      reached = step;
      if (step === plan.step) void wait(plan.after).then(strike);
    };
    const wrong: string[] = [];
    const journey = async (): Promise<void> => {
      begin('start');
      const back = await continueWork(started);
      wrong.push(...wrongBack(back, expected));
      begin('read');
      await travel(started, plan, { begin, typed });
      strike();
    };
    let isKilled = false;
    const travelling = journey().catch((error: unknown) => {
      if (!isKilled) wrong.push(`the journey ended: ${String(error).slice(0, 400)}`);
      strike();
    });
    await struck;
    isKilled = true;
    await started.kill();
    await travelling;
    wrong.push(...(await wrongAfter(ground, started.heard)));
    forgetRelease(ground);
    return { wrong, expected: next(started.heard, typed, expected), reached };
  }

  it(
    'R3: loses no decision, leaves no half bundle and no raw data',
    { timeout: trials(3, 200) * trialMilliseconds },
    async () => {
      const begun = performance.now();
      const count = trials(3, 200);
      const wrong: string[] = [];
      const reached: KillStep[] = [];
      let expected: Expected = { minimums: [], mayBeNothing: true };
      for (let i = 0; i < count; i++) {
        // oxlint-disable-next-line no-await-in-loop -- all on one profile
        const outcome = await trial(planOf(i), expected);
        wrong.push(
          ...outcome.wrong.map((each) => `${i} (${planOf(i).step} + ${planOf(i).after} ms): ${each}`),
        );
        reached.push(outcome.reached);
        ({ expected } = outcome);
      }
      copyFileSync(ground.events, join(ground.userData, 'control.csv'));
      expect(filesWithCanary(ground.userData), 'the search must find a file that has it').toHaveLength(1);
      const by = new Map(reached.map((step) => [step, reached.filter((each) => each === step).length]));
      tellTrial({
        id: 'R3',
        what: `kill -9 at a random moment of the journey in the window, then a start (${[...by].map(([step, n]) => `${step} ${n}`).join(', ')})`,
        trials: count,
        failed: new Set(wrong.map((each) => each.split(' ')[0])).size,
        seconds: (performance.now() - begun) / 1000,
      });
      expect(wrong).toEqual([]);
    },
  );
});

function wrongBack(back: number | undefined, { minimums, mayBeNothing }: Expected): readonly string[] {
  if (back === undefined) return mayBeNothing ? [] : ['the work that was left did not come back'];
  if (minimums.length === 0 || minimums.includes(back)) return [];
  return [`the recipe came back with ${back}, not with one of ${minimums.join(', ')}`];
}

/** What was acknowledged last, and all that was typed since: it may have been written without word of it coming through. */
function next(heard: Acknowledged, typed: readonly number[], before: Expected): Expected {
  const last = heard.drafts.at(-1)?.work.present.recipe.minimumPersons;
  const mayBeNothing = heard.releases.length > 0 || (last === undefined && before.mayBeNothing);
  if (last === undefined) return { minimums: [...before.minimums, ...typed], mayBeNothing };
  const from = typed.lastIndexOf(last);
  return { minimums: [last, ...typed.slice(from + 1)], mayBeNothing };
}
