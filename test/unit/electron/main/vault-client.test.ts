import { describe, expect, it } from 'vitest';
import { type ControlPort, createVaultClient } from '../../../../electron/main/vault-client.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { candidate } from '../handlers/fake-ports.ts';

const request = { recipe: candidate.recipe, policy: builtInPolicies.demo };

function fakePort() {
  const listeners: Record<string, (message: { readonly data: unknown }) => void> = {};
  const sent: { readonly id: number }[] = [];
  const port: ControlPort = {
    on: (event: string, listener: (message: { readonly data: unknown }) => void) => {
      listeners[event] = listener;
    },
    start: () => undefined,
    postMessage: (message) => void sent.push(message as { readonly id: number }),
  };
  return {
    port,
    sent,
    tell: (data: unknown) => listeners['message']?.({ data }),
    close: () => listeners['close']?.({ data: undefined }),
  };
}

describe('createVaultClient', () => {
  it('gives each call its own answer, in whatever order they come', async () => {
    const { port, sent, tell } = fakePort();
    const client = createVaultClient(port);
    const [first, second] = [client.call('candidate', request), client.call('candidate', request)];
    tell({ kind: 'done', id: sent[1]?.id, response: { ...candidate, groupsPublished: 2 } });
    tell({ kind: 'done', id: sent[0]?.id, response: candidate });
    expect((await first).groupsPublished).toBe(1);
    expect((await second).groupsPublished).toBe(2);
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
