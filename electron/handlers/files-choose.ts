import type { Handler } from '../../shared/ipc/contract.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { ExtractFiles } from './ports/extract-files.ts';

export function filesChoose(ports: {
  readonly dialogs: Dialogs;
  readonly extractFiles: ExtractFiles;
}): Handler<'files.choose'> {
  return async ({ kind }) => {
    const path = await ports.dialogs.openFile(kind);
    return path === undefined ? undefined : ports.extractFiles.register(path);
  };
}
