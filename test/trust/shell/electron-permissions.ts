import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../electron/launcher/repository.ts';

/** Every permission the installed declarations of Electron name, for requests and for checks. */
export function electronPermissions(): readonly string[] {
  const text = readFileSync(join(repositoryRoot, 'node_modules', 'electron', 'electron.d.ts'), 'utf8');
  const declared = text.match(/setPermission(?:Request|Check)Handler\(handler: .*/g) ?? [];
  if (declared.length !== 2) throw new Error('The declarations name permissions in another way.');
  const names = declared.flatMap((line) => {
    const [union = ''] = /permission: (?:'[^']+'(?: \| )?)+/.exec(line) ?? [];
    return [...union.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
  });
  return [...new Set(names)];
}
