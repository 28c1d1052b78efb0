import type { BrowserWindow, MessagePortMain } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LiveVault } from '../../../../electron/main/live-vault.ts';
import { createVaultHost, type VaultHost } from '../../../../electron/main/vault-host.ts';
import type { Source } from '../../../../shared/extract/source.ts';
import { vaultGoneMessage, vaultPortMessage } from '../../../../shared/ipc/channels.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { presets } from '../../../../shared/recipe/presets.ts';

const file = (name: string): Source => ({ kind: 'file', token: 'a'.repeat(32), name, sizeBytes: 9 });
const text = { sources: { events: file('events.csv') }, policy: {} };
const parquet = { sources: { events: file('events.parquet') }, policy: {} };
const database = { sources: { events: file('events.duckdb') }, policy: {} };
const { conservative: recipe } = presets;

interface FakeVault extends LiveVault {
  readonly crash: (reason: string) => void;
}

let said: string[];
let vaults: FakeVault[];
let nativeRuns: boolean;
let host: VaultHost;

/** A vault that notes what happens to it, under its number. */
function fakeVault(engine: 'wasm' | 'native', spills = false): FakeVault {
  const number = vaults.length;
  const gone: ((reason: string) => void)[] = [];
  const vault: FakeVault = {
    engine,
    spills,
    toDesk: `port ${number}` as unknown as MessagePortMain,
    client: {
      call: async () => `answer of ${number}` as never,
      end: () => void said.push(`${number} called off`),
    },
    allow: async (files) => void said.push(`${number} may read ${[...files.values()].join()}`),
    joinLookUp: () => void said.push(`${number} joined`),
    onGone: (listener) => void gone.push(listener),
    end: async () => void said.push(`${number} ended`),
    crash: (reason) => gone.forEach((each) => each(reason)),
  };
  vaults.push(vault);
  said.push(`${number} started: ${engine}${spills ? ', spilling' : ''}`);
  return vault;
}

beforeEach(() => {
  said = [];
  vaults = [];
  nativeRuns = true;
  const desk = {
    isDestroyed: () => false,
    webContents: {
      postMessage: (message: string, _: unknown, [port]: readonly unknown[]) =>
        said.push(`${message}: ${String(port)}`),
      send: (message: string, { reason }: { reason: string }) => said.push(`${message}: ${reason}`),
    },
  } as unknown as BrowserWindow;
  host = createVaultHost({
    windows: {
      prepare: () => undefined,
      start: async () => fakeVault('wasm'),
      discard: async () => void said.push('page discarded'),
    },
    desk: () => desk,
    lookUpWindow: {
      open: async (join) => join(undefined as unknown as MessagePortMain),
      close: () => undefined,
    },
    clock: { now: () => '2026-11-22T10:00:00Z' },
    journal: {
      record: async (event, detail = {}) => void said.push(`record ${event} ${String(detail['reason'])}`),
      head: async () => '',
    },
    startNative: async (maySpill) => (nativeRuns ? fakeVault('native', maySpill) : undefined),
    revokeFiles: () => void said.push('files revoked'),
  });
});

describe('which vault is started', () => {
  it('is the page for text, and a process of its own for Parquet', async () => {
    expect(await host.open(text)).toEqual({ engine: 'wasm', why: 'small' });
    expect(await host.open(parquet)).toEqual({ engine: 'native', why: 'parquet' });
    expect(said).toEqual([
      '0 started: wasm',
      `${vaultPortMessage}: port 0`,
      '0 called off',
      '0 ended',
      '1 started: native',
      'page discarded',
      `${vaultPortMessage}: port 1`,
    ]);
  });

  it('may spill only where the policy says so', async () => {
    await host.open({ ...parquet, policy: { spill: true } });
    await host.open({ ...parquet, policy: { spill: false } });
    expect(vaults.map(({ spills }) => spills)).toEqual([true, false]);
  });

  it('is the page where the policy forbids the process, and nothing for what the page cannot read', async () => {
    const policy = { nativeEngine: false };
    expect(await host.open({ ...parquet, policy })).toEqual({ engine: 'wasm', why: 'forbidden' });
    await expect(host.open({ ...database, policy })).rejects.toMatchObject({
      failure: { code: 'native-forbidden' },
    });
    expect(vaults.map(({ engine }) => engine)).toEqual(['wasm']);
  });

  it('is the page where native DuckDB does not run, and nothing for what the page cannot read', async () => {
    nativeRuns = false;
    expect(await host.open(parquet)).toEqual({ engine: 'wasm', why: 'missing' });
    await expect(host.open(database)).rejects.toMatchObject({ failure: { code: 'native-missing' } });
    await expect(host.rejects({} as never)).rejects.toMatchObject({ failure: { code: 'vault-gone' } });
  });
});

describe('a vault with native DuckDB', () => {
  it('is told of files that are chosen later, also while it is being started', async () => {
    await host.allow(new Map([['a', '/before']]));
    const opening = host.open(parquet);
    await host.allow(new Map([['b', '/later.csv']]));
    await opening;
    expect(said.filter((each) => each.includes('may read'))).toEqual(['0 may read /later.csv']);
  });

  it('is named to nobody but by the reason when it ends by itself', async () => {
    await host.open(parquet);
    said = [];
    vaults[0]?.crash('exit 11');
    expect(said).toEqual(['0 called off', 'record vault.gone exit 11', `${vaultGoneMessage}: exit 11`]);
    await expect(host.lookUp(recipe)).rejects.toMatchObject({ failure: { code: 'vault-gone' } });
    said = [];
    await host.close();
    expect(said, 'it is not ended twice').toEqual(['page discarded', 'files revoked']);
  });

  it('says nothing of its end when it was ended, and takes the files along', async () => {
    await host.open(parquet);
    await host.lookUp(recipe);
    expect(said).toContain('0 joined');
    said = [];
    expect(await host.close()).toBe('2026-11-22T10:00:00Z');
    vaults[0]?.crash('exit 0');
    expect(said).toEqual(['0 called off', '0 ended', 'page discarded', 'files revoked']);
  });

  it('gives no candidate to a policy that forbids it, or what it may write', async () => {
    const { default: policy } = builtInPolicies;
    await host.open({ ...parquet, policy: { spill: true } });
    const candidate = async (change: object) => host.candidate({ recipe, policy: { ...policy, ...change } });
    await expect(candidate({ nativeEngine: false, spill: true })).rejects.toMatchObject({
      failure: { code: 'native-forbidden' },
    });
    await expect(candidate({})).rejects.toMatchObject({ failure: { code: 'spill-forbidden' } });
    expect(await candidate({ spill: true })).toBe('answer of 0');
    await host.open(text);
    expect(await candidate({ nativeEngine: false })).toBe('answer of 1');
  });
});
