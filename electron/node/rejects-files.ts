import { stat, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RejectsFiles } from '../handlers/ports/rejects-files.ts';
import { writeAtomic } from './atomic-file.ts';

interface Written {
  readonly sizeBytes: number;
  readonly changed: number;
}

/** Files with rejected lines, remembered by path with their size and time, so that none that has become another file is deleted. */
export function createRejectsFiles(): RejectsFiles {
  const written = new Map<string, Written>();
  const isOurs = async (path: string): Promise<boolean> => {
    const [known, now] = [written.get(path), await look(path)];
    return known !== undefined && now?.sizeBytes === known.sizeBytes && now.changed === known.changed;
  };
  const split = async (): Promise<{ ours: string[]; others: string[] }> => {
    const looked = await Promise.all(
      [...written.keys()].map(async (path) => ({ path, ours: await isOurs(path), there: await look(path) })),
    );
    const paths = (ours: boolean): string[] =>
      looked.filter((one) => one.ours === ours && one.there !== undefined).map(({ path }) => path);
    return { ours: paths(true), others: paths(false) };
  };
  return {
    write: async (path, bytes) => {
      await writeAtomic(path, bytes);
      const now = await look(path);
      if (now !== undefined) written.set(path, now);
    },
    names: async () => (await split()).ours.map((path) => basename(path)),
    remove: async () => {
      const { ours, others } = await split();
      const gone = await Promise.all(
        ours.map((path) =>
          unlink(path).then(
            () => true,
            () => false,
          ),
        ),
      );
      return {
        deleted: ours.filter((_, i) => gone[i] === true).map((path) => basename(path)),
        left: [...ours.filter((_, i) => gone[i] !== true), ...others].map((path) => basename(path)),
      };
    },
    forget: () => written.clear(),
  };
}

async function look(path: string): Promise<Written | undefined> {
  const status = await stat(path).catch(() => undefined);
  return status && { sizeBytes: status.size, changed: status.mtimeMs };
}
