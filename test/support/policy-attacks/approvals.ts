import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { demoSigner, demoSignerId } from '../../../shared/bundle/demo-key.ts';
import { ed25519Key } from '../../../shared/bundle/ssh-key.ts';
import { mergeTrust } from '../../../shared/bundle/trust-of-lists.ts';
import { noTrust } from '../../../shared/bundle/trust.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { asItShould, sealedAt, signedBy } from '../listed-release.ts';
import { fileKey, type SoftwareKey } from '../software-keys.ts';
import { filesOf, repacked } from '../tampered-bundle.ts';
import { listed, now, trustList } from '../trust-lists.ts';
import { type Attacks, good, one, sealed, signers, simple, touch, trustIn, withOtto } from './attack.ts';

const [petra, otto, sina] = asItShould;
const officer = 'approvals/02-privacy-officer.json';
const second = 'approvals/03-second-signer.json';
const demo: SoftwareKey = { key: ed25519Key(demoSigner.publicKey), sign: demoSigner.sign };
const edited = (change: (files: Map<string, Uint8Array>) => void): Uint8Array => repacked(good, change);

/** Approvals that are missing, moved, taken from elsewhere, or do not count. */
export const attacksOnApprovals: Attacks = {
  'nobody signs': { bytes: () => signedBy(sealed, []), codes: ['E_UNSIGNED', 'E_APPROVALS'] },
  'an approval is missing': { bytes: () => signedBy(sealed, [petra, otto]), codes: ['E_APPROVALS'] },
  'the approvals are taken out': {
    bytes: () => edited((files) => [officer, second].forEach((path) => drop(files, path))),
    codes: ['E_APPROVALS'],
  },
  'the first approval is taken out': {
    bytes: () => edited((files) => drop(files, officer)),
    codes: ['E_STATEMENT', 'E_APPROVALS'],
  },
  "the preparer's statement is taken out": {
    bytes: () => edited((files) => drop(files, 'approvals/01-preparer.json')),
    codes: ['E_STATEMENT', 'E_APPROVALS'],
  },
  'a signature is taken out': {
    bytes: () => edited((files) => files.delete(`${second}.sig`)),
    codes: ['E_STATEMENT', 'E_APPROVALS'],
  },
  'a stranger approves too': {
    bytes: () => signedBy(sealed, [...asItShould, { id: 'mallory', role: 'privacy-officer' }]),
    codes: ['E_UNKNOWN_KEY'],
  },
  'a stranger approves in place of a signer': {
    bytes: () => signedBy(sealed, [petra, otto, { ...sina, by: fileKey('mallory') }]),
    codes: ['E_UNKNOWN_KEY', 'E_APPROVALS'],
  },
  'two signatures are swapped': {
    bytes: () => edited((files) => swap(files, `${officer}.sig`, `${second}.sig`)),
    codes: ['E_SIGNATURE', 'E_CHAIN', 'E_APPROVALS'],
  },
  'two statements are swapped': {
    bytes: () =>
      edited((files) => {
        swap(files, officer, second);
        swap(files, `${officer}.sig`, `${second}.sig`);
      }),
    codes: ['E_STATEMENT', 'E_APPROVALS'],
  },
  'an approval is copied behind itself': {
    bytes: () =>
      edited((files) => {
        for (const end of ['', '.sig'])
          files.set(
            `approvals/04-second-signer.json${end}`,
            files.get(`${second}${end}`) ?? new Uint8Array(),
          );
      }),
    codes: ['E_STATEMENT'],
  },
  'the preparer signs again, another comment': {
    bytes: async () => {
      const other = filesOf(await signedBy(sealed, [{ ...petra, comment: 'another' }]));
      return edited((files) => {
        for (const end of ['', '.sig']) {
          const path = `approvals/01-preparer.json${end}`;
          files.set(path, other.get(path) ?? new Uint8Array());
        }
      });
    },
    codes: ['E_CHAIN'],
  },
  "another release's approvals": {
    bytes: async () => {
      const other = filesOf(await signedBy(sealedAt(5, { organisation: 'Andere' })));
      return edited((files) => {
        for (const [path, data] of other) if (path.startsWith('approvals/')) files.set(path, data);
      });
    },
    codes: ['E_SUBJECT', 'E_APPROVALS'],
  },
  'the same release at another position, with the approvals of this one': {
    bytes: async () => {
      const other = await signedBy(sealedAt(3));
      return repacked(other, (files) => {
        for (const [path, data] of filesOf(good)) if (path.startsWith('approvals/')) files.set(path, data);
      });
    },
    codes: ['E_SUBJECT', 'E_APPROVALS'],
  },
  'one key in both roles': {
    bytes: () => signedBy(sealed, [petra, otto, { ...sina, id: 'otto' }]),
    trust: trustIn(signers(listed('otto', ['privacy-officer', 'second-signer']))),
    codes: ['E_APPROVALS'],
  },
  'one person with two keys': {
    bytes: () => signedBy(sealed),
    trust: trustIn(signers(listed('sina', ['second-signer'], fileKey('sina'), { person: 'person of otto' }))),
    codes: ['E_APPROVALS'],
  },
  'the preparer approves': {
    bytes: () => signedBy(sealed, [petra, otto, { ...sina, id: 'petra' }]),
    trust: trustIn(signers(listed('petra', ['preparer', 'second-signer']))),
    codes: ['E_APPROVALS'],
  },
  'the preparer approves with a second key': {
    bytes: () => signedBy(sealed),
    trust: trustIn(
      signers(listed('sina', ['second-signer'], fileKey('sina'), { person: 'person of petra' })),
    ),
    codes: ['E_APPROVALS'],
  },
  'a role is taken that the list does not give': {
    bytes: () => signedBy(sealed, [petra, otto, { ...sina, id: 'otto' }]),
    codes: ['E_ROLE', 'E_APPROVALS'],
  },
  'an approver prepares': {
    bytes: () => signedBy(sealed, [{ ...petra, id: 'otto' }, { ...otto, id: 'otto' }, sina]),
    codes: ['E_ROLE', 'E_APPROVALS'],
  },
  'two privacy officers, and no second signer': {
    bytes: () => signedBy(sealed, [petra, otto, { id: 'olga', role: 'privacy-officer' }]),
    trust: trustIn(signers(listed('olga', ['privacy-officer']))),
    codes: ['E_APPROVALS'],
  },
  'two privacy officers, where the list names no role': {
    bytes: () => signedBy(sealed, [petra, otto, { id: 'olga', role: 'privacy-officer' }]),
    trust: trustIn({
      policy: { ...touch, requireUserPresence: false },
      ...signers(listed('olga', ['privacy-officer'])),
    }),
    codes: ['E_APPROVALS'],
  },
  'two privacy officers, where only a simple list is held': {
    bytes: () => signedBy(sealed, [petra, otto, { id: 'olga', role: 'privacy-officer' }]),
    trust: simple('petra', 'otto', 'olga'),
    codes: ['E_APPROVALS'],
  },
  'two second signers, where the policy asks for one approval and the reader for two': {
    bytes: () =>
      signedBy(sealedAt(5, { policy: { ...builtInPolicies.default, approvals: 1 } }), [
        petra,
        { ...otto, role: 'second-signer' },
        sina,
      ]),
    trust: { ...simple('petra', 'otto', 'sina'), minimumApprovals: 2 },
    codes: ['E_APPROVALS'],
  },
  "another signer's name": {
    bytes: () => signedBy(sealed, [petra, otto, { ...sina, by: fileKey('otto') }]),
    codes: ['E_SIGNER', 'E_APPROVALS'],
  },
  'a bundle whose policy asks for one approval': {
    bytes: () =>
      signedBy(sealedAt(5, { policy: { ...builtInPolicies.default, approvals: 1 } }), [petra, otto]),
    codes: ['E_APPROVALS'],
  },
  'a bundle whose policy asks for none': {
    bytes: () => signedBy(sealedAt(5, { policy: { ...builtInPolicies.default, approvals: 0 } }), [petra]),
    codes: ['E_APPROVALS'],
  },
  'a bundle whose policy lets the preparer approve': {
    bytes: () => signedBy(sealedAt(5, { policy: builtInPolicies.solo }), [petra, { ...otto, id: 'petra' }]),
    trust: trustIn({ ...one, ...signers(listed('petra', ['preparer', 'privacy-officer'])) }),
    codes: ['E_APPROVALS'],
  },
  'a bundle whose policy says it is a demo': {
    bytes: () => signedBy(sealedAt(5, { policy: builtInPolicies.demo })),
    codes: ['E_DEMO'],
  },
  'the demo key prepares a real release': {
    bytes: () => signedBy(sealed, [{ ...petra, id: demoSignerId, by: demo }, otto, sina]),
    codes: ['E_DEMO'],
  },
  'the demo key under the name of a signer': {
    bytes: () => withOtto({ by: demo }),
    trust: trustIn(one),
    codes: ['E_SIGNER', 'E_APPROVALS'],
  },
  'two approvals where the reader asks for three': {
    bytes: () => good,
    trust: mergeTrust([trustList()], { ...noTrust, minimumApprovals: 3 }, now, nodeCrypto),
    codes: ['E_APPROVALS'],
  },
  'two approvals where the list asks for three': {
    bytes: () => good,
    trust: trustIn({ policy: { ...one.policy, threshold: 3 } }),
    codes: ['E_APPROVALS'],
  },
  'a reader without any list': { bytes: () => good, trust: noTrust, codes: ['E_UNKNOWN_KEY', 'E_APPROVALS'] },
};

function drop(files: Map<string, Uint8Array>, path: string): void {
  files.delete(path);
  files.delete(`${path}.sig`);
}

function swap(files: Map<string, Uint8Array>, a: string, b: string): void {
  const [first, other] = [files.get(a), files.get(b)];
  if (first === undefined || other === undefined) throw new Error(`no ${a} or ${b}`);
  files.set(a, other).set(b, first);
}
