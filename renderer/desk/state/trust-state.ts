import type { Failure } from '../../../shared/base/failure.ts';
import type { LedgerTakenIn, TrustChange, TrustOverview } from '../../../shared/ipc/trust-overview.ts';

/** Whom this machine believes, and taking in publishers' lists. */
export interface TrustSlice {
  /** Absent until main told it. */
  readonly trust: TrustOverview | undefined;
  readonly trustFailure: Failure | undefined;
  /** The fingerprint as it is typed; the desk is never told what it should be. */
  readonly toldFingerprint: string;
  readonly takingIn: boolean;
  /** What the list taken in last changed, and whether the open bundle was verified anew by it. */
  readonly trustChange: TrustChange | undefined;
  readonly verifiedAnew: boolean;
  readonly takeInFailure: Failure | undefined;
  readonly takingInState: boolean;
  /** The state of a ledger taken in last. */
  readonly takenState: LedgerTakenIn | undefined;
  readonly takeInStateFailure: Failure | undefined;
  readonly loadTrust: () => Promise<void>;
  /** A bundle was opened, which may have shown more of its ledger; asks only where it was asked before. */
  readonly refreshTrust: () => void;
  readonly setToldFingerprint: (text: string) => void;
  /** Has a list chosen and taken in, and the open bundle verified anew. */
  readonly takeInList: () => Promise<void>;
  /** Has the two files of a ledger's state chosen and taken in, and the open bundle verified anew. */
  readonly takeInState: () => Promise<void>;
}
