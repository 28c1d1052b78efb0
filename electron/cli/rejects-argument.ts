import { resolve } from 'node:path';
import { rejectsFile } from '../handlers/rejects-save.ts';
import { writeAtomic } from '../node/atomic-file.ts';
import type { CliVault } from './vault/start-vault.ts';

/** Writes the rejected lines of a loaded extract where `--rejects` says, and tells how many. */
export async function writeRejects(
  vault: CliVault,
  path: string | undefined,
  progress: (line: string) => void,
): Promise<void> {
  if (path === undefined) return;
  const { bytes, listed, more } = await rejectsFile((request) => vault.call('rejects', request));
  await writeAtomic(resolve(path), bytes);
  progress(`${listed} rejected lines written to ${path}${more > 0 ? `, ${more} more counted` : ''}`);
}
