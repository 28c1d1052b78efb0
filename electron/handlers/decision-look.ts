import type { DecisionSubject } from '../../shared/ipc/decision.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import { asked } from './decide/may-decide.ts';
import { type ReadSubject, readSubject, type SubjectPorts } from './decide/read-subject.ts';

/** What somebody who decides about an opened bundle is shown: all of it read from the file again. */
export function decisionLook(ports: SubjectPorts): Handler<'decision.look'> {
  return async ({ digest }) => shown(await readSubject(digest, ports));
}

function shown(read: ReadSubject): DecisionSubject {
  const { contents, report, signOff, earlier } = read;
  const { release, policy } = contents;
  const failed = report.checks.filter(({ ok, code }) => !ok && code !== 'E_APPROVALS');
  return {
    digest: read.digest,
    fileName: read.fileName,
    releaseId: release.id,
    title: release.title,
    organisation: release.organisation,
    purpose: release.terms.purpose,
    recipient: release.terms.recipient,
    policyTitle: policy.title,
    timeZone: release.timeZone,
    outcome: report.outcome,
    solo: policy.solo,
    signing: policy.signing,
    needed: signOff.needed,
    counted: signOff.counted,
    rolesOpen: [...signOff.rolesOpen],
    chain: signOff.chain.map((link) => ({ ...link })),
    failed: failed.flatMap((check) =>
      check.ok ? [] : [{ ...check, particulars: check.particulars.map((one) => ({ ...one })) }],
    ),
    checksHeld: report.checks.filter(({ ok }) => ok).length,
    gates: [...read.gates],
    attested: [...read.attested],
    obstructions: [...read.obstructions],
    signers: signOff.signers.map((signer) => ({ ...signer })),
    confirmations: [...asked(read)],
    inLedger: read.inLedger,
    ...(earlier !== undefined && {
      earlier: { releaseId: earlier.releaseId, releaseDate: earlier.releaseDate },
    }),
    kept: [...read.kept],
  };
}
