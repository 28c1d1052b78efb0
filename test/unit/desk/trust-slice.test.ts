import { describe, expect, it } from 'vitest';
import { typedFingerprint } from '../../../renderer/desk/state/typed-fingerprint.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import type { InspectedBundle } from '../../../shared/ipc/inspected-bundle.ts';
import type { TrustChange, TrustOverview } from '../../../shared/ipc/trust-overview.ts';
import { newDesk } from './open-desk.ts';

const digits = '0123456789abcdef'.repeat(4);
const grouped = digits.match(/.{8}/gu)?.join(' ') ?? '';
const nobody: TrustOverview = { lists: [], simple: [], own: [], ledgers: [] };
const change: TrustChange = {
  kind: 'first',
  origin: 'publisher.example',
  version: 1,
  added: ['anna'],
  removed: [],
  altered: [],
  revoked: [],
  reinstated: [],
  rootAdded: 0,
  rootRemoved: 0,
  rules: false,
  ledgerKeys: false,
  expires: '2027-12-31',
};
const bundle = (outcome: InspectedBundle['outcome'], digest = 'd'.repeat(64)): InspectedBundle => ({
  fileName: 'may.freigabe.zip',
  sizeBytes: 1,
  outcome,
  digest,
  checks: [],
  signatures: [],
});

describe('a fingerprint while it is typed', () => {
  it.each([
    ['', { kind: 'empty' }],
    ['  \n', { kind: 'empty' }],
    [digits, { kind: 'whole', digits }],
    [` ${grouped.toUpperCase()} `, { kind: 'whole', digits }],
    [digits.slice(0, 20), { kind: 'short', missing: 44 }],
    [grouped.slice(0, -1), { kind: 'short', missing: 1 }],
    [grouped.replace('89abcdef', '89abcde'), { kind: 'short', missing: 1, odd: { group: 2, length: 7 } }],
    [`${grouped} 0f`, { kind: 'long', surplus: 2 }],
    [`${digits.slice(0, 8)} 0o`, { kind: 'wrong', character: 'o' }],
    [`SHA256:${digits}`, { kind: 'wrong', character: 's' }],
  ])('is told for what it is: %j', (text, told) => {
    expect(typedFingerprint(text)).toEqual(told);
  });
});

it('asks anew whom the machine believes when a bundle is opened, where that was asked before', async () => {
  let asked = 0;
  const { store } = newDesk({
    'trust.lists': () => {
      asked++;
      return nobody;
    },
  });
  store.getState().showBundle(bundle('release'));
  expect(asked).toBe(0);
  await store.getState().loadTrust();
  store.getState().showBundle(bundle('release', 'e'.repeat(64)));
  expect(asked).toBe(2);
});

describe('taking in a list', () => {
  it('hands main the digits alone, tells what changed and verifies the open bundle anew', async () => {
    const asked: unknown[] = [];
    const { store } = newDesk({
      'trust.lists': () => nobody,
      'trust.import': (request) => {
        asked.push(request);
        return change;
      },
      'bundle.again': (request) => {
        asked.push(request);
        return bundle('release');
      },
    });
    store.getState().showBundle(bundle('rejected'));
    store.getState().setToldFingerprint(grouped);
    await store.getState().takeInList();
    expect(asked).toEqual([{ fingerprint: digits }, { digest: 'd'.repeat(64) }]);
    const state = store.getState();
    expect(state.bundle?.outcome).toBe('release');
    expect(state).toMatchObject({
      trust: nobody,
      trustChange: change,
      verifiedAnew: true,
      toldFingerprint: '',
    });
    expect(state.takingIn).toBe(false);
  });

  it('asks nothing with half a fingerprint, and without one where the field is empty', async () => {
    const asked: unknown[] = [];
    const { store } = newDesk({
      'trust.import': (request) => {
        asked.push(request);
        return undefined;
      },
    });
    store.getState().setToldFingerprint(digits.slice(1));
    await store.getState().takeInList();
    store.getState().setToldFingerprint('');
    await store.getState().takeInList();
    expect(asked).toEqual([{}]);
    expect(store.getState().trustChange).toBeUndefined();
  });

  it('keeps what was typed where main refuses, and the bundle as it was', async () => {
    const { store } = newDesk({
      'trust.import': () => {
        throw new Refusal('trust-list-fingerprint', 'It is another one.');
      },
    });
    store.getState().showBundle(bundle('rejected'));
    store.getState().setToldFingerprint(digits);
    await store.getState().takeInList();
    const { takeInFailure, toldFingerprint, takingIn, bundle: shown } = store.getState();
    expect(takeInFailure?.code).toBe('trust-list-fingerprint');
    expect({ toldFingerprint, takingIn }).toEqual({ toldFingerprint: digits, takingIn: false });
    expect(shown?.outcome).toBe('rejected');
  });

  it('leaves a bundle that was opened meanwhile alone', async () => {
    const { store } = newDesk({
      'trust.lists': () => nobody,
      'trust.import': () => change,
      'bundle.again': () => {
        store.getState().showBundle(bundle('prepared', 'e'.repeat(64)));
        return bundle('release');
      },
    });
    store.getState().showBundle(bundle('rejected'));
    await store.getState().takeInList();
    expect(store.getState().bundle?.outcome).toBe('prepared');
    expect(store.getState().verifiedAnew).toBe(false);
  });
});

describe('taking in the state of a ledger', () => {
  const taken = { origin: 'publisher.example', entries: 3, standing: 'newer' } as const;

  it('tells what was taken in, and verifies the open bundle anew, since it may be withdrawn now', async () => {
    const { store } = newDesk({
      'trust.lists': () => nobody,
      'ledger.remember': () => taken,
      'bundle.again': () => bundle('rejected'),
    });
    store.getState().showBundle(bundle('release'));
    await store.getState().takeInState();
    expect(store.getState()).toMatchObject({ takenState: taken, verifiedAnew: true, takingInState: false });
    expect(store.getState().bundle?.outcome).toBe('rejected');
  });

  it('tells why not, and verifies nothing', async () => {
    const { store } = newDesk({
      'ledger.remember': () => {
        throw new Refusal('ledger-state-fork', 'Forked.');
      },
    });
    store.getState().showBundle(bundle('release'));
    await store.getState().takeInState();
    expect(store.getState()).toMatchObject({ takenState: undefined, verifiedAnew: false });
    expect(store.getState().takeInStateFailure?.code).toBe('ledger-state-fork');
  });
});
