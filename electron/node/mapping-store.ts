import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../shared/base/failure.ts';
import { KeptMappingProfile } from '../../shared/ipc/kept-mapping-profile.ts';
import type { Clock } from '../handlers/ports/clock.ts';
import type { MappingStore } from '../handlers/ports/mapping-store.ts';
import { removeAbandoned } from './abandoned-files.ts';
import { writeAtomic } from './atomic-file.ts';

const fileName = /^([0-9a-f]{32})\.json$/;

/** Keeps each mapping in a file of its own in `folder`, for its owner only, written whole or not at all. */
export function createMappingStore(folder: string, clock: Clock): MappingStore {
  const at = (id: string): string => join(folder, `${id}.json`);
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work, work);
    queue = done.catch(() => undefined);
    return done;
  };
  return {
    list: () => inTurn(() => removeAbandoned(folder).then(() => readAll(folder))),
    save: (profile, id = randomBytes(16).toString('hex')) =>
      inTurn(async () => {
        const { kept } = await readAll(folder);
        if (kept.some((one) => one.id !== id && one.profile.name === profile.name)) throw taken(profile.name);
        const saved: KeptMappingProfile = { id, changedAt: clock.now(), profile };
        await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
        await writeAtomic(at(id), new TextEncoder().encode(`${JSON.stringify(saved)}\n`));
        return saved;
      }),
    discard: (id) => inTurn(() => rm(at(id), { force: true })),
  };
}

async function readAll(folder: string): Promise<{ kept: KeptMappingProfile[]; setAside: string[] }> {
  const names = await readdir(folder).catch(() => []);
  const kept: KeptMappingProfile[] = [];
  const setAside = names.filter((name) => name.endsWith('.unreadable'));
  for (const name of names.filter((each) => fileName.test(each))) {
    // One after the other: a few small files, in an order that does not change.
    // oxlint-disable-next-line no-await-in-loop
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    // What cannot be read now is left where it is: it may be read the next time.
    if (text === undefined) continue;
    const profile = profileIn(text);
    if (profile !== undefined && name === `${profile.id}.json`) kept.push(profile);
    // oxlint-disable-next-line no-await-in-loop
    else setAside.push(await putAside(folder, name));
  }
  return { kept: kept.toSorted(byName), setAside: setAside.toSorted() };
}

/** A file that is no mapping of this version stays as it is, under a name that is not looked at again. */
async function putAside(folder: string, name: string): Promise<string> {
  const aside = `${name}.unreadable`;
  await rename(join(folder, name), join(folder, aside)).catch(() => undefined);
  return aside;
}

function profileIn(text: string): KeptMappingProfile | undefined {
  try {
    return KeptMappingProfile.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function byName(a: KeptMappingProfile, b: KeptMappingProfile): number {
  if (a.profile.name === b.profile.name) return a.id < b.id ? -1 : 1;
  return a.profile.name < b.profile.name ? -1 : 1;
}

function taken(name: string): Refusal {
  return new Refusal(
    'mapping-name-taken',
    `There is a mapping called ${name} already: choose another name.`,
    {
      name,
    },
  );
}
