import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeAbandoned, temporaryFor } from '../../../../electron/node/abandoned-files.ts';
import { writeAtomic } from '../../../../electron/node/atomic-file.ts';
import { withLock } from '../../../../electron/node/ledger-lock.ts';

const random = '0123456789ab';
/** The id of a process that ended. */
const { pid: ended } = spawnSync('true');
const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'freigabe-abandoned-'));

function folderWith(...names: readonly string[]): string {
  const folder = freshFolder();
  for (const name of names) writeFileSync(join(folder, name), 'half');
  return folder;
}

describe('what killed writers leave', () => {
  const ours = temporaryFor('a', random);
  const theirs = `.a.${ended}-${random}.tmp`;
  const another = `.b.${ended}-${random}.tmp`;

  it('goes, and nothing else: not the files of a writer that lives, not what somebody named so', async () => {
    const folder = folderWith(ours, theirs, another, '.a.tmp', `.a.0-${random}.tmp`, 'a');
    await removeAbandoned(folder);
    expect(readdirSync(folder).toSorted()).toEqual(['.a.tmp', `.a.0-${random}.tmp`, ours, 'a'].toSorted());
  });

  it('goes with the next writing of the same file', async () => {
    const folder = folderWith(theirs, another);
    await writeAtomic(join(folder, 'a'), new Uint8Array(3));
    expect(readdirSync(folder).toSorted()).toEqual([another, 'a'].toSorted());
  });

  it('is no lock for ever where it names nobody', async () => {
    const folder = folderWith('lock');
    writeFileSync(join(folder, 'lock'), '');
    expect(await withLock(join(folder, 'lock'), 5000, async () => 'done')).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });
});
