import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channels, droppedChannel } from '../../../../shared/ipc/channels.ts';

const { exposed, heard, invoked, posted, sent } = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, (...args: unknown[]) => unknown>>(),
  heard: new Map<string, (event: { ports: unknown[] }, payload?: unknown) => void>(),
  invoked: [] as unknown[][],
  posted: [] as unknown[][],
  sent: [] as unknown[][],
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: Record<string, (...args: unknown[]) => unknown>) =>
      void exposed.set(name, api),
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => void invoked.push(args),
    send: (...args: unknown[]) => void sent.push(args),
    on: (name: string, listener: () => void) => void heard.set(name, listener),
    once: (name: string, listener: () => void) => void heard.set(name, listener),
  },
  webUtils: { getPathForFile: () => '/home/officer/events.csv' },
}));

beforeEach(() => {
  vi.resetModules();
  for (const list of [invoked, posted, sent]) list.length = 0;
  exposed.clear();
  heard.clear();
  vi.stubGlobal('window', {
    location: { origin: 'app://desk' },
    postMessage: (...args: unknown[]) => void posted.push(args),
  });
});

describe('desk preload', () => {
  it('exposes three functions and nothing of Electron', async () => {
    await import('../../../../electron/preload/desk.ts');
    expect([...exposed.keys()]).toEqual(['freigabe']);
    expect(Object.keys(exposed.get('freigabe') ?? {})).toEqual(['call', 'dropped', 'on']);
  });

  it('calls channels of the list only', async () => {
    await import('../../../../electron/preload/desk.ts');
    const call = exposed.get('freigabe')?.['call'];
    const callable = channels.filter((channel) => channel !== droppedChannel);
    for (const channel of callable) call?.(channel, { a: 1 });
    expect(invoked).toEqual(callable.map((channel) => [channel, { a: 1 }]));
    await expect(call?.('ELECTRON_BROWSER_REQUIRE', {})).rejects.toThrow('no channel');
    expect(invoked).toHaveLength(callable.length);
  });

  it('lets the page name no path', async () => {
    await import('../../../../electron/preload/desk.ts');
    const request = { paths: ['/etc/passwd'], kind: 'events' };
    await expect(exposed.get('freigabe')?.['call']?.('files.dropped', request)).rejects.toThrow('no channel');
    expect(invoked).toEqual([]);
  });

  it('names the paths of dropped files itself', async () => {
    await import('../../../../electron/preload/desk.ts');
    await exposed.get('freigabe')?.['dropped']?.([{}, {}], 'events');
    const paths = ['/home/officer/events.csv', '/home/officer/events.csv'];
    expect(invoked).toEqual([['files.dropped', { paths, kind: 'events' }]]);
  });

  it('passes on payloads without the event, of known messages only', async () => {
    await import('../../../../electron/preload/desk.ts');
    const got: unknown[][] = [];
    const on = exposed.get('freigabe')?.['on'];
    on?.('desk.open', (...args: unknown[]) => void got.push(args));
    heard.get('desk.open')?.({ ports: [] }, { kind: 'demo' });
    expect(got).toEqual([[{ kind: 'demo' }]]);
    expect(() => on?.('vault.port', () => undefined)).toThrow('no message');
  });

  it('hands the port to its own page only', async () => {
    await import('../../../../electron/preload/desk.ts');
    heard.get('vault.port')?.({ ports: ['port'] });
    expect(posted).toEqual([['vault.port', 'app://desk', ['port']]]);
  });
});

describe('vault preload', () => {
  it('exposes nothing and hands over both ports once', async () => {
    await import('../../../../electron/preload/vault.ts');
    expect(exposed.size).toBe(0);
    expect([...heard.keys()]).toEqual(['vault.ports', 'vault.look-up']);
    heard.get('vault.ports')?.({ ports: ['desk', 'main'] });
    expect(posted).toEqual([[{ kind: 'ports' }, '*', ['desk', 'main']]]);
  });

  it('hands over the port of a look-up window as what it is', async () => {
    await import('../../../../electron/preload/vault.ts');
    heard.get('vault.look-up')?.({ ports: ['look-up'] });
    expect(posted).toEqual([[{ kind: 'lookUp' }, '*', ['look-up']]]);
  });
});

describe('look-up preload', () => {
  it('exposes nothing and hands what main says to its own page', async () => {
    await import('../../../../electron/preload/look-up.ts');
    expect(exposed.size).toBe(0);
    expect([...heard.keys()]).toEqual(['look-up.port']);
    heard.get('look-up.port')?.({ ports: ['port'] }, { recipe: 'recipe' });
    expect(posted).toEqual([[{ recipe: 'recipe' }, 'app://desk', ['port']]]);
  });
});

describe('seal preload', () => {
  it('knows one way out and one way in', async () => {
    await import('../../../../electron/preload/seal.ts');
    exposed.get('seal')?.['answer']?.({ kind: 'cancel' });
    expect(sent).toEqual([['seal.answer', { kind: 'cancel' }]]);
    const got: unknown[] = [];
    exposed.get('seal')?.['onShow']?.((message: unknown) => void got.push(message));
    heard.get('seal.show')?.({ ports: [] }, 'subject');
    expect(got).toEqual(['subject']);
  });
});
