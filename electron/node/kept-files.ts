import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeAbandoned } from './abandoned-files.ts';
import { writeAtomic } from './atomic-file.ts';

/** What a folder of kept files needs to know of them. */
interface KeptFilesOf<T> {
  /** What a text holds; `undefined` where it is none of this version. */
  readonly parsed: (json: unknown) => T | undefined;
  readonly order: (a: T, b: T) => number;
}

/** All that is kept in a folder, in order, and the names of files that could not be read and were set aside. */
export interface AllKept<T> {
  readonly kept: T[];
  readonly setAside: string[];
}

/** A folder in which each kept thing has a file of its own, for its owner only, written whole or not at all. */
export interface KeptFiles<T> {
  /** Does `work` after whatever was begun before, so that nobody sees half of it. */
  readonly inTurn: <R>(work: () => Promise<R>) => Promise<R>;
  /** Removes what an interrupted writing left, and lists. */
  readonly list: () => Promise<AllKept<T>>;
  /** The same to be used within a turn, removing nothing. */
  readonly all: () => Promise<AllKept<T>>;
  readonly write: (one: T) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

const fileName = /^([0-9a-f]{32})\.json$/;

export function keptFiles<T extends { readonly id: string }>(
  folder: string,
  { parsed, order }: KeptFilesOf<T>,
): KeptFiles<T> {
  const at = (id: string): string => join(folder, `${id}.json`);
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const done = queue.then(work, work);
    queue = done.catch(() => undefined);
    return done;
  };
  const all = async (): Promise<AllKept<T>> => {
    const names = await readdir(folder).catch(() => []);
    const kept: T[] = [];
    const setAside = names.filter((name) => name.endsWith('.unreadable'));
    for (const name of names.filter((each) => fileName.test(each))) {
      // One after the other: a few small files, in an order that does not change.
      // oxlint-disable-next-line no-await-in-loop
      const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
      // What cannot be read now is left where it is: it may be read the next time.
      if (text === undefined) continue;
      const one = parsedText(text, parsed);
      if (one !== undefined && name === `${one.id}.json`) kept.push(one);
      // oxlint-disable-next-line no-await-in-loop
      else setAside.push(await putAside(folder, name));
    }
    return { kept: kept.toSorted(order), setAside: setAside.toSorted() };
  };
  return {
    inTurn,
    all,
    list: () => inTurn(() => removeAbandoned(folder).then(all)),
    write: async (one) => {
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
      await writeAtomic(at(one.id), new TextEncoder().encode(`${JSON.stringify(one)}\n`));
    },
    remove: (id) => rm(at(id), { force: true }),
  };
}

/** A file that holds none of this version stays as it is, under a name that is not looked at again. */
async function putAside(folder: string, name: string): Promise<string> {
  const aside = `${name}.unreadable`;
  await rename(join(folder, name), join(folder, aside)).catch(() => undefined);
  return aside;
}

function parsedText<T>(text: string, parsed: (json: unknown) => T | undefined): T | undefined {
  try {
    return parsed(JSON.parse(text));
  } catch {
    return undefined;
  }
}
