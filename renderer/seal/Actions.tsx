import type { CallFailure } from '../../shared/ipc/call-failure.ts';
import type { Seal } from './use-seal.ts';
import type { SealWords } from './seal-words.ts';

interface ActionsProps {
  readonly seal: Seal;
  readonly text: SealWords;
  readonly confirm: string;
  readonly ready: boolean;
  /** Says why confirming is not possible yet. */
  readonly reason?: string | undefined;
}

/** Cancel and confirm, and what became of the last attempt. */
export function Actions({ seal, text, confirm, ready, reason }: ActionsProps) {
  return (
    <>
      <p className="said" role="alert">
        {seal.problem === undefined ? '' : problemIn(seal.problem, text)}
      </p>
      <output className="said">{seal.busy ? text.working : (reason ?? '')}</output>
      <div className="buttons">
        <button type="button" onClick={seal.cancel}>
          {text.cancel}
        </button>
        <button type="submit" className="primary" disabled={!ready || seal.busy}>
          {confirm}
        </button>
      </div>
    </>
  );
}

function problemIn(problem: CallFailure, text: SealWords): string {
  return text.problems[problem.code] ?? `${text.problem} ${problem.message}`;
}
