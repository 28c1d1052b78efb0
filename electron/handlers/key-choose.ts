import type { Handler } from '../../shared/ipc/contract.ts';
import type { KeyRing } from './key-ring.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import type { Keys } from './ports/keys.ts';

const keyFileLimit = 64 * 1024;

export function keyChoose(ports: {
  readonly dialogs: Dialogs;
  readonly files: Files;
  readonly keys: Keys;
  readonly ring: KeyRing;
}): Handler<'key.choose'> {
  return async () => {
    const path = await ports.dialogs.openFile('key');
    if (path === undefined) return undefined;
    const keyFile = await ports.files.read(path, keyFileLimit);
    return ports.ring.add({ info: ports.keys.describe(keyFile), keyFile });
  };
}
