import { describe, expect, it } from 'vitest';
import { FromVault, vaultCalls, type VaultCall } from '../../../shared/ipc/vault-contract.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Review } from '../../../shared/workflow/review.ts';
import { serveVault, type VaultCaller } from '../../../shared/workflow/serve-vault.ts';

const calls = Object.keys(vaultCalls) as VaultCall[];
const request = { identifier: 'a1', recipe: presets.conservative };
const answer = {
  inRegister: true,
  inExtract: true,
  wouldCount: false,
  reason: 'objection',
  hasRegister: true,
};

/** Makes one call as `who` and gives the last message that came back, and what of the review was reached. */
async function call(who: VaultCaller, name: string, what: unknown) {
  const reached: string[] = [];
  const review = Object.fromEntries(
    calls.map((each) => [
      each,
      () => {
        reached.push(each);
        return answer;
      },
    ]),
  ) as unknown as Review;
  let ask: ((message: unknown) => void) | undefined;
  const said = new Promise<FromVault>((done) =>
    serveVault(
      review,
      { post: done, onMessage: (listener) => (ask = listener) },
      who,
      () => new AbortController(),
    ),
  );
  ask?.({ kind: 'call', id: 1, call: name, request: what });
  return { said: FromVault.parse(await said), reached };
}

describe('a status', () => {
  it('is told on the port of the look-up window', async () => {
    const { said, reached } = await call('lookUp', 'status', request);
    expect(said).toEqual({ kind: 'done', id: 1, response: answer });
    expect(vaultCalls.status.response.parse(said.kind === 'done' ? said.response : undefined)).toEqual(
      answer,
    );
    expect(reached).toEqual(['status']);
  });

  it.each(['desk', 'main'] as const)('is refused to %s, which learns nothing', async (who) => {
    const { said, reached } = await call(who, 'status', request);
    expect(said).toMatchObject({ kind: 'failed', failure: { code: 'defect', detail: {} } });
    expect(JSON.stringify(said)).not.toContain('a1');
    expect(reached).toEqual([]);
  });

  it.each(['', 'x'.repeat(1025), 7])('is not asked of %j', async (identifier) => {
    const { said, reached } = await call('lookUp', 'status', { ...request, identifier });
    expect(said).toMatchObject({ kind: 'failed', failure: { code: 'bad-request' } });
    expect(reached).toEqual([]);
  });
});

describe('the port of the look-up window', () => {
  it('answers nothing but a status', async () => {
    const answered = await Promise.all(
      calls.map(async (name) => {
        const { said } = await call('lookUp', name, {});
        return said.kind === 'failed' && said.failure.code !== 'defect' ? [name] : [];
      }),
    );
    expect(answered.flat()).toEqual(['status']);
  });
});

describe('a candidate', () => {
  it('is answered to main alone', async () => {
    const codes = await Promise.all(
      (['desk', 'main', 'lookUp'] as const).map(async (who) => {
        const { said } = await call(who, 'candidate', {});
        return said.kind === 'failed' ? said.failure.code : said.kind;
      }),
    );
    expect(codes).toEqual(['defect', 'bad-request', 'defect']);
  });
});
