import { statementFor } from '../../shared/bundle/approvals.ts';
import { sealBundle } from '../../shared/bundle/seal.ts';
import { keyFingerprint } from '../../shared/bundle/ssh-key.ts';
import type { TrustedSigner } from '../../shared/bundle/trust.ts';
import { Refusal } from '../../shared/base/failure.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import { type StatementPorts, writeStatement } from './decide/write-statement.ts';
import type { SealWindow } from './ports/seal-window.ts';
import type { TrustStore } from './ports/trust-store.ts';
import { preparedForm } from './seal-form.ts';
import { weighRelease, type WeighPorts } from './weigh-release.ts';

export interface ReleaseElsewherePorts extends WeighPorts, StatementPorts {
  readonly sealWindow: SealWindow;
  readonly trust: TrustStore;
}

/**
 * A release whose preparer's key is not here: weighed and sealed as always, its first statement shown and written to a file. The sealed
 * bundle waits on this machine until the signature is back; only then does it go out and into the ledger.
 */
export function releaseElsewhere(ports: ReleaseElsewherePorts): Handler<'release.elsewhere'> {
  return async ({ fingerprint, ...request }) => {
    const { person, id } = preparerOf(await ports.trust.load(), fingerprint, ports);
    if (request.policy.demo)
      throw new Refusal('cannot-decide-demo', 'A demo is signed with the demo key and by nobody else.');
    const weighed = await weighRelease(request, ports);
    if (weighed.kind === 'refused') return weighed;
    const { contents, candidate, claimedTime, held } = weighed;
    const { comment } = request;
    const sealed = sealBundle(contents, ports.crypto);
    const auditHead = await ports.journal.head();
    const said = { role: 'preparer', signer: id, claimedTime, comment, auditHead } as const;
    const statement = statementFor(sealed.bytes, said, ports.crypto);
    const { protection } = candidate;
    const facts = { contents, sealed, protection, claimedTime, comment };
    const form = preparedForm(facts, { label: person, fingerprint, by: 'elsewhere', roles: ['preparer'] });
    const agreed = await ports.sealWindow.ask({ kind: 'sign', form, askPassphrase: false }, async () => true);
    if (agreed === undefined) return { kind: 'cancelled' };
    const { head, predecessors } = held;
    const release = { bytes: sealed.bytes, head, predecessors };
    const signing = await writeStatement({ statement, fingerprint, release }, ports);
    return signing === undefined ? { kind: 'cancelled' } : { kind: 'waiting', signing };
  };
}

function preparerOf(
  { signers }: { readonly signers: readonly TrustedSigner[] },
  fingerprint: string,
  { crypto }: Pick<WeighPorts, 'crypto'>,
): { readonly person: string; readonly id: string } {
  const signer = signers.find(({ key }) => keyFingerprint(key, crypto) === fingerprint);
  if (signer?.roles.includes('preparer') !== true)
    throw new Refusal(
      'key-not-preparer',
      `The trust list of this workstation has no preparer with the key ${fingerprint}.`,
      { fingerprint },
    );
  return { person: signer.person, id: signer.ids[0] ?? signer.person };
}
