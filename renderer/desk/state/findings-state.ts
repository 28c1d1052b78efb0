import type { AttackMark, AttackSliver, RecoveredReplay } from '../../../shared/ipc/attack-findings.ts';

/** What attacks on the shown recipe found besides their reports; nothing while none was tried on it. */
export interface FindingsSlice {
  /** Zones over the whole period where something was found, with the published figure that gives it away. */
  readonly attackMarks: readonly AttackMark[];
  /** What lies between zones of this and of earlier releases, where subtraction shows somebody. */
  readonly attackSlivers: readonly AttackSliver[];
  /** The path that was recovered best; only where nobody is behind the events. */
  readonly replayPath: RecoveredReplay | undefined;
  /** Goes to the map with the zone of a sliver chosen, in the release that is shown. */
  readonly showSliver: (sliver: AttackSliver) => void;
  /** Asks anew when more was tried, and forgets what belonged to another recipe or extract. */
  readonly refreshFindings: () => void;
}
