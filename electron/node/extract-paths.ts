import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../../shared/base/failure.ts';
import { type FileKind, type FilePart, maximumParts, type Source } from '../../shared/extract/source.ts';
import { filesInFolder, tooManyFiles, type FoundFile } from './files-in-folder.ts';
import { describeLocalFile } from './local-file.ts';

/** What was chosen for a kind of file: one file, or several. */
export type ChosenSource = Exclude<Source, { kind: 'demo' }>;

const tables: ReadonlySet<FileKind> = new Set(['events', 'cells', 'persons', 'objections']);
/** No name of a file is told at greater length. */
const longestName = 255;

/**
 * The source that paths of files and folders make up, with a token for each file. Files are read in the order of their names.
 * Refuses what cannot be opened (as `describeLocalFile` and `filesInFolder`), several files where one is wanted (`one-file-only`), and too
 * many (`too-many-files`).
 */
export async function sourceOfPaths(
  kind: FileKind,
  paths: readonly string[],
  issue: (path: string) => string,
): Promise<ChosenSource> {
  const found = (await Promise.all(paths.map(filesAt))).flat();
  const files = [...new Map(found.map((file) => [file.path, file])).values()].toSorted(byName);
  refuseNumber(kind, files.length);
  const parts: FilePart[] = [];
  for (const { path, name } of files) {
    // oxlint-disable-next-line no-await-in-loop -- no more than one file is open at a time
    const { sizeBytes } = await describeLocalFile(path);
    parts.push({ name: name.slice(-longestName), sizeBytes, token: '' });
  }
  const issued = parts.map((part, i) => ({ ...part, token: issue(files[i]?.path ?? '') }));
  const [first, last] = [issued[0], issued.at(-1)];
  if (!first || !last) throw new Error('No path was given.');
  if (issued.length === 1) return { kind: 'file', ...first };
  const folder = paths.length === 1 && paths[0] !== undefined ? basename(paths[0]) : undefined;
  return { kind: 'parts', name: folder ?? `${first.name} … ${last.name}`, parts: issued };
}

function refuseNumber(kind: FileKind, count: number): void {
  if (count > 1 && !tables.has(kind)) throw oneFileOnly(kind, count);
  if (count > maximumParts) throw tooManyFiles(count);
}

function byName(one: FoundFile, other: FoundFile): number {
  if (one.name !== other.name) return one.name < other.name ? -1 : 1;
  return one.path < other.path ? -1 : 1;
}

async function filesAt(path: string): Promise<readonly FoundFile[]> {
  const status = await stat(path).catch(() => undefined);
  return status?.isDirectory() ? filesInFolder(path) : [{ path, name: basename(path) }];
}

function oneFileOnly(kind: FileKind, count: number): Refusal {
  return new Refusal('one-file-only', `The ${kind} must be one file, and ${count} were chosen.`, {
    kind,
    count,
  });
}
