import { anything, constantFrom, dictionary, oneof, record, sample, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Caller, serveChannels } from '../../../electron/main/serve.ts';
import { type Channel, channels } from '../../../shared/ipc/channels.ts';
import { contract, type Handlers } from '../../../shared/ipc/contract.ts';
import { tellTrial, trials } from '../trial.ts';

type Listener = (caller: Caller, request: unknown) => Promise<Answer>;

const desk = { origin: 'app://desk' };
const fromDesk: Caller = { senderFrame: desk, sender: { mainFrame: desk } };
const strangers: Readonly<Record<string, Caller>> = {
  'no frame': { senderFrame: null, sender: { mainFrame: desk } },
  'no frame at all': { senderFrame: null, sender: { mainFrame: null } },
  'an inner frame': { senderFrame: { origin: 'app://desk' }, sender: { mainFrame: desk } },
  ...Object.fromEntries(
    [
      'app://vault',
      'app://seal',
      'app://look-up',
      'app://desk.example',
      'https://desk',
      'null',
      'file://',
      '',
    ].map((origin) => {
      const frame = { origin };
      return [`the origin "${origin}"`, { senderFrame: frame, sender: { mainFrame: frame } }];
    }),
  ),
};

/** Every channel through the real binding; handlers only note with what they were called. */
function bound(): { listeners: Map<string, Listener>; called: [Channel, unknown][]; defects: unknown[] } {
  const listeners = new Map<string, Listener>();
  const called: [Channel, unknown][] = [];
  const defects: unknown[] = [];
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      (request: unknown) => {
        called.push([channel, request]);
        return Promise.resolve({});
      },
    ]),
  ) as unknown as Handlers;
  serveChannels(
    { handle: (channel, listener) => void listeners.set(channel, listener) },
    { handlers, reportDefect: (_channel, error) => void defects.push(error) },
  );
  return { listeners, called, defects };
}

/** Anything a page could send, and things that look as if they were meant. */
const payload = oneof(
  anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withTypedArray: true,
  }),
  dictionary(
    constantFrom(
      'kind',
      'path',
      'recipe',
      'policy',
      'label',
      'language',
      'theme',
      'suggestedName',
      '__proto__',
    ),
    anything(),
  ),
  record({ kind: string(), path: string() }, { requiredKeys: [] }),
);

function told(answer: Answer | undefined): string {
  if (answer === undefined) return 'rejected';
  return answer.ok ? 'answered' : answer.failure.code;
}

const payloads = trials(100, 1000);

it('E3: answers no malformed call and never rejects', { timeout: 300_000 }, async () => {
  const started = performance.now();
  const { listeners, called, defects } = bound();
  let failed = 0;
  for (const channel of channels) {
    const listener = listeners.get(channel);
    for (const request of sample(payload, { numRuns: payloads, seed: 5 })) {
      called.length = 0;
      const answer = await listener?.(fromDesk, request).catch(() => undefined);
      const meant = contract[channel].request.safeParse(request).success;
      if (told(answer) !== (meant ? 'answered' : 'bad-request') || called.length !== (meant ? 1 : 0))
        failed += 1;
    }
  }
  tellTrial({
    id: 'E3',
    what: `arbitrary payloads to each of ${channels.length} channels`,
    trials: channels.length * payloads,
    failed,
    seconds: (performance.now() - started) / 1000,
  });
  expect([failed, defects]).toEqual([0, []]);
});

describe('E3: a caller that is not the desk', () => {
  it.each(Object.entries(strangers))('%s is refused on every channel', async (_name, caller) => {
    const { listeners, called } = bound();
    for (const channel of channels) {
      const answer = await listeners.get(channel)?.(caller, {});
      expect(answer).toMatchObject({ ok: false, failure: { code: 'foreign-caller' } });
    }
    expect(called).toEqual([]);
  });

  it('is told apart from the desk, which is answered', async () => {
    const { listeners, called } = bound();
    expect(await listeners.get('app.start')?.(fromDesk, {})).toEqual({ ok: true, value: {} });
    expect(called).toEqual([['app.start', {}]]);
  });
});
