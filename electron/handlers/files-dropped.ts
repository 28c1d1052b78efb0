import type { Handler } from '../../shared/ipc/contract.ts';
import type { ExtractFiles } from './ports/extract-files.ts';

export function filesDropped(ports: { readonly extractFiles: ExtractFiles }): Handler<'files.dropped'> {
  return ({ kind, paths }) => ports.extractFiles.register(kind, paths);
}
