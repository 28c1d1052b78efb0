import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What lies in the folder of temporary files. */
export function temporaryFiles(): readonly string[] {
  return readdirSync(tmpdir()).map((name) => join(tmpdir(), name));
}

/** The files at or below `roots` that hold a text, as UTF-8 or UTF-16; what others take away while it is looked for is gone. */
export function filesWith(text: string, roots: readonly string[]): readonly string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return roots
    .filter((root) => existsSync(root))
    .flatMap((root) =>
      filesBelow(root).filter((path) => {
        const bytes = unlessGone(() => readFileSync(path));
        return bytes !== undefined && needles.some((needle) => bytes.includes(needle));
      }),
    );
}

function filesBelow(root: string): readonly string[] {
  const stat = statSync(root, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [root];
  if (!stat.isDirectory()) return [];
  const names = unlessGone(() => readdirSync(root)) ?? [];
  return names.flatMap((name) => filesBelow(join(root, name)));
}

function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
