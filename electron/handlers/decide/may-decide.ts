import { Refusal } from '../../../shared/base/failure.ts';
import { Confirmation } from '../../../shared/bundle/statement.ts';
import type { DecisionRequest, Obstruction, PossibleSigner } from '../../../shared/ipc/decision.ts';
import { hindered } from './hindered.ts';
import type { ReadSubject } from './read-subject.ts';

type Decider = Pick<ReadSubject, 'signOff' | 'obstructions' | 'contents' | 'inLedger' | 'earlier'>;

/**
 * The signer of `fingerprint`, where they may decide so about a bundle as it lies on disk. Refuses with what stands against
 * it: the bundle, the person, the role, or something that was not said.
 */
export function mayDecide(read: Decider, request: DecisionRequest, fingerprint: string): PossibleSigner {
  const signer = read.signOff.signers.find((one) => one.fingerprint === fingerprint);
  if (signer === undefined)
    throw new Refusal(
      'key-not-listed',
      `The key ${fingerprint} is not in the trust list of this workstation. Have it entered there with its roles first.`,
      { fingerprint },
    );
  if (request.decision === 'approve') mayApprove(read, request, signer);
  else mayObject(read, request, signer);
  return signer;
}

function mayApprove(read: Decider, request: DecisionRequest, signer: PossibleSigner): void {
  const [obstruction] = read.obstructions;
  if (obstruction !== undefined) throw obstructed(obstruction);
  if (signer.hindrance !== undefined) throw hindered(signer.hindrance, signer.person);
  if (!signer.open.includes(request.role)) throw hindered('role-taken', signer.person);
  const unconfirmed = asked(read).filter((one) => !request.confirmed.includes(one));
  if (unconfirmed.length > 0)
    throw new Refusal('confirmations-missing', 'Confirm what you did before you approve.');
  if (read.contents.policy.signing.comment && request.comment.trim() === '')
    throw new Refusal('comment-missing', 'The policy asks for a comment of everybody who approves.');
}

/** What everybody who approves says to have done; that changes were looked at where there is an earlier release. */
export function asked({ earlier }: Pick<ReadSubject, 'earlier'>): readonly Confirmation[] {
  return Confirmation.options.filter((one) => one !== 'changes-looked-at' || earlier !== undefined);
}

function mayObject(read: Decider, request: DecisionRequest, signer: PossibleSigner): void {
  if (read.obstructions.includes('demo')) throw obstructed('demo');
  if (read.obstructions.includes('withdrawn')) throw obstructed('withdrawn');
  if (request.decision === 'withdraw') mayWithdraw(read);
  else if (read.obstructions.includes('released')) throw obstructed('released');
  if (!signer.holds.includes(request.role)) throw hindered('no-role', signer.person);
  if (request.comment.trim() === '')
    throw new Refusal('reason-missing', 'Say why: the reason is signed with the decision.');
}

function mayWithdraw({ obstructions, inLedger }: Decider): void {
  if (!obstructions.includes('released'))
    throw new Refusal('not-released', 'Only a release can be withdrawn. Reject what is not one yet.');
  if (!inLedger)
    throw new Refusal(
      'not-in-ledger',
      'This release is not in the ledger of this workstation. Withdraw it where it was prepared.',
    );
}

function obstructed(obstruction: Obstruction): Refusal {
  const sentences: Readonly<Record<Obstruction, string>> = {
    checks:
      'Checks of this bundle do not hold, so nobody can approve it. Get the file again from its sender.',
    gates:
      'Gates of this release do not hold, so nobody can approve it. Reject it, and have it prepared again.',
    'preparer-unknown':
      'A key that signed this bundle is not in the trust list of this workstation, so four eyes cannot be told from two. Have it entered there first.',
    demo: 'A demo is signed with the demo key and by nobody else.',
    released: 'This bundle has all the approvals it needs: it is a release already.',
    withdrawn: 'This release was withdrawn on this workstation.',
  };
  return new Refusal(`cannot-decide-${obstruction}`, sentences[obstruction]);
}
