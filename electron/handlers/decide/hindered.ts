import { Refusal } from '../../../shared/base/failure.ts';
import type { Hindrance } from '../../../shared/ipc/decision.ts';

/** Why somebody whom the trust list names cannot sign now, for the window and the command line alike. */
export function hindered(hindrance: Hindrance, person: string): Refusal {
  const sentences: Readonly<Record<Hindrance, string>> = {
    'no-role': `The trust list gives ${person} no role in which to decide so.`,
    'prepared-it': `${person} prepared this release and cannot approve it too. Another person must.`,
    'signed-before': `${person} has approved this release already. Another person must sign next.`,
    'role-taken': `Somebody has approved in this role already, and ${person} cannot too. Another role must sign next.`,
  };
  return new Refusal(`signer-${hindrance}`, sentences[hindrance], { person });
}
