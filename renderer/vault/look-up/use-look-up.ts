import { useRef, useState } from 'react';
import { Refusal } from '../../../shared/base/failure.ts';
import type { CallFailure } from '../../../shared/ipc/call-failure.ts';
import type { VaultResponse } from '../../../shared/ipc/vault-contract.ts';

/** Asks the vault about one identifier. */
export type Ask = (identifier: string) => Promise<VaultResponse<'status'>>;

export type LookUpState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly answer: VaultResponse<'status'> }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

export interface LookUp {
  readonly state: LookUpState;
  readonly lookUp: (identifier: string) => void;
  /** An answer never stands beside another identifier than its own. */
  readonly forget: () => void;
}

export function useLookUp(ask: Ask): LookUp {
  const [state, setState] = useState<LookUpState>({ kind: 'waiting' });
  const last = useRef(0);
  const show = (turn: number, next: LookUpState): void => {
    if (turn === last.current) setState(next);
  };
  return {
    state,
    lookUp: (identifier) => {
      const turn = ++last.current;
      setState({ kind: 'asking' });
      ask(identifier).then(
        (answer) => show(turn, { kind: 'answered', answer }),
        (error: unknown) => show(turn, { kind: 'failed', failure: failureOf(error) }),
      );
    },
    forget: () => {
      last.current++;
      setState({ kind: 'waiting' });
    },
  };
}

function failureOf(error: unknown): CallFailure {
  if (!(error instanceof Refusal)) return { code: 'defect', message: 'Nothing was found out.', detail: {} };
  const { code, message, detail } = error.failure;
  return { code, message, detail: { ...detail } };
}
