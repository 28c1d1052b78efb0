import type { ElsewherePorts } from '../../../../electron/handlers/decision-elsewhere.ts';
import { createBundlePaths } from '../../../../electron/handlers/bundle-paths.ts';
import type { PreparedPorts } from '../../../../electron/handlers/decide/finish-prepared.ts';
import type { Keys } from '../../../../electron/handlers/ports/keys.ts';
import type { KeptPending } from '../../../../electron/handlers/ports/pending-store.ts';
import { releaseSeal, type SealPorts } from '../../../../electron/handlers/release-seal.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { signerFromSeed } from '../../../../electron/node/signer.ts';
import { Refusal } from '../../../../shared/base/failure.ts';
import { readStatementFile } from '../../../../shared/bundle/external-signature.ts';
import { ed25519Key, fingerprint } from '../../../../shared/bundle/ssh-key.ts';
import { Confirmation, Role } from '../../../../shared/bundle/statement.ts';
import { noTrust, type Trust } from '../../../../shared/bundle/trust.ts';
import type { DecisionRequest, KeptDecision } from '../../../../shared/ipc/decision.ts';
import { builtInPolicies, type Policy } from '../../../../shared/policy/policy.ts';
import type { Signer } from '../../../../shared/ports/crypto.ts';
import { demoRequest, fakeSealPorts, rightPassphrase, type FakeSealPorts } from './fake-ports.ts';

/** People with a key each, by the byte their seed is made of; the file of a key is that byte. */
export const people = { anna: 7, ben: 8, cleo: 9, dora: 10 } as const;
export type Person = keyof typeof people;

export function signerOf(person: Person): Signer {
  return signerFromSeed(new Uint8Array(32).fill(people[person]));
}

export function printOf(person: Person): string {
  return fingerprint(signerOf(person).publicKey, nodeCrypto);
}

const nameOf = (byte: number | undefined): Person =>
  (Object.keys(people) as Person[]).find((person) => people[person] === byte) ?? 'anna';

/** Keys whose file names a person. */
const severalKeys: Keys = {
  describe: ([byte]) => {
    const person = nameOf(byte);
    return { label: person, fingerprint: printOf(person), publicKey: signerOf(person).publicKey };
  },
  create: async (label) => new TextEncoder().encode(label),
  unlock: async ([byte], passphrase) => {
    if (passphrase !== rightPassphrase) throw new Refusal('wrong-passphrase', 'The passphrase is wrong.');
    return { ...signerOf(nameOf(byte)), close: () => undefined };
  },
};

/** A trust list in which each may sign as said; who is left out is not known. */
export function trustIn(roles: Partial<Record<Person, readonly Role[]>>): Trust {
  const entries = Object.entries(roles) as [Person, readonly Role[]][];
  return {
    ...noTrust,
    signers: entries.map(([person, held]) => ({
      ids: [person],
      person,
      roles: held,
      key: ed25519Key(signerOf(person).publicKey),
    })),
  };
}

export const everybody = trustIn({
  anna: Role.options,
  ben: ['privacy-officer'],
  cleo: ['second-signer'],
  dora: ['privacy-officer', 'second-signer'],
});

export interface DecidePorts extends ElsewherePorts, PreparedPorts, SealPorts {
  readonly disk: FakeSealPorts['disk'];
  readonly shown: FakeSealPorts['shown'];
  readonly events: string[];
  readonly safe: KeptDecision[];
  /** Where the next file is saved and which the next is opened. */
  readonly answers: { save: string | undefined; open: string | undefined };
}

/** Ports on memory for several people; whoever is asked types the right passphrase. */
export function decidePorts(change: Partial<DecidePorts> = {}): DecidePorts {
  const base = fakeSealPorts({ keys: severalKeys });
  const answers: DecidePorts['answers'] = { save: '/home/a/one.freigabe.zip', open: undefined };
  const safe: KeptDecision[] = [];
  const waiting = new Map<string, KeptPending>();
  return {
    ...base,
    answers,
    safe,
    paths: createBundlePaths(),
    trust: { load: async () => everybody, remember: async () => undefined },
    dialogs: {
      openFile: async () => answers.open,
      saveFile: async () => answers.save,
    },
    decisions: {
      keep: async (bytes) => {
        const kept = keptOf(bytes);
        safe.push(kept);
        return kept;
      },
      about: async (digest) => safe.filter((kept) => kept.digest === digest),
    },
    pending: {
      list: async () => [...waiting.values()].map(({ signing }) => signing),
      get: async (id) => {
        const found = waiting.get(id);
        if (found === undefined) throw new Refusal('pending-gone', 'It does not wait any more.');
        return found;
      },
      keep: async (pending) => void waiting.set(pending.signing.id, pending),
      drop: async (id) => void waiting.delete(id),
    },
    ...change,
  };
}

function keptOf(bytes: Uint8Array): KeptDecision {
  const { predicate, subject } = readStatementFile(bytes);
  const { decision, releaseId, signer, role, claimedTime, comment } = predicate;
  if (decision !== 'reject' && decision !== 'withdraw') throw new Error(`${decision} is not kept`);
  const digest = subject[0].digest.sha256;
  return { decision, digest, releaseId, signer, role, claimedTime, comment, keepUntil: '2036-01-01' };
}

/** The handle of a person's key. */
export function holds(ports: DecidePorts, person: Person): string {
  const keyFile = Uint8Array.of(people[person]);
  return ports.ring.add({ info: ports.keys.describe(keyFile), keyFile }).handle;
}

/** Anna prepares a release under `policy`; its digest. It lies at `/home/a/one.freigabe.zip` and is open. */
export async function prepare(ports: DecidePorts, policy: Policy = builtInPolicies.default): Promise<string> {
  const outcome = await releaseSeal(ports)({ ...demoRequest, policy, keyHandle: holds(ports, 'anna') });
  if (outcome.kind !== 'exported') throw new Error(JSON.stringify(outcome));
  ports.paths.set(outcome.receipt.digest, outcome.receipt.path);
  return outcome.receipt.digest;
}

/** Everything an approver is asked to say. */
export function approval(digest: string, role: Role): DecisionRequest {
  return { digest, decision: 'approve', role, comment: 'looked at', confirmed: [...Confirmation.options] };
}
