import { useEffect, useReducer } from 'react';
import type { Settings } from '../../shared/ipc/contract.ts';
import type { SealSubject, ToSeal } from '../../shared/ipc/seal-contract.ts';
import type { CallFailure } from '../../shared/ipc/call-failure.ts';
import type { SealBridge } from './seal-bridge.ts';

export interface SealState {
  readonly shown: { readonly subject: SealSubject; readonly settings: Settings } | undefined;
  readonly busy: boolean;
  readonly problem: CallFailure | undefined;
}

/** What the window shows, and the two things the officer can do. */
export interface Seal extends SealState {
  readonly confirm: (passphrase: string) => void;
  readonly cancel: () => void;
}

type Change = { readonly kind: 'told'; readonly message: ToSeal } | { readonly kind: 'confirmed' };

const start: SealState = { shown: undefined, busy: false, problem: undefined };

export function sealAfter(state: SealState, change: Change): SealState {
  if (change.kind === 'confirmed') return { ...state, busy: true, problem: undefined };
  const { message } = change;
  if (message.kind === 'problem') return { ...state, busy: false, problem: message.failure };
  return { shown: { subject: message.subject, settings: message.settings }, busy: false, problem: undefined };
}

export function useSeal(bridge: SealBridge): Seal {
  const [state, change] = useReducer(sealAfter, start);
  useEffect(() => {
    bridge.onShow((message) => change({ kind: 'told', message }));
    bridge.answer({ kind: 'ready' });
  }, [bridge]);
  return {
    ...state,
    confirm: (passphrase) => {
      change({ kind: 'confirmed' });
      bridge.answer({ kind: 'confirm', passphrase });
    },
    cancel: () => bridge.answer({ kind: 'cancel' }),
  };
}
