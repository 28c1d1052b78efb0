import { concatBytes, utf8 } from '../../shared/base/bytes.ts';
import { moreRejects, rejectsHeader, rejectsText } from '../../shared/extract/rejects-text.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { VaultRequest, VaultResponse } from '../../shared/ipc/vault-contract.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import type { Journal } from './ports/journal.ts';
import type { RejectsFiles } from './ports/rejects-files.ts';

const linesAtOnce = 50_000;

/** Gives a page of the lines that were rejected. */
export type RejectsOf = (request: VaultRequest<'rejects'>) => Promise<VaultResponse<'rejects'>>;

/** The lines an extract rejected, as CSV: file, number and reason. Their contents never leave the vault. */
export async function rejectsFile(
  rejectsOf: RejectsOf,
): Promise<{ readonly bytes: Uint8Array; readonly listed: number; readonly more: number }> {
  const parts = [utf8(rejectsHeader)];
  for (let from = 0; ; from += linesAtOnce) {
    // Page by page, so that no message holds a million lines.
    // oxlint-disable-next-line no-await-in-loop
    const { name, rejects, listed, more } = await rejectsOf({ from, most: linesAtOnce });
    parts.push(utf8(rejectsText(rejects, name)));
    if (from + rejects.length < listed && rejects.length > 0) continue;
    return { bytes: concatBytes([...parts, utf8(moreRejects(more))]), listed, more };
  }
}

/** Writes the rejected lines where the officer wants them, and remembers the file until the review is closed. */
export function rejectsSave(ports: {
  readonly vault: { readonly rejects: RejectsOf };
  readonly dialogs: Dialogs;
  readonly files: Pick<Files, 'name'>;
  readonly rejectsFiles: RejectsFiles;
  readonly journal: Journal;
}): Handler<'rejects.save'> {
  return async ({ suggestedName }) => {
    const path = await ports.dialogs.saveFile('rejects', suggestedName);
    if (path === undefined) return undefined;
    const { bytes, listed, more } = await rejectsFile(ports.vault.rejects);
    await ports.rejectsFiles.write(path, bytes);
    await ports.journal.record('rejects.written');
    return { name: ports.files.name(path), listed, more };
  };
}
