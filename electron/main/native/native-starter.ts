import { join } from 'node:path';
import { makeSpillFolder, removeAbandonedSpills } from '../../node/spill-folder.ts';
import type { LiveVault } from '../live-vault.ts';
import { nativeVault } from './native-vault.ts';

/** Starts a vault with native DuckDB, with a folder to spill to where that is allowed; undefined where it does not run here. */
export type StartNative = (maySpill: boolean) => Promise<LiveVault | undefined>;

/** What is known before a review asks for one. */
export interface NativeGround {
  /** Folder of the built application. */
  readonly built: string;
  readonly userData: string;
  readonly solver: Uint8Array<ArrayBuffer>;
  /** Whose files, as they stand when it is started, it may read. */
  readonly extractFiles: { readonly paths: () => ReadonlyMap<string, string> };
}

/** How such a vault is started from the built program; first removes what earlier ones may have left on disk. */
export async function nativeStarter(ground: NativeGround): Promise<StartNative> {
  const { built, userData, solver, extractFiles } = ground;
  const spills = join(userData, 'spill');
  await removeAbandonedSpills(spills);
  return async (maySpill) =>
    nativeVault({
      program: join(built, 'main', 'native.js'),
      solver,
      files: extractFiles.paths(),
      spill: maySpill ? await makeSpillFolder(spills) : undefined,
    });
}
