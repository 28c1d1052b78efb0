import type { Handler } from '../../shared/ipc/contract.ts';
import { handOverEarlier } from './hand-over-earlier.ts';
import type { Ledger } from './ports/ledger.ts';
import type { Vault } from './ports/vault.ts';

/** Brings the vault up to date on earlier releases before the desk has it subtract figures from them. */
export function attackEarlier(ports: {
  readonly vault: Vault;
  readonly ledger: Ledger;
}): Handler<'attack.earlier'> {
  return async (asked) => {
    await handOverEarlier(asked, ports.vault, ports.ledger);
    return {};
  };
}
