import { randomBytes } from 'node:crypto';
import { KeptWork } from '../../shared/ipc/kept-work.ts';
import type { Clock } from '../handlers/ports/clock.ts';
import type { DraftStore } from '../handlers/ports/draft-store.ts';
import { keptFiles } from './kept-files.ts';

/** More than this many are not kept: the oldest goes. */
const longest = 10;

/** Keeps each piece of work in progress in a file of its own in `folder`. */
export function createDraftStore(folder: string, clock: Clock): DraftStore {
  const files = keptFiles(folder, {
    parsed: (json) => KeptWork.safeParse(json).data,
    order: newestFirst,
  });
  return {
    list: files.list,
    save: (work, id = randomBytes(16).toString('hex')) =>
      files.inTurn(async () => {
        const saved: KeptWork = { version: 1, id, changedAt: clock.now(), work };
        await files.write(saved);
        const { kept } = await files.all();
        await Promise.all(kept.slice(longest).map((old) => files.remove(old.id)));
        return saved;
      }),
    discard: (id) => files.inTurn(() => files.remove(id)),
  };
}

function newestFirst(a: KeptWork, b: KeptWork): number {
  if (a.changedAt === b.changedAt) return a.id < b.id ? -1 : 1;
  return a.changedAt < b.changedAt ? 1 : -1;
}
