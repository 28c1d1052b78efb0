import type { StatusReason } from '../../../shared/ipc/status.ts';

/** Every sentence of the look-up window. */
export interface LookUpWords {
  readonly heading: string;
  readonly intro: string;
  readonly identifier: string;
  readonly hint: string;
  readonly lookUp: string;
  readonly close: string;
  readonly unchanged: string;
  readonly register: string;
  readonly inRegister: string;
  readonly notInRegister: string;
  readonly noRegister: string;
  readonly extract: string;
  readonly inExtract: string;
  readonly notInExtract: string;
  readonly recipe: string;
  readonly counts: string;
  readonly doesNotCount: string;
  readonly because: Readonly<Record<StatusReason, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly problem: string;
}
