import type { Handler } from '../../shared/ipc/contract.ts';
import { decisionForm } from './decide/decision-form.ts';
import { mayDecide } from './decide/may-decide.ts';
import { readSubject } from './decide/read-subject.ts';
import { writeStatement } from './decide/write-statement.ts';
import { type DecisionPorts, statementOf } from './decision-sign.ts';
import type { PendingStore } from './ports/pending-store.ts';

export interface ElsewherePorts extends DecisionPorts {
  readonly pending: PendingStore;
}

/** The same decision for a key that is not here: the statement is shown, written to a file, and waits for its signature. */
export function decisionElsewhere(ports: ElsewherePorts): Handler<'decision.elsewhere'> {
  return async ({ fingerprint, ...request }) => {
    const read = await readSubject(request.digest, ports);
    const signer = mayDecide(read, request, fingerprint);
    const statement = await statementOf(read, request, signer, ports);
    const form = decisionForm(read, statement, { label: signer.person, fingerprint, by: 'elsewhere' });
    const agreed = await ports.sealWindow.ask({ kind: 'sign', form, askPassphrase: false }, async () => true);
    if (agreed === undefined) return undefined;
    const { reason } = request;
    const rest = { bundlePath: read.path, ...(reason !== undefined && { reason }) };
    return writeStatement({ statement, fingerprint, ...rest }, ports);
  };
}
