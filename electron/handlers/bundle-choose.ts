import type { Handler } from '../../shared/ipc/contract.ts';
import type { InspectedBundle } from '../../shared/ipc/inspected-bundle.ts';
import type { Dialogs } from './ports/dialogs.ts';

export function bundleChoose(ports: {
  readonly dialogs: Dialogs;
  readonly readBundle: (path: string) => Promise<InspectedBundle>;
}): Handler<'bundle.choose'> {
  return async () => {
    const path = await ports.dialogs.openFile('bundle');
    return path === undefined ? undefined : ports.readBundle(path);
  };
}
