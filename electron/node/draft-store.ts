import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { KeptWork } from '../../shared/ipc/kept-work.ts';
import type { Clock } from '../handlers/ports/clock.ts';
import type { DraftStore } from '../handlers/ports/draft-store.ts';
import { removeAbandoned } from './abandoned-files.ts';
import { writeAtomic } from './atomic-file.ts';

/** More than this many are not kept: the oldest goes. */
const longest = 10;
const fileName = /^([0-9a-f]{32})\.json$/;

/** Keeps each piece of work in progress in a file of its own in `folder`, for its owner only, written whole or not at all. */
export function createDraftStore(folder: string, clock: Clock): DraftStore {
  const at = (id: string): string => join(folder, `${id}.json`);
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work, work);
    queue = done.catch(() => undefined);
    return done;
  };
  return {
    list: () => inTurn(() => removeAbandoned(folder).then(() => readAll(folder))),
    save: (work, id = randomBytes(16).toString('hex')) =>
      inTurn(async () => {
        const kept: KeptWork = { version: 1, id, changedAt: clock.now(), work };
        await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
        await writeAtomic(at(id), new TextEncoder().encode(`${JSON.stringify(kept)}\n`));
        const { kept: all } = await readAll(folder);
        await Promise.all(all.slice(longest).map((old) => rm(at(old.id), { force: true })));
        return kept;
      }),
    discard: (id) => inTurn(() => rm(at(id), { force: true })),
  };
}

async function readAll(folder: string): Promise<{ kept: KeptWork[]; setAside: string[] }> {
  const names = await readdir(folder).catch(() => []);
  const kept: KeptWork[] = [];
  const setAside = names.filter((name) => name.endsWith('.unreadable'));
  for (const name of names.filter((each) => fileName.test(each))) {
    // One after the other: a few small files, in an order that does not change.
    // oxlint-disable-next-line no-await-in-loop
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    // What cannot be read now is left where it is: it may be read the next time.
    if (text === undefined) continue;
    const work = workIn(text);
    if (work !== undefined && name === `${work.id}.json`) kept.push(work);
    // oxlint-disable-next-line no-await-in-loop
    else setAside.push(await putAside(folder, name));
  }
  return { kept: kept.toSorted(newestFirst), setAside: setAside.toSorted() };
}

/** A file that is no work of this version stays as it is, under a name that is not looked at again. */
async function putAside(folder: string, name: string): Promise<string> {
  const aside = `${name}.unreadable`;
  await rename(join(folder, name), join(folder, aside)).catch(() => undefined);
  return aside;
}

function workIn(text: string): KeptWork | undefined {
  try {
    return KeptWork.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function newestFirst(a: KeptWork, b: KeptWork): number {
  if (a.changedAt === b.changedAt) return a.id < b.id ? -1 : 1;
  return a.changedAt < b.changedAt ? 1 : -1;
}
