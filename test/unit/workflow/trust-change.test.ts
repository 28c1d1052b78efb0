import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { keyFingerprint, keyLine } from '../../../shared/bundle/ssh-key.ts';
import type { TrustList } from '../../../shared/bundle/trust-list.ts';
import { believedList, simpleSigners } from '../../../shared/workflow/believed-list.ts';
import { trustChange } from '../../../shared/workflow/trust-change.ts';
import { fileKey } from '../../support/software-keys.ts';
import { listed, now, publisher, rootNames, trustList } from '../../support/trust-lists.ts';

const held = trustList();
const line = (name: string) => keyLine(fileKey(name).key, '');
const print = (name: string) => keyFingerprint(fileKey(name).key, nodeCrypto);
const next = (change: Partial<TrustList>) => trustChange(held, trustList({ version: 5, ...change }));
const left = (expires: string) => believedList(trustList({ expires }), now, nodeCrypto).daysLeft;
const nothing = {
  added: [],
  removed: [],
  altered: [],
  revoked: [],
  reinstated: [],
  rootAdded: 0,
  rootRemoved: 0,
  rules: false,
  ledgerKeys: false,
};

describe('what a list that is taken in changes', () => {
  it('is everything where none was held, and nothing where it is the same one', () => {
    const told = { origin: publisher.origin, version: 4, expires: '2027-12-31' };
    expect(trustChange(undefined, held)).toEqual({
      ...told,
      ...nothing,
      kind: 'first',
      added: ['petra', 'otto', 'sina'],
    });
    expect(trustChange(held, trustList())).toEqual({ ...told, ...nothing, kind: 'same', before: 4 });
  });

  it('is told by the ids of those who came, went or are named otherwise', () => {
    const [petra, , sina] = held.signers;
    if (petra === undefined || sina === undefined) throw new Error('the list is another one');
    const signers = [petra, { ...sina, validToSeq: 9 }, listed('olga', ['privacy-officer'])];
    expect(next({ signers })).toMatchObject({
      ...nothing,
      kind: 'newer',
      before: 4,
      added: ['olga'],
      removed: ['otto'],
      altered: ['sina'],
    });
  });

  it('does not call the order of signers, roles or keys a change', () => {
    const two = trustList({ signers: [listed('petra', ['preparer', 'privacy-officer'])] });
    const turned = trustList({
      version: 5,
      signers: [listed('petra', ['privacy-officer', 'preparer'])],
      rootKeys: held.rootKeys.toReversed(),
    });
    expect(trustChange(two, turned)).toMatchObject({ ...nothing, kind: 'newer' });
  });

  it('names revoked keys by their owner, also by one who is no longer named, and keys that count again', () => {
    const revoked = [
      { fp: print('otto'), lastGoodSeq: 3, reason: 'lost' },
      { fp: print('somebody else'), lastGoodSeq: -1, reason: '' },
    ];
    const after = next({ revoked, signers: held.signers.filter(({ id }) => id !== 'otto') });
    expect(after).toMatchObject({ removed: ['otto'], revoked: ['otto', print('somebody else')] });
    const before = trustList({ revoked });
    expect(
      trustChange(before, trustList({ version: 5, revoked: [{ ...revoked[0], lastGoodSeq: 2 } as never] })),
    ).toMatchObject({ revoked: ['otto'], reinstated: [print('somebody else')] });
  });

  it('counts root keys that came and went, and says where more or fewer must sign', () => {
    const rootKeys = [line('root a'), line('root d'), line('root e')];
    expect(next({ rootKeys })).toMatchObject({ ...nothing, rootAdded: 2, rootRemoved: 2 });
    expect(next({ rootKeys })).not.toHaveProperty('rootThreshold');
    expect(next({ rootThreshold: 3 })).toMatchObject({
      rootAdded: 0,
      rootThreshold: { before: 2, after: 3 },
    });
  });

  it('says that rules or keys of the ledger changed', () => {
    expect(next({ policy: { ...held.policy, threshold: 1 } })).toMatchObject({ ...nothing, rules: true });
    expect(next({ ledgerKeys: [line('another')] })).toMatchObject({ ...nothing, ledgerKeys: true });
  });
});

describe('a list as it is shown', () => {
  it('says how many days are left, none on its last and a negative number after it', () => {
    expect(['2026-12-22', '2026-11-22', '2026-11-21', '2028-02-29'].map(left)).toEqual([30, 0, -1, 464]);
  });

  it('puts a revocation beside the signer whose key it is, and keeps that of others', () => {
    const revoked = ['otto', 'gone'].map((name) => ({ fp: print(name), lastGoodSeq: 7, reason: name }));
    const list = trustList({
      revoked,
      signers: [listed('otto', ['privacy-officer']), listed('sina', ['preparer'])],
    });
    const shown = believedList(list, now, nodeCrypto);
    expect(shown.signers.map(({ revoked: gone }) => gone)).toEqual([
      { lastGood: 7, reason: 'otto' },
      undefined,
    ]);
    expect(shown.revokedOthers).toEqual([{ fingerprint: print('gone'), lastGood: 7, reason: 'gone' }]);
    expect(shown).toMatchObject({ rootKeys: rootNames.length, rootThreshold: 2, approvals: 2 });
  });

  it('overrules keys that are known without it', () => {
    const known = ['otto', 'gone', 'free'].map((name) => ({
      ids: [name],
      person: name,
      roles: ['preparer'] as const,
      key: fileKey(name).key,
    }));
    const list = trustList({ revoked: [{ fp: print('gone'), lastGoodSeq: -1, reason: '' }] });
    const shown = simpleSigners(known, [list], nodeCrypto);
    expect(shown.map(({ id, overruled }) => [id, overruled])).toEqual([
      ['otto', true],
      ['gone', true],
      ['free', false],
    ]);
  });
});
