import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isGone } from './process-gone.ts';

const temporaryName = /^\.(?<name>.+)\.(?<pid>[1-9][0-9]*)-[0-9a-f]{12}\.tmp$/;

/** Name of a temporary file beside `name`, which says whose it is: `.NAME.PID-RANDOM.tmp`. `random` is 12 hexadecimal digits. */
export function temporaryFor(name: string, random: string): string {
  return `.${name}.${process.pid}-${random}.tmp`;
}

/** Removes from `folder` what writers that ended left of files, of `name` alone or of all. Never fails. */
export async function removeAbandoned(folder: string, name?: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const abandoned = names.filter((each) => {
    const found = temporaryName.exec(each)?.groups;
    if (found === undefined) return false;
    return (name === undefined || found['name'] === name) && isGone(Number(found['pid']));
  });
  await Promise.all(abandoned.map((each) => rm(join(folder, each), { force: true }).catch(() => undefined)));
}
