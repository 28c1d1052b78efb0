import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { canonicalJsonFile } from '../../shared/base/canonical-json.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { SeenLedger } from '../../shared/checkpoint/seen-ledger.ts';
import { remembered } from '../../shared/checkpoint/witness.ts';
import type { Witness } from '../handlers/ports/witness.ts';
import { writeAtomic } from './atomic-file.ts';
import { withLock } from './ledger-lock.ts';

const WitnessFile = z.strictObject({ v: z.literal(1), ledgers: z.array(SeenLedger) });
const patienceMilliseconds = 10_000;

/** Keeps in `file` what was seen of publishers' ledgers. It is the only proof of an earlier history: back it up. */
export function createWitnessStore(file: string): Witness {
  return {
    seen: () => read(file),
    remember: async (ledger) => {
      await mkdir(dirname(file), { recursive: true });
      await withLock(`${file}.lock`, patienceMilliseconds, async () => {
        const before = await read(file);
        const ledgers = remembered(before, ledger);
        if (ledgers !== before) await writeAtomic(file, canonicalJsonFile({ v: 1, ledgers: [...ledgers] }));
      });
    },
  };
}

async function read(file: string): Promise<readonly SeenLedger[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw unreadable(file);
  });
  if (text === undefined) return [];
  const ledgers = WitnessFile.safeParse(jsonIn(text)).data?.ledgers;
  if (ledgers === undefined) throw unreadable(file);
  return ledgers;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(path: string): Refusal {
  const file = basename(path);
  return new Refusal(
    'witness-unreadable',
    `What was seen of publishers' ledgers, ${file}, cannot be read. Put it back from a copy; without it a changed history would go unnoticed.`,
    { file },
  );
}
