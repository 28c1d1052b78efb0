import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { systemClock } from './clock.ts';

/** What an audit log is told of the machine. */
export interface AuditGround {
  /** UTC to the second. */
  readonly now: () => string;
  /** Nanoseconds on a clock that nobody can set, decimal. */
  readonly monotonic: () => string;
  /** Tells starts of the machine apart; where the system names none, starts of this process. */
  readonly boot: string;
  /** Version of the application. */
  readonly version: string;
}

/** This machine's clocks, its start, and the version that runs. */
export function auditGround(version: string): AuditGround {
  return {
    now: systemClock.now,
    monotonic: () => process.hrtime.bigint().toString(),
    boot: bootId(),
    version,
  };
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return randomUUID();
  }
}
