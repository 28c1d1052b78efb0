import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForElectron } from '../network/harness/build.ts';
import { readableFolder, stageApplication } from '../network/watch/prepared.ts';
import { startUntil } from '../network/watch/running.ts';
import { makeEmptyNetwork, type Network, sinkholeObstacle } from '../network/watch/sinkhole.ts';
import { type UnprivilegedElectron, unprivilegedElectron } from '../network/watch/unprivileged-electron.ts';
import { tellTrial } from '../trial.ts';
import { electronPermissions } from './electron-permissions.ts';
import { mayProbe } from './harness/page-probes.ts';
import { type Probed, probedLine } from './harness/probed.ts';

const obstacle = sinkholeObstacle();
const hosts = ['desk', 'vault', 'seal', 'look-up'];

it.runIf(obstacle !== undefined)(`no window is probed: ${obstacle ?? ''}`, () => {
  expect(process.env['CI'], obstacle).toBeUndefined();
});

describe.skipIf(obstacle !== undefined)('every window of the real application', () => {
  const folder = readableFolder();
  let network: Network;
  let electron: UnprivilegedElectron;
  let probed: readonly Probed[];
  let seconds: number;

  beforeAll(async () => {
    network = makeEmptyNetwork();
    await bundleForElectron(join(import.meta.dirname, 'harness', 'inject.ts'), folder, 'cjs', 'inject.cjs');
    const application = await stageApplication(folder);
    electron = await unprivilegedElectron(network);
    const started = performance.now();
    const data = `--user-data-dir=${join(electron.home, 'data')}`;
    const args = ['-r', join(folder, 'inject.cjs'), application, data];
    const env = { FREIGABE_PERMISSIONS: electronPermissions().join(' ') };
    const { running, said } = await startUntil(() => electron.start(args, { env }), probedLine, 60_000);
    probed = JSON.parse(said) as readonly Probed[];
    seconds = (performance.now() - started) / 1000;
    await running.end();
  }, 240_000);

  afterAll(() => {
    electron.close();
    network.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('E6: may start its own workers, the vault WebAssembly, and nothing else', () => {
    const wrong = probed.flatMap(({ host, policy }) =>
      Object.entries(policy)
        .filter(([name, told]) => told !== (mayProbe(host, name) ? 'allowed' : 'blocked'))
        .map(([name, told]) => `${host}: ${name} ${told}`),
    );
    const tried = probed.flatMap(({ policy }) => Object.keys(policy));
    tellTrial({
      id: 'E6',
      what: 'attempts against the content security policy in four windows',
      trials: tried.length,
      failed: wrong.length,
      seconds,
    });
    expect(probed.map(({ host }) => host)).toEqual(hosts);
    expect(new Set(tried).size).toBeGreaterThanOrEqual(12);
    expect(wrong).toEqual([]);
  });

  it('E5: is told that every permission is denied', () => {
    const told = probed.flatMap(({ host, permissions }) =>
      Object.entries(permissions).map(([name, state]) => ({ host, name, state })),
    );
    const granted = told.filter(({ state }) => state !== 'denied' && state !== 'unknown');
    const known = told.filter(({ state }) => state !== 'unknown');
    tellTrial({
      id: 'E5-window',
      what: 'permissions a page can ask about, in four windows',
      trials: known.length,
      failed: granted.length,
      seconds: 0,
    });
    expect(granted).toEqual([]);
    expect(known.length).toBeGreaterThanOrEqual(4 * 5);
  });

  it('E4: is served nothing by a hostile path', () => {
    const served = probed.flatMap(({ host, served: paths }) => paths.map((path) => `${host}: ${path}`));
    tellTrial({
      id: 'E4-window',
      what: 'hostile paths fetched by four windows',
      trials: probed.reduce((all, { asked }) => all + asked, 0),
      failed: served.length,
      seconds: 0,
    });
    expect(served).toEqual([]);
  });

  it('gets every security header for its page and its workers, and has no constructor left for peers', () => {
    expect(probed.flatMap(({ missingHeaders }) => missingHeaders)).toEqual([]);
    expect(probed.flatMap(({ constructors }) => constructors)).toEqual([]);
  });
});
