import type { Handler } from '../../shared/ipc/contract.ts';
import type { ExtractDialogs } from './ports/dialogs.ts';
import type { ExtractFiles } from './ports/extract-files.ts';

export function filesChoose(ports: {
  readonly dialogs: ExtractDialogs;
  readonly extractFiles: ExtractFiles;
}): Handler<'files.choose'> {
  return async ({ kind, folder }) => {
    const paths = folder ? await ports.dialogs.openFolder(kind) : await ports.dialogs.openFiles(kind);
    return paths.length === 0 ? undefined : ports.extractFiles.register(kind, paths);
  };
}
