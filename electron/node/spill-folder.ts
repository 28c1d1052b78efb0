import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isGone } from './process-gone.ts';

/** An empty folder of its owner's alone, for what an engine cannot keep in memory; the engine encrypts what it puts there. */
export interface SpillFolder {
  readonly path: string;
  /** Removes it with all that is in it. */
  readonly remove: () => Promise<void>;
}

const folderName = /^spill-(?<pid>[1-9][0-9]*)-/;

/** Makes one in `parent`, and removes there what processes left that are no longer running. */
export async function makeSpillFolder(parent: string): Promise<SpillFolder> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await removeAbandonedSpills(parent);
  const path = await mkdtemp(join(parent, `spill-${process.pid}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Removes what processes left in `parent` that are no longer running. Never fails. */
export async function removeAbandonedSpills(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  const abandoned = names.filter((each) => {
    const pid = folderName.exec(each)?.groups?.['pid'];
    return pid !== undefined && isGone(Number(pid));
  });
  await Promise.all(
    abandoned.map((each) => rm(join(parent, each), { recursive: true, force: true }).catch(() => undefined)),
  );
}
