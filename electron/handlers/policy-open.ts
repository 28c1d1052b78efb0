import { Policy } from '../../shared/policy/policy.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import { readFormFile } from './read-form-file.ts';

const policyLimit = 1024 * 1024;

export function policyOpen(ports: {
  readonly dialogs: Dialogs;
  readonly files: Files;
}): Handler<'policy.open'> {
  return async () => {
    const path = await ports.dialogs.openFile('policy');
    if (path === undefined) return undefined;
    const name = ports.files.name(path);
    return readFormFile({ bytes: await ports.files.read(path, policyLimit), name }, Policy, 'policy-invalid');
  };
}
