import { randomBytes } from 'node:crypto';
import { Refusal } from '../../shared/base/failure.ts';
import { KeptMappingProfile } from '../../shared/ipc/kept-mapping-profile.ts';
import type { Clock } from '../handlers/ports/clock.ts';
import type { MappingStore } from '../handlers/ports/mapping-store.ts';
import { keptFiles } from './kept-files.ts';

/** Keeps each mapping in a file of its own in `folder`. */
export function createMappingStore(folder: string, clock: Clock): MappingStore {
  const files = keptFiles(folder, {
    parsed: (json) => KeptMappingProfile.safeParse(json).data,
    order: byName,
  });
  return {
    list: files.list,
    save: (profile, id = randomBytes(16).toString('hex')) =>
      files.inTurn(async () => {
        const { kept } = await files.all();
        if (kept.some((one) => one.id !== id && one.profile.name === profile.name)) throw taken(profile.name);
        const saved: KeptMappingProfile = { id, changedAt: clock.now(), profile };
        await files.write(saved);
        return saved;
      }),
    discard: (id) => files.inTurn(() => files.remove(id)),
  };
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
