import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorker } from './build.ts';
import { tellTrial, trials } from '../trial.ts';
import { type Found, found, prepare, type Writing, writings } from './scene.ts';
import { type Call, callsOn, faulty, pathsTouched, straceObstacle } from './strace.ts';

const obstacle = straceObstacle();
const faults = ['EIO', 'ENOSPC', 'EDQUOT', 'EACCES', 'EXDEV', 'EMFILE', 'SIGKILL'] as const;
/** Refusals that promise that nothing was changed. */
const unchanged = new Set(['disk-full', 'not-writable', 'write-failed', 'lock-unwritable', 'ledger-busy']);

interface Trial {
  readonly what: Writing;
  readonly call: Call;
  readonly fault: (typeof faults)[number];
}

it.runIf(obstacle !== undefined)(`faults are not injected: ${obstacle ?? ''}`, () => {
  expect(process.env['CI'], obstacle).toBeUndefined();
});

describe.skipIf(obstacle !== undefined)('a system call that fails while something is written', () => {
  const root = mkdtempSync(join(tmpdir(), 'freigabe-faults-'));
  const [folder, log] = [join(root, 'folder'), join(root, 'log')];
  const program = (what: Writing): readonly string[] => [join(root, 'worker.mjs'), what, folder];
  const paths = new Map<Writing, readonly string[]>();
  const all: Trial[] = [];

  const fresh = (what: Writing): void => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(root, what), folder, { recursive: true, preserveTimestamps: true });
  };

  beforeAll(async () => {
    await buildWorker(root);
    for (const what of writings) {
      await prepare(what, join(root, what));
      fresh(what);
      paths.set(what, await pathsTouched(program(what), folder, log));
      fresh(what);
      const calls = await callsOn(program(what), paths.get(what) ?? [], log);
      for (const call of calls) for (const fault of faults) all.push({ what, call, fault });
    }
  }, 120_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** What went wrong, or nothing. */
  async function trial({ what, call, fault }: Trial): Promise<string | undefined> {
    fresh(what);
    const { said, struck } = await faulty(program(what), { paths: paths.get(what) ?? [], call, fault, log });
    const name = `${what} ${call.name} ${call.nth} ${fault}: ${said}`;
    if (!struck) return `${name}: the fault did not strike`;
    const after = await found(what, folder).catch((error: unknown) => {
      throw new Error(name, { cause: error });
    });
    const lie = lieIn(said, after) ?? (fault === 'SIGKILL' ? undefined : leftover(call));
    return lie === undefined ? undefined : `${name}: ${lie}`;
  }

  /** Temporary files, where removing them was not what failed. */
  function leftover({ name }: Call): string | undefined {
    if (name.startsWith('unlink') || name.startsWith('getdents')) return undefined;
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const left = names.find((each) => each.endsWith('.tmp'));
    return left === undefined ? undefined : `leaves ${left}`;
  }

  it('R1: tears no file and tells no success that was none', { timeout: 1_800_000 }, async () => {
    const started = performance.now();
    expect(all.length, 'calls times faults').toBeGreaterThanOrEqual(300);
    const count = trials(20, all.length);
    const stride = all.length / count;
    const chosen = Array.from({ length: count }, (_, i) => all[Math.floor(i * stride + ((i * 31) % stride))]);
    const wrong: string[] = [];
    for (const each of chosen) {
      const problem = each && (await trial(each));
      if (problem !== undefined) wrong.push(problem);
    }
    tellTrial({
      id: 'R1',
      what: 'each system call of saving, exporting, recording and logging fails in six ways, or the process dies at it',
      trials: count,
      failed: wrong.length,
      seconds: (performance.now() - started) / 1000,
    });
    expect(wrong).toEqual([]);
  });
});

/** What was said and is not so. */
function lieIn(said: string, { whole, isNew, out = isNew }: Found): string | undefined {
  if (!whole) return 'torn';
  if (said === 'done' && !isNew) return 'success that was none';
  const code = /^refused (.*)$/.exec(said)?.[1] ?? '';
  return unchanged.has(code) && out ? 'nothing changed, it says, and something did' : undefined;
}
