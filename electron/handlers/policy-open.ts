import { Refusal } from '../../shared/base/failure.ts';
import { Policy } from '../../shared/policy/policy.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import { parseJsonText } from './json-text.ts';

const policyLimit = 1024 * 1024;

export function policyOpen(ports: {
  readonly dialogs: Dialogs;
  readonly files: Files;
}): Handler<'policy.open'> {
  return async () => {
    const path = await ports.dialogs.openFile('policy');
    if (path === undefined) return undefined;
    const name = ports.files.name(path);
    const parsed = Policy.safeParse(parseJsonText(await ports.files.read(path, policyLimit), name));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const field = issue === undefined || issue.path.length === 0 ? '(whole file)' : issue.path.join('.');
    const problem = issue?.message ?? 'not a policy';
    throw new Refusal('policy-invalid', `${name}: field ${field}: ${problem}. Correct the policy file.`, {
      name,
      field,
      problem,
    });
  };
}
