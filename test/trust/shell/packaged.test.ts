import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFuses, readFuses } from '../../../electron/launcher/fuses.ts';
import { mustBePackable } from '../../../electron/launcher/packaging.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { readableFolder, stageApplication } from '../network/watch/prepared.ts';
import type { Running } from '../network/watch/running.ts';
import { startedRenderers } from '../network/watch/sandboxed.ts';
import { makeEmptyNetwork, type Network, sinkholeObstacle } from '../network/watch/sinkhole.ts';
import { type UnprivilegedElectron, unprivilegedElectron } from '../network/watch/unprivileged-electron.ts';
import { tellTrial, trials } from '../trial.ts';
import { ignoredStarts, markCommand, markModule, refusedStarts, type StartAttack } from './attacks.ts';
import { makePackagedCopy } from './packaged-copy.ts';

const obstacle = sinkholeObstacle();

it.runIf(obstacle !== undefined)(`no packaged copy is started: ${obstacle ?? ''}`, () => {
  expect(process.env['CI'], obstacle).toBeUndefined();
});

/** Code of the refusal to package; empty where there is none. */
function refusal(version: string, source: 'package' | 'stand-in', node: string): string {
  try {
    mustBePackable({ version, source }, node);
    return '';
  } catch (error) {
    return error instanceof Refusal ? error.failure.code : 'another failure';
  }
}

describe('packaging', () => {
  it.each([
    ['33.2.1', 'stand-in', '22.12.0', 'packaging-refused'],
    ['45.4.1', 'stand-in', '22.12.0', 'packaging-refused'],
    ['44.9.9', 'package', '22.12.0', 'packaging-refused'],
    ['unknown', 'package', '22.12.0', 'packaging-refused'],
    ['45.4.1', 'package', '20.20.2', 'packaging-refused'],
    ['45.4.1', 'package', '22.12.0', ''],
  ] as const)('of Electron %s (%s) with Node %s: "%s"', (electron, source, node, code) => {
    expect(refusal(electron, source, node)).toBe(code);
  });
});

describe.skipIf(obstacle !== undefined)('a copy that counts as packaged', () => {
  const folder = readableFolder();
  let network: Network;
  let electron: UnprivilegedElectron;
  let executable: string;
  let count = 0;

  beforeAll(async () => {
    network = makeEmptyNetwork();
    const application = await stageApplication(folder);
    electron = await unprivilegedElectron(network);
    executable = await makePackagedCopy(electron.executable, application, folder);
  }, 180_000);

  afterAll(() => {
    electron.close();
    network.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A folder an attacker wrote, which the application's user may write as well. */
  function attackersFolder(): string {
    const own = join(electron.home, `attack-${(count += 1)}`);
    mkdirSync(own);
    writeFileSync(join(own, 'mark.cjs'), markModule);
    writeFileSync(join(own, 'index.js'), markModule);
    writeFileSync(join(own, 'mark.sh'), markCommand);
    chmodSync(join(own, 'mark.sh'), 0o755);
    chmodSync(own, 0o777);
    return own;
  }

  function start(attack: StartAttack, own: string, program = executable): Running {
    const fill = (text: string): string => text.replaceAll('%', own);
    const env = Object.entries(attack.env ?? {}).map(([name, value]) => [name, fill(value)] as const);
    const home = join(own, 'home');
    mkdirSync(home);
    chmodSync(home, 0o777);
    return electron.start((attack.args ?? []).map(fill), {
      executable: program,
      env: { HOME: home, ...Object.fromEntries(env) },
    });
  }

  /**
   * Runs until a window is there; true where the attack then had left no mark. On a busy machine Electron now and then stands
   * still before its first window: it is then started again, at most twice.
   */
  async function survives(attack: StartAttack, triesLeft = 2): Promise<boolean> {
    const own = attackersFolder();
    const running = start(attack, own);
    const late = Date.now() + 25_000;
    while (startedRenderers(join(own, 'home')) === 0 && Date.now() < late) await wait(300);
    const started = startedRenderers(join(own, 'home')) > 0;
    await running.end();
    if (existsSync(join(own, 'mark'))) return false;
    return started || (triesLeft > 0 && survives(attack, triesLeft - 1));
  }

  it('E1: has its fuses set, and a runtime for tests has others', async () => {
    const found = await readFuses(executable);
    const wrong = Object.entries(packageFuses).filter(
      ([name, value]) => found[name as keyof typeof found] !== value,
    );
    tellTrial({
      id: 'E1',
      what: 'fuses read back from a packaged copy',
      trials: Object.keys(found).length,
      failed: wrong.length,
      seconds: 0,
    });
    expect(found).toEqual(packageFuses);
    expect(await readFuses(electron.executable)).not.toEqual(packageFuses);
  });

  it(
    'E2: ends with 78 at a switch it does not know, and ignores the environment',
    { timeout: 300_000 },
    async () => {
      const started = performance.now();
      const failed: string[] = [];
      const refused = refusedStarts.slice(0, trials(20, refusedStarts.length));
      for (const attack of refused) {
        const own = attackersFolder();
        const code = await start(attack, own).exitCode(30_000);
        if (code !== 78 || existsSync(join(own, 'mark'))) failed.push(`${attack.name}: ${code}`);
      }
      const ignored = ignoredStarts.slice(0, trials(3, ignoredStarts.length));
      for (const attack of ignored) if (!(await survives(attack))) failed.push(attack.name);
      tellTrial({
        id: 'E2',
        what: 'hostile arguments and environments at the start of a packaged copy',
        trials: refused.length + ignored.length,
        failed: failed.length,
        seconds: (performance.now() - started) / 1000,
      });
      expect(failed).toEqual([]);
    },
  );

  it(
    'E2: the same attacks leave their mark on a runtime that is not packaged',
    { timeout: 60_000 },
    async () => {
      const own = attackersFolder();
      const [required] = ignoredStarts;
      const running = start({ ...required, name: 'control' }, own, electron.executable);
      await running.exitCode(20_000);
      expect(existsSync(join(own, 'mark'))).toBe(true);
    },
  );

  it('loads its archive and not the loose application beside it', { timeout: 120_000 }, async () => {
    expect(await survives({ name: 'nothing' })).toBe(true);
  });
});
