import { anything, assert, asyncProperty } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createKeyRing } from '../../../../electron/handlers/key-ring.ts';
import { composeHandlers } from '../../../../electron/main/handlers.ts';
import { type Answer, type Caller, serveChannels } from '../../../../electron/main/serve.ts';
import { Refusal } from '../../../../shared/base/failure.ts';
import type { MappingProfile } from '../../../../shared/extract/mapping-profile.ts';
import { channels, type Channel } from '../../../../shared/ipc/channels.ts';
import { contract, type Handlers } from '../../../../shared/ipc/contract.ts';
import { approval, decidePorts } from '../handlers/decide-ports.ts';
import { demoRequest } from '../handlers/fake-ports.ts';
import type { Work } from '../../../../shared/ipc/kept-work.ts';
import { someWork } from '../../../support/some-work.ts';
import { noTrust } from '../../../../shared/bundle/trust.ts';

vi.mock('electron', () => ({
  app: { getVersion: () => '0.1.0' },
  shell: { showItemInFolder: () => undefined },
}));

type Bound = Map<string, (caller: Caller, request: unknown) => Promise<Answer>>;

function bind(
  handlers: Handlers,
  reportDefect: (channel: Channel, error: unknown) => void = () => undefined,
): Bound {
  const bound: Bound = new Map();
  serveChannels(
    { handle: (channel, listener) => void bound.set(channel, listener) },
    { handlers, reportDefect },
  );
  return bound;
}

function composed(): Handlers {
  const ports = decidePorts();
  const ground = {
    ...ports,
    dialogs: { ...ports.dialogs, openFiles: async () => [], openFolder: async () => [] },
    mappings: {
      list: async () => ({ kept: [], setAside: [] }),
      save: async (profile: MappingProfile, id = '0'.repeat(32)) => ({
        id,
        changedAt: '2026-05-20T10:00:00Z',
        profile,
      }),
      discard: async () => undefined,
    },
    drafts: {
      list: async () => ({ kept: [], setAside: [] }),
      save: async (work: Work, id = '0'.repeat(32)) => ({
        version: 1 as const,
        id,
        changedAt: '2026-05-20T10:00:00Z',
        work,
      }),
      discard: async () => undefined,
    },
    ring: createKeyRing(),
    extractFiles: {
      register: async () => ({ kind: 'file' as const, token: '0'.repeat(32), name: 'e.csv', sizeBytes: 1 }),
    },
    mapFiles: { register: async () => 'app://desk/map/0' },
    settingsStore: {
      load: async () => ({ language: 'de' as const, theme: 'dark' as const }),
      save: async () => undefined,
    },
    trust: {
      load: async () => noTrust,
      remember: async () => undefined,
      lists: async () => [],
      simple: async () => ({ listed: [], own: [] }),
      importList: () => Promise.reject(new Error('The dialog was closed.')),
    },
    settings: () => ({ language: 'de' as const, theme: 'dark' as const }),
    apply: () => undefined,
    opening: { kind: 'demo' as const },
    bench: {
      run: async () => ({ reports: [], marks: [] }),
      compare: () => Promise.reject(new Error('There is nothing to compare.')),
      stop: () => undefined,
    },
    printer: { pdf: async () => new Uint8Array() },
    witness: { seen: async () => [], remember: async () => undefined },
    tellAttack: () => undefined,
  };
  return composeHandlers(ground).handlers;
}

const dialect = { delimiter: ',', header: true, encoding: 'utf-8', gzip: false } as const;
const someMapping: MappingProfile = {
  format: 'freigabe.mapping',
  version: 1,
  name: 'daily export',
  files: {
    events: {
      layouts: [{ dialect, columns: ['id', 'at', 'cell'] }],
      mapping: { dialect, hasOffset: false, roles: ['person', 'time', 'cell'] },
    },
  },
};
const frame = { origin: 'app://desk' };
const desk: Caller = { senderFrame: frame, sender: { mainFrame: frame } };
const nowhere = '0'.repeat(64);
const goodRequests: Readonly<Partial<Record<Channel, unknown>>> = {
  'settings.save': { language: 'en', theme: 'light' },
  'draft.save': { work: someWork },
  'draft.discard': { id: '0'.repeat(32) },
  'mapping.save': { profile: someMapping },
  'mapping.discard': { id: '0'.repeat(32) },
  'mapping.export': { id: '0'.repeat(32) },
  'rejects.save': { suggestedName: 'rejects.csv' },
  'review.open': { sources: {}, policy: {} },
  'attack.earlier': { recipe: demoRequest.recipe, policy: demoRequest.policy },
  'lookup.open': { recipe: demoRequest.recipe },
  'recipe.save': { recipe: demoRequest.recipe, suggestedName: 'town' },
  'files.choose': { kind: 'events', folder: false },
  'files.dropped': { paths: ['/x'], kind: 'events' },
  'key.create': { label: 'Anna' },
  'release.seal': demoRequest,
  'release.elsewhere': { ...demoRequest, fingerprint: 'SHA256:x' },
  'bundle.again': { digest: nowhere },
  'decision.look': { digest: nowhere },
  'decision.changes': { digest: nowhere },
  'decision.sign': { ...approval(nowhere, 'privacy-officer'), keyHandle: 'key-1' },
  'decision.elsewhere': { ...approval(nowhere, 'privacy-officer'), fingerprint: 'SHA256:x' },
  'pending.import': { id: '0'.repeat(16) },
  'pending.drop': { id: '0'.repeat(16) },
  'bundle.judge': { handle: 'bundle-1', policy: demoRequest.policy },
  'bundle.attack': { handle: 'bundle-1', policy: demoRequest.policy, earlier: [] },
  'bundle.compare': { handle: 'bundle-1', earlier: 'bundle-2' },
  'bundle.print': { handle: 'bundle-1', language: 'de' },
};

/** What a channel refuses before anything was exported or opened. */
const refused: Readonly<Partial<Record<Channel, string>>> = {
  'bundle.reveal': 'nothing-exported',
  'mapping.export': 'mapping-gone',
  'rejects.save': 'not-writable',
  'release.elsewhere': 'key-not-preparer',
  'bundle.again': 'bundle-not-open',
  'decision.look': 'bundle-not-open',
  'decision.changes': 'bundle-not-open',
  'decision.sign': 'no-key-chosen',
  'decision.elsewhere': 'bundle-not-open',
  'pending.import': 'pending-gone',
  'bundle.judge': 'bundle-not-open',
  'bundle.attack': 'bundle-not-open',
  'bundle.compare': 'bundle-not-open',
  'bundle.print': 'bundle-not-open',
};

describe('serveChannels', () => {
  it('binds every channel of the contract exactly once', () => {
    expect([...bind(composed()).keys()]).toEqual([...channels]);
  });

  it.each(channels)('answers %s to the desk', async (channel) => {
    const answer = await bind(composed()).get(channel)?.(desk, goodRequests[channel] ?? {});
    const refusal = refused[channel];
    if (refusal === undefined) expect(answer?.ok).toBe(true);
    else expect(answer).toMatchObject({ failure: { code: refusal } });
    expect(contract[channel].response.safeParse(answer).success).toBe(true);
  });

  it.each([
    ['a frame inside the desk', { senderFrame: { origin: 'app://desk' }, sender: { mainFrame: frame } }],
    ['a frame that is gone', { senderFrame: null, sender: { mainFrame: frame } }],
    ...[
      'app://vault',
      'app://seal',
      'app://look-up',
      'app://desk.evil',
      'null',
      'https://desk',
      'app://DESK',
    ].map((origin) => {
      const foreign = { origin };
      return [origin, { senderFrame: foreign, sender: { mainFrame: foreign } }] as const;
    }),
  ] as readonly (readonly [string, Caller])[])('refuses every call from %s', async (_name, caller) => {
    const called: string[] = [];
    const handlers = Object.fromEntries(
      channels.map((channel) => [channel, async () => void called.push(channel)]),
    ) as unknown as Handlers;
    for (const [channel, listener] of bind(handlers)) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await listener(caller, goodRequests[channel as Channel] ?? {});
      expect(answer).toMatchObject({ ok: false, failure: { code: 'foreign-caller' } });
    }
    expect(called).toEqual([]);
  });

  it.each(channels)('never throws on %s, whatever is sent', async (channel) => {
    const listener = bind(composed()).get(channel);
    await assert(
      asyncProperty(
        anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
        async (request) => {
          const answer = await listener?.(desk, request);
          expect(contract[channel].response.safeParse(answer).success).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each(channels)('tells the desk of %s nothing about what broke inside', async (channel) => {
    const reported: unknown[] = [];
    const handlers = Object.fromEntries(
      channels.map((each) => [each, () => Promise.reject(new Error('ENOENT /home/officer/secret.csv'))]),
    ) as unknown as Handlers;
    const bound = bind(handlers, (_channel, error) => void reported.push(error));
    const answer = await bound.get(channel)?.(desk, goodRequests[channel] ?? {});
    expect(answer).toMatchObject({ ok: false, failure: { code: 'defect' } });
    expect(JSON.stringify(answer)).not.toMatch(/secret|ENOENT|\//);
    expect(reported).toHaveLength(1);
  });

  it('passes a refusal on as it is, also one thrown at once', async () => {
    const refusal = new Refusal('file-missing', 'e.csv is not there.', { name: 'e.csv' });
    const handlers = {
      ...composed(),
      'files.choose': () => {
        throw refusal;
      },
    };
    const answer = await bind(handlers).get('files.choose')?.(desk, { kind: 'events', folder: false });
    expect(answer).toEqual({ ok: false, failure: refusal.failure });
  });
});
