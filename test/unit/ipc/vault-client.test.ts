import { describe, expect, it } from 'vitest';
import { type CallingPort, createVaultClient } from '../../../shared/ipc/vault-client.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { candidate } from '../electron/handlers/fake-ports.ts';

const request = { recipe: candidate.recipe, policy: builtInPolicies.demo };

function fakePort() {
  let hear: ((message: unknown) => void) | undefined;
  let end: (() => void) | undefined;
  const sent: { readonly id: number }[] = [];
  const port: CallingPort = {
    post: (message) => void sent.push(message),
    onMessage: (listener) => {
      hear = listener;
    },
    onEnd: (listener) => {
      end = listener;
    },
  };
  return { port, sent, tell: (data: unknown) => hear?.(data), close: () => end?.() };
}

describe('createVaultClient', () => {
  it('gives each call its own answer, in whatever order they come', async () => {
    const { port, sent, tell } = fakePort();
    const client = createVaultClient(port);
    const [first, second] = [client.call('candidate', request), client.call('candidate', request)];
    tell({ kind: 'done', id: sent[1]?.id, response: { ...candidate, ages: ['0-17'] } });
    tell({ kind: 'done', id: sent[0]?.id, response: candidate });
    expect((await first).ages).toEqual(candidate.ages);
    expect((await second).ages).toEqual(['0-17']);
  });

  it('refuses as the vault refuses', async () => {
    const { port, sent, tell } = fakePort();
    const call = createVaultClient(port).call('candidate', request);
    const failure = { code: 'nothing-loaded', message: 'Open an extract first.', detail: {} };
    tell({ kind: 'failed', id: sent[0]?.id, failure });
    await expect(call).rejects.toMatchObject({ failure });
  });

  it('passes over messages that are none, and takes no candidate of another form', async () => {
    const { port, sent, tell } = fakePort();
    const call = createVaultClient(port).call('candidate', request);
    for (const message of [
      undefined,
      'done',
      { kind: 'done' },
      { kind: 'done', id: 99, response: candidate },
    ])
      tell(message);
    tell({ kind: 'done', id: sent[0]?.id, response: { ...candidate, rows: ['person-1'] } });
    await expect(call).rejects.toThrow('rows');
  });

  it.each(['close', 'end'] as const)(
    'ends what is open, and what comes later, with vault-gone on %s',
    async (how) => {
      const fake = fakePort();
      const client = createVaultClient(fake.port);
      const call = client.call('candidate', request);
      if (how === 'close') fake.close();
      else client.end();
      await expect(call).rejects.toMatchObject({ failure: { code: 'vault-gone' } });
      await expect(client.call('candidate', request)).rejects.toMatchObject({
        failure: { code: 'vault-gone' },
      });
      expect(fake.sent).toHaveLength(1);
    },
  );
});
