import { type Statement, statementBytes } from '../../../shared/bundle/statement.ts';
import type { Dialogs } from '../ports/dialogs.ts';
import type { Files } from '../ports/files.ts';

/** A withdrawal and its signature. */
export interface Withdrawal {
  readonly releaseId: string;
  readonly statement: Statement;
  readonly signature: Uint8Array;
}

/**
 * Writes what recipients are sent: the signed statement as `<release-id>.withdrawn.json`, and its signature beside it with `.sig`.
 * Nothing when the dialog was closed; the statement is in the safe all the same.
 */
export async function saveNotice(
  { releaseId, statement, signature }: Withdrawal,
  ports: { readonly files: Files; readonly dialogs: Dialogs },
): Promise<string | undefined> {
  const path = await ports.dialogs.saveFile('notice', `${releaseId}.withdrawn.json`);
  if (path === undefined) return undefined;
  await ports.files.write(path, statementBytes(statement));
  await ports.files.write(`${path}.sig`, signature);
  return path;
}
