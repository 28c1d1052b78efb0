import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../shared/base/failure.ts';
import { PendingSigning } from '../../shared/ipc/decision.ts';
import { Predecessor, withdrawalReasons } from '../../shared/ledger/ledger-entry.ts';
import type { KeptPending, PendingStore } from '../handlers/ports/pending-store.ts';
import { writeAtomic } from './atomic-file.ts';

const Record = z.strictObject({
  version: z.literal(1),
  signing: PendingSigning,
  bundlePath: z.string().optional(),
  reason: z.enum(withdrawalReasons).optional(),
  release: z.strictObject({ head: z.string(), predecessors: z.array(Predecessor) }).optional(),
});
type Record = z.infer<typeof Record>;

/**
 * Keeps each signing that waits in a folder of its own under `folder`, for its owner only: the statement, what is known of it, and for a
 * release that is being prepared its sealed bytes. `pending.json` is written last, so that what an interruption left does not count.
 */
export function createPendingStore(folder: string): PendingStore {
  const at = (id: string, file: string): string => join(folder, id, file);
  return {
    async list() {
      const names = await readdir(folder).catch(() => []);
      const records = await Promise.all(names.map((name) => recordIn(at(name, 'pending.json'))));
      return records
        .flatMap((record) => (record === undefined ? [] : [record.signing]))
        .toSorted((a, b) => (a.claimedTime < b.claimedTime ? -1 : 1));
    },
    async get(id) {
      const record = await recordIn(at(id, 'pending.json'));
      if (record === undefined)
        throw new Refusal('pending-gone', 'This statement does not wait for a signature any more.');
      const { signing, bundlePath, reason, release } = record;
      return {
        signing,
        statement: new Uint8Array(await readFile(at(id, 'statement.json'))),
        ...(bundlePath !== undefined && { bundlePath }),
        ...(reason !== undefined && { reason }),
        ...(release !== undefined && {
          release: { ...release, bytes: new Uint8Array(await readFile(at(id, 'sealed.zip'))) },
        }),
      };
    },
    async keep({ signing, statement, release, ...rest }) {
      await mkdir(join(folder, signing.id), { recursive: true, mode: 0o700 });
      await writeAtomic(at(signing.id, 'statement.json'), statement);
      if (release !== undefined) await writeAtomic(at(signing.id, 'sealed.zip'), release.bytes);
      await writeAtomic(at(signing.id, 'pending.json'), recordBytes({ signing, ...rest, ...short(release) }));
    },
    drop: (id) => rm(join(folder, id), { recursive: true, force: true }),
  };
}

function short(release: KeptPending['release']): Pick<Record, 'release'> {
  if (release === undefined) return {};
  const { head, predecessors } = release;
  return { release: { head, predecessors: [...predecessors] } };
}

function recordBytes(record: Omit<Record, 'version'>): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ version: 1, ...record })}\n`);
}

async function recordIn(file: string): Promise<Record | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return Record.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
