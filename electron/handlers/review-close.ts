import type { Handler } from '../../shared/ipc/contract.ts';
import type { Journal } from './ports/journal.ts';
import type { RejectsFiles } from './ports/rejects-files.ts';
import type { Vault } from './ports/vault.ts';

/**
 * Ends the vault's process, which is the wipe, and records when it was gone. Files with rejected lines, which the officer wrote on purpose and
 * which hold no value, stay unless they are to be deleted; the answer names them.
 */
export function reviewClose(ports: {
  readonly vault: Vault;
  readonly journal: Journal;
  readonly rejectsFiles: RejectsFiles;
}): Handler<'review.close'> {
  return async ({ deleteRejects }) => {
    const { rejectsFiles, journal } = ports;
    const wipedAt = await ports.vault.close();
    await journal.record('review.wiped', { wipedAt });
    const { deleted, left } = deleteRejects
      ? await rejectsFiles.remove()
      : { deleted: [], left: await rejectsFiles.names() };
    if (deleted.length > 0) await journal.record('rejects.deleted');
    rejectsFiles.forget();
    return { wipedAt, rejectsDeleted: [...deleted], rejectsLeft: [...left] };
  };
}
