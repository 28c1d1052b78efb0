import type { CallFailure } from '../../../shared/ipc/call-failure.ts';
import type { VaultResponse } from '../../../shared/ipc/vault-contract.ts';
import type { LookUpWords } from './look-up-words.ts';
import type { LookUpState } from './use-look-up.ts';

interface AnswerProps {
  readonly state: LookUpState;
  readonly text: LookUpWords;
}

/** What the vault says of the identifier, or why it cannot; said aloud as it comes. */
export function Answer({ state, text }: AnswerProps) {
  return (
    <div className="answer" aria-live="polite" aria-busy={state.kind === 'asking'}>
      {state.kind === 'answered' && <Facts answer={state.answer} text={text} />}
      {state.kind === 'failed' && <p className="problem">{problemIn(state.failure, text)}</p>}
    </div>
  );
}

function Facts({ answer, text }: { readonly answer: VaultResponse<'status'>; readonly text: LookUpWords }) {
  const { inRegister, inExtract, wouldCount, reason, hasRegister } = answer;
  const register = inRegister ? text.inRegister : hasRegister ? text.notInRegister : text.noRegister;
  return (
    <dl>
      <div>
        <dt>{text.register}</dt>
        <dd data-fact="register">{register}</dd>
      </div>
      <div>
        <dt>{text.extract}</dt>
        <dd data-fact="extract">{inExtract ? text.inExtract : text.notInExtract}</dd>
      </div>
      <div>
        <dt>{text.recipe}</dt>
        <dd data-fact="recipe">
          <strong>{wouldCount ? text.counts : text.doesNotCount}</strong> {text.because[reason]}
        </dd>
      </div>
    </dl>
  );
}

function problemIn({ code, message }: CallFailure, text: LookUpWords): string {
  return text.problems[code] ?? `${text.problem} ${message}`;
}
