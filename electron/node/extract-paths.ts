import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal } from '../../shared/base/failure.ts';
import { type FileKind, type FilePart, maximumParts, type Source } from '../../shared/extract/source.ts';
import { describeLocalFile } from './local-file.ts';

/** What was chosen for a kind of file: one file, or several. */
export type ChosenSource = Exclude<Source, { kind: 'demo' }>;

const tables: ReadonlySet<FileKind> = new Set(['events', 'cells', 'persons', 'objections']);
/** What systems and programs leave beside data: hidden files, marks of success, thumbnails. */
const besideData = /^[._]|^(desktop\.ini|thumbs\.db)$/i;

/**
 * The source that paths of files and folders make up, with a token for each file. Files are read in the order of their names.
 * Refuses what cannot be opened (as `describeLocalFile`), a folder in a folder (`folder-nested`), a folder without files
 * (`folder-empty`), several files where one is wanted (`one-file-only`), and too many (`too-many-files`).
 */
export async function sourceOfPaths(
  kind: FileKind,
  paths: readonly string[],
  issue: (path: string) => string,
): Promise<ChosenSource> {
  const found = (await Promise.all(paths.map(filesAt))).flat();
  const files = [...new Set(found)].toSorted(byName);
  refuseNumber(kind, files.length);
  const parts: FilePart[] = [];
  for (const path of files) {
    // oxlint-disable-next-line no-await-in-loop -- no more than one file is open at a time
    const { name, sizeBytes } = await describeLocalFile(path);
    parts.push({ name, sizeBytes, token: '' });
  }
  const issued = parts.map((part, i) => ({ ...part, token: issue(files[i] ?? '') }));
  const [first, last] = [issued[0], issued.at(-1)];
  if (!first || !last) throw new Error('No path was given.');
  if (issued.length === 1) return { kind: 'file', ...first };
  const folder = paths.length === 1 && paths[0] !== undefined ? basename(paths[0]) : undefined;
  return { kind: 'parts', name: folder ?? `${first.name} … ${last.name}`, parts: issued };
}

function refuseNumber(kind: FileKind, count: number): void {
  if (count > 1 && !tables.has(kind)) throw oneFileOnly(kind, count);
  if (count > maximumParts) throw tooMany(count);
}

function byName(one: string, other: string): number {
  const [a, b] = [basename(one), basename(other)];
  if (a !== b) return a < b ? -1 : 1;
  return one < other ? -1 : 1;
}

async function filesAt(path: string): Promise<readonly string[]> {
  const status = await stat(path).catch(() => undefined);
  if (!status?.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true }).catch(() => {
    throw unreadable(basename(path));
  });
  const seen = entries.filter(({ name }) => !besideData.test(name));
  const nested = seen.find((entry) => entry.isDirectory());
  if (nested) throw folderNested(basename(path), nested.name);
  if (seen.length === 0) throw folderEmpty(basename(path));
  return seen.map(({ name }) => join(path, name));
}

function unreadable(name: string): Refusal {
  return new Refusal('file-unreadable', `${name} cannot be read.`, { name });
}

function folderNested(name: string, inner: string): Refusal {
  return new Refusal(
    'folder-nested',
    `The folder ${name} holds another folder, ${inner}: choose the folder in which the files lie.`,
    { name, inner },
  );
}

function folderEmpty(name: string): Refusal {
  return new Refusal('folder-empty', `The folder ${name} holds no file: choose another.`, { name });
}

function oneFileOnly(kind: FileKind, count: number): Refusal {
  return new Refusal('one-file-only', `The ${kind} must be one file, and ${count} were chosen.`, {
    kind,
    count,
  });
}

function tooMany(count: number): Refusal {
  return new Refusal('too-many-files', `${count} files are too many: at most ${maximumParts} can be read.`, {
    count,
    limit: maximumParts,
  });
}
