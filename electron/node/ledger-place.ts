import { join } from 'node:path';
import { bundleExtension } from '../../shared/bundle/names.ts';
import type { ChainName } from '../handlers/ports/ledger.ts';

/** Where one chain lies. */
export interface ChainPlace {
  readonly folder: string;
  readonly ledger: string;
  readonly pending: string;
  readonly lock: string;
  /** Folder of kept bundles; a demonstration keeps none. */
  readonly bundles: string | undefined;
  /** Folder of signed withdrawals. */
  readonly withdrawals: string;
}

/** Where a chain lies in the folder of the ledger. */
export function placeOfChain(folder: string, name: ChainName): ChainPlace {
  const own = join(folder, name);
  const at = (file: string): string => join(own, file);
  return {
    folder: own,
    ledger: at('ledger.jsonl'),
    pending: at('pending.json'),
    lock: at('lock'),
    bundles: name === 'release' ? at('bundles') : undefined,
    withdrawals: at('withdrawals'),
  };
}

/** The file of a kept bundle, by its digest. */
export function bundleFile(folder: string, digest: string): string {
  return join(folder, `${digest}${bundleExtension}`);
}
