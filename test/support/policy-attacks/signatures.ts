import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { attachApproval, statementFor } from '../../../shared/bundle/approvals.ts';
import { statementBytes } from '../../../shared/bundle/statement.ts';
import { oddForms, trivialFor, weakKeys } from '../forged-signatures.ts';
import { withLedger } from '../ledger-publisher.ts';
import { asItShould, signedBy } from '../listed-release.ts';
import { cardKey, fileKey, tokenKey } from '../software-keys.ts';
import { listed } from '../trust-lists.ts';
import {
  type Attack,
  type Attacks,
  byOtto,
  one,
  pin,
  sealed,
  signers,
  touch,
  touches,
  trustIn,
  withOtto,
} from './attack.ts';

const [petra, otto] = asItShould;

/** Prepared, and approved by otto with a signature file that `make` makes. */
async function ottoWrites(make: (message: Uint8Array) => Promise<Uint8Array>): Promise<Uint8Array> {
  const prepared = await signedBy({ ...sealed, ledger: undefined }, [petra]);
  const request = { role: otto.role, signer: otto.id, claimedTime: '2026-05-21T10:00:00Z' };
  const statement = statementFor(prepared, request, nodeCrypto);
  const bytes = attachApproval(prepared, statement, await make(statementBytes(statement)));
  return sealed.ledger === undefined ? bytes : withLedger(bytes, sealed.ledger);
}

/** Signatures made for another purpose, without a touch, by weak keys or in a form that is not the one form. */
export const attacksOnSignatures: Attacks = {
  'a signature for files': {
    bytes: () => withOtto({ namespace: 'file' }),
    trust: trustIn(one),
    codes: ['E_SIGNATURE', 'E_APPROVALS'],
  },
  'a signature for trust lists': {
    bytes: () => withOtto({ namespace: 'freigabe.trust.v1' }),
    trust: trustIn(one),
    codes: ['E_SIGNATURE', 'E_APPROVALS'],
  },
  'a namespace that begins like ours': {
    bytes: () => withOtto({ namespace: 'freigabe.approval.v1@evil.example' }),
    trust: trustIn(one),
    codes: ['E_SIGNATURE', 'E_APPROVALS'],
  },
  'a security key that nobody touched': {
    bytes: () => withOtto(touches(0)),
    trust: trustIn(byOtto(tokenKey('otto'))),
    codes: ['E_PRESENCE', 'E_APPROVALS'],
  },
  'a security key that checked a PIN, and was not touched': {
    bytes: () => withOtto(touches(0x04)),
    trust: trustIn(byOtto(tokenKey('otto'))),
    codes: ['E_PRESENCE', 'E_APPROVALS'],
  },
  'a security key without PIN, where the list asks for it': {
    bytes: () =>
      signedBy(sealed, [
        { ...petra, by: tokenKey('petra') },
        { ...otto, ...touches(0x01) },
      ]),
    trust: trustIn({
      ...signers(
        listed('petra', ['preparer'], tokenKey('petra')),
        listed('otto', ['privacy-officer'], tokenKey('otto')),
      ),
      policy: { ...pin, threshold: 1 },
    }),
    codes: ['E_PRESENCE', 'E_APPROVALS'],
  },
  'a plain key, where the list asks for a touch': {
    bytes: () => signedBy(sealed),
    trust: trustIn({ policy: touch }),
    codes: ['E_PRESENCE', 'E_APPROVALS'],
  },
  'a card, where the list asks for a touch': {
    bytes: () =>
      signedBy(sealed, [
        { ...petra, by: tokenKey('petra') },
        { ...otto, by: cardKey('otto') },
      ]),
    trust: trustIn({
      ...signers(
        listed('otto', ['privacy-officer'], cardKey('otto')),
        listed('petra', ['preparer'], tokenKey('petra')),
      ),
      policy: { ...touch, threshold: 1 },
    }),
    codes: ['E_PRESENCE', 'E_APPROVALS'],
  },
  'a touch written in afterwards': {
    bytes: () =>
      withOtto({
        ...touches(0),
        change: (value) => ({ ...value, touch: { flags: 1, counter: 1 } }),
      }),
    trust: trustIn(byOtto(tokenKey('otto'))),
    codes: ['E_SIGNATURE', 'E_APPROVALS'],
  },
  'a counter changed afterwards': {
    bytes: () =>
      withOtto({ ...touches(1), change: (value) => ({ ...value, touch: { flags: 1, counter: 2 } }) }),
    trust: trustIn(byOtto(tokenKey('otto'))),
    codes: ['E_SIGNATURE', 'E_APPROVALS'],
  },
  'a security key used for a web site': {
    bytes: () => withOtto({ by: tokenKey('otto', 'https://publisher.example') }),
    trust: trustIn(one),
    codes: ['E_SIGNATURE', 'E_APPROVALS'],
  },
  'a security key bound to another application': {
    bytes: () => withOtto({ by: tokenKey('otto', 'ssh:other') }),
    trust: trustIn(byOtto(tokenKey('otto'))),
    codes: ['E_UNKNOWN_KEY', 'E_APPROVALS'],
  },
  "a security key's point as a plain key": {
    bytes: () => withOtto({ by: fileKey('otto') }),
    trust: trustIn(byOtto(tokenKey('otto'))),
    codes: ['E_UNKNOWN_KEY', 'E_APPROVALS'],
  },
  ...Object.fromEntries(
    Object.entries(oddForms).map(([name, make]): [string, Attack] => [
      name,
      {
        bytes: () => ottoWrites(make),
        trust: trustIn(
          byOtto(name.includes('P-256') || name.includes('ECDSA') ? cardKey('otto') : fileKey('otto')),
        ),
        codes: ['E_SIGNATURE', 'E_APPROVALS'],
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(weakKeys).map(([name, key]): [string, Attack] => [
      `${name} as key`,
      {
        bytes: () => ottoWrites(() => Promise.resolve(trivialFor(key))),
        trust: trustIn(one),
        codes: ['E_SIGNATURE', 'E_APPROVALS'],
      },
    ]),
  ),
};
