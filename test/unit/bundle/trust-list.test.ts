import { afterAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { keyLine } from '../../../shared/bundle/ssh-key.ts';
import { acceptTrustList } from '../../../shared/bundle/trust-accept.ts';
import { trustListFromDraft } from '../../../shared/bundle/trust-draft.ts';
import { handCheckFiles } from '../../../shared/bundle/trust-hand-check.ts';
import { withTrustSignature } from '../../../shared/bundle/trust-list-file.ts';
import { type TrustList, trustListBytes } from '../../../shared/bundle/trust-list.ts';
import { inGroups, rootFingerprint } from '../../../shared/bundle/trust-root.ts';
import { parseTrust } from '../../../shared/bundle/trust.ts';
import { attacksOnLists, type Offer, otherHalf } from '../../support/policy-attacks/lists.ts';
import { cardKey, fileKey, signatureBy, tokenKey } from '../../support/software-keys.ts';
import { german, toldFailure } from '../../support/told-failures.ts';
import { now, rootNames, signedList, trustList } from '../../support/trust-lists.ts';
import { tellTrial } from '../../trust/trial.ts';

const namespace = 'freigabe.trust.v1';
const list = trustList();
const [petra, otto, sina] = list.signers;
const [a, b, c] = rootNames.map((name) => fileKey(name));
if (!petra || !otto || !sina || !a || !b || !c) throw new Error('three signers and three root keys');
const printOf = (change: Partial<TrustList>): string => rootFingerprint(trustList(change), nodeCrypto);
const print = printOf({});
const thieves = { rootKeys: ['x', 'y', 'z'].map((name) => keyLine(fileKey(name).key, '')) };
const next = (change: Partial<TrustList> = {}): TrustList => trustList({ version: 5, ...change });

function accept(file: Uint8Array, { held, fingerprint, now: at = now }: Omit<Offer, 'file'>) {
  return acceptTrustList({ file, held, fingerprint, now: at }, nodeCrypto);
}

async function refusalOf(offer: Offer): Promise<Refusal | undefined> {
  const file = await offer.file();
  try {
    accept(file, offer);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
}

describe('a publisher’s list', () => {
  it('is taken the first time with the fingerprint, typed in groups or not, then without', async () => {
    const file = await signedList(list);
    expect(accept(file, { fingerprint: print }).change).toBe('first');
    expect(accept(file, { fingerprint: ` ${inGroups(print).toUpperCase()}\n` }).change).toBe('first');
    expect(accept(file, { held: list }).change).toBe('same');
    expect(accept(await signedList(next(), [b, c]), { held: list }).change).toBe('newer');
    expect(accept(await signedList(next({ version: 9 })), { held: list }).change).toBe('newer');
  });

  it('hands over to other root keys, signed by enough of both', async () => {
    const changed = next(thieves);
    const file = await signedList(changed, [a, b, fileKey('x'), fileKey('z')]);
    expect(accept(file, { held: list }).change).toBe('newer');
    expect(rootFingerprint(changed, nodeCrypto)).not.toBe(print);
  });

  it('may have root keys on tokens and cards, and a list that is used on its last day', async () => {
    const mixed = trustList({
      expires: '2026-11-22',
      rootKeys: [tokenKey('r').key, cardKey('r').key].map((key) => keyLine(key, '')),
    });
    const file = await signedList(mixed, [tokenKey('r'), cardKey('r')]);
    expect(accept(file, { fingerprint: rootFingerprint(mixed, nodeCrypto) }).change).toBe('first');
    const twin = await signedList(mixed, [otherHalf, tokenKey('r')]);
    expect(accept(twin, { fingerprint: rootFingerprint(mixed, nodeCrypto) }).change).toBe('first');
  });

  it('has a fingerprint that changes with each root key and their number, and with nothing else', () => {
    expect(printOf({ rootKeys: list.rootKeys.toReversed(), version: 9, signers: [] })).toBe(print);
    expect(
      new Set([print, printOf({ rootThreshold: 1 }), printOf({ rootKeys: list.rootKeys.slice(1) })]).size,
    ).toBe(3);
    expect(inGroups(print)).toMatch(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);
  });

  it('is not taken as a simple list', async () => {
    const file = await signedList(list);
    expect(() => parseTrust(file)).toThrow(/import it with the fingerprint/);
  });

  it('takes each signature once', async () => {
    const half = await signedList(list, [a]);
    const more = await signatureBy(b, trustListBytes(list), { namespace });
    const whole = withTrustSignature(half, more, nodeCrypto);
    expect(withTrustSignature(whole, more, nodeCrypto)).toEqual(whole);
    expect(accept(whole, { fingerprint: print }).signedBy).toHaveLength(2);
    const wrong = await signatureBy(b, trustListBytes(next()), { namespace });
    expect(() => withTrustSignature(half, wrong, nodeCrypto)).toThrow(/does not count/);
  });

  it('is made from a draft with comments and without what can be worked out', () => {
    const { revoked: _none, ...rest } = list;
    const draft = {
      ...rest,
      rootKeys: list.rootKeys.map((key) => `${key} a comment`),
      signers: list.signers.map(({ fp: _fp, validToSeq: _to, ...signer }) => signer),
    };
    expect(trustListFromDraft(utf8(JSON.stringify(draft, undefined, 2)), nodeCrypto)).toEqual(list);
    const broken = { ...draft, signers: [{ ...draft.signers[0], key: 'ssh-ed25519 AAAA' }] };
    expect(() => trustListFromDraft(utf8(JSON.stringify(broken)), nodeCrypto)).toThrow(Refusal);
    for (const text of ['', '[]', '{"v":1}', '{"signers":3}'])
      expect(() => trustListFromDraft(utf8(text), nodeCrypto)).toThrow(/cannot be used/);
  });

  it('gives ssh-keygen those who may sign at a position', () => {
    const dated = trustList({
      signers: [{ ...petra, validToSeq: 3 }, { ...otto, validFromSeq: 4 }, sina],
      revoked: [{ fp: sina.fp, lastGoodSeq: 4, reason: '' }],
    });
    const names = (position?: number): readonly string[] =>
      handCheckFiles(dated, position)
        .allowedSigners.split('\n')
        .map((line) => line.split(' ')[0] ?? '');
    expect([names(), names(3), names(4)]).toEqual([
      ['petra', 'otto', 'sina', ''],
      ['petra', 'sina', ''],
      ['otto', 'sina', ''],
    ]);
    expect([undefined, 4, 5].map((at) => handCheckFiles(dated, at).revokedKeys)).toEqual([
      `${sina.key}\n`,
      '',
      `${sina.key}\n`,
    ]);
  });
});

describe('attacks on whom to believe', () => {
  const names = Object.keys(attacksOnLists);
  const started = performance.now();
  let held = 0;

  it.each(names)('%s', async (name) => {
    const attack = attacksOnLists[name];
    if (attack === undefined) throw new Error(name);
    const refusal = await refusalOf(attack);
    expect(refusal?.failure.code).toBe(attack.code);
    const said = refusal === undefined ? '' : toldFailure(refusal.failure);
    expect(said).not.toBe(refusal?.failure.message);
    expect(said).not.toMatch(/\{\{|undefined/);
    held += 1;
  });

  it('are told in German by code', () => expect(german('errors.trust-list-fork')).toContain('Fassung'));

  afterAll(() => {
    const seconds = (performance.now() - started) / 1000;
    tellTrial({
      id: 'B7-lists',
      what: 'attacks on whom to believe',
      trials: names.length,
      failed: names.length - held,
      seconds,
    });
  });
});
