import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal } from '../../shared/base/failure.ts';
import { maximumParts } from '../../shared/extract/source.ts';

/** A file, and what it is called among others: its name, behind those of the folders it lies in. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
}

/** What systems and programs leave beside data: hidden files, marks of success, thumbnails. */
const besideData = /^[._]|^(desktop\.ini|thumbs\.db)$/i;
/** What lies in a folder whose files are not all valid: versions of a table, and a log that says which count. */
const logOfVersions = /^(_delta_log|\.hoodie)$/;
/** A folder that is named by a column and its value, as Hive, Spark and DuckDB part a table. */
const partition = /^[^=/\\]+=/;

/**
 * All files of a folder and of folders in it that part a table (`date=2026-05-04`). Refuses a folder that cannot be read
 * (`file-unreadable`), other folders in it (`folder-nested`), one with versions of a table (`folder-versions`), one without files
 * (`folder-empty`), and more files than can be read (`too-many-files`).
 */
export async function filesInFolder(folder: string): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  await collect(folder, '', found);
  if (found.length === 0) throw folderEmpty(basename(folder));
  return found;
}

async function collect(folder: string, before: string, found: FoundFile[]): Promise<void> {
  const name = basename(folder);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Refusal('file-unreadable', `${name} cannot be read.`, { name });
  });
  if (entries.some((entry) => logOfVersions.test(entry.name))) throw folderVersions(name);
  for (const entry of entries) {
    if (besideData.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) found.push({ path, name: `${before}${entry.name}` });
    else if (!partition.test(entry.name)) throw folderNested(name, entry.name);
    // oxlint-disable-next-line no-await-in-loop -- a tree too large is noticed before all of it is read
    else await collect(path, `${before}${entry.name}/`, found);
    if (found.length > maximumParts) throw tooManyFiles(found.length);
  }
}

/** The refusal of more files than can be read. */
export function tooManyFiles(count: number): Refusal {
  return new Refusal('too-many-files', `${count} files are too many: at most ${maximumParts} can be read.`, {
    count,
    limit: maximumParts,
  });
}

function folderNested(name: string, inner: string): Refusal {
  return new Refusal(
    'folder-nested',
    `The folder ${name} holds another folder, ${inner}: choose the folder in which the files lie. Only folders named like column=value are searched.`,
    { name, inner },
  );
}

function folderVersions(name: string): Refusal {
  return new Refusal(
    'folder-versions',
    `The folder ${name} holds versions of a table (Delta Lake or Hudi), and not all files in it count: export the table as Parquet or CSV.`,
    { name },
  );
}

function folderEmpty(name: string): Refusal {
  return new Refusal('folder-empty', `The folder ${name} holds no file: choose another.`, { name });
}
