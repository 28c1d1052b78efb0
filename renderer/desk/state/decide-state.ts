import type { Failure } from '../../../shared/base/failure.ts';
import type { Confirmation, Role } from '../../../shared/bundle/statement.ts';
import type {
  DecisionChanges,
  DecisionKind,
  DecisionOutcome,
  DecisionRequest,
  DecisionSubject,
  KnownSigner,
  PendingSigning,
} from '../../../shared/ipc/decision.ts';

/** Where the key of a signer is. */
export type KeyPlace = 'here' | 'elsewhere';
export type WithdrawalReason = NonNullable<DecisionRequest['reason']>;

/** Deciding about the bundle that is inspected. Nothing is chosen, confirmed or written before somebody does. */
export interface DecideSlice {
  readonly subject: DecisionSubject | undefined;
  readonly looking: boolean;
  /** What changed since the last release of the same title; read after the subject. */
  readonly changes: DecisionChanges | undefined;
  readonly changesFailure: Failure | undefined;
  readonly decideFailure: Failure | undefined;
  readonly decision: DecisionKind | undefined;
  readonly keyPlace: KeyPlace;
  /** Fingerprint of the key elsewhere. */
  readonly elsewhereKey: string;
  readonly decideRole: Role | undefined;
  readonly decideComment: string;
  readonly withdrawReason: WithdrawalReason | undefined;
  readonly confirmed: readonly Confirmation[];
  readonly decideAttempted: boolean;
  readonly deciding: boolean;
  readonly decided: DecisionOutcome | undefined;
  /** Reads the bundle that is inspected again, for deciding about it; what was decided before is forgotten. */
  readonly lookAtDecision: () => Promise<void>;
  /** Compares with the release before it. */
  readonly loadChanges: () => Promise<void>;
  /** Reads it again and keeps what was chosen: a key may be known now. */
  readonly refreshSubject: () => Promise<void>;
  /** Another file is inspected: nothing that was chosen for the one before holds. */
  readonly forgetDecision: () => void;
  readonly chooseDecision: (decision: DecisionKind) => void;
  readonly setKeyPlace: (place: KeyPlace) => void;
  readonly setElsewhereKey: (fingerprint: string) => void;
  readonly setDecideRole: (role: Role | undefined) => void;
  readonly setDecideComment: (text: string) => void;
  readonly setWithdrawReason: (reason: WithdrawalReason | undefined) => void;
  readonly confirm: (what: Confirmation, holds: boolean) => void;
  readonly noteDecideAttempt: () => void;
  readonly decide: () => Promise<void>;
}

/** Statements that wait for their signature, and preparing with a key elsewhere. */
export interface PendingSlice {
  readonly pending: readonly PendingSigning[];
  readonly pendingFailure: Failure | undefined;
  /** The statement written last: how it is signed is shown until its signature is back. */
  readonly written: PendingSigning | undefined;
  readonly importing: string | undefined;
  readonly knownSigners: readonly KnownSigner[];
  /** Where the preparer's key is, and which one it is when it is elsewhere. */
  readonly preparerPlace: KeyPlace;
  readonly preparerKey: string;
  readonly setPreparerPlace: (place: KeyPlace) => void;
  readonly setPreparerKey: (fingerprint: string) => void;
  readonly loadPending: () => Promise<void>;
  /** Prepares a release with a key elsewhere: every gate, then the statement. */
  readonly sealElsewhere: () => Promise<void>;
  readonly noteWritten: (signing: PendingSigning) => Promise<void>;
  readonly importSignature: (id: string) => Promise<void>;
  readonly dropPending: (id: string) => Promise<void>;
}
