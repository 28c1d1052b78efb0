import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { daysFromIso, isoDay } from '../../shared/base/calendar.ts';
import { readStatementFile } from '../../shared/bundle/external-signature.ts';
import { KeptDecision } from '../../shared/ipc/decision.ts';
import type { DecisionStore } from '../handlers/ports/decision-store.ts';
import { writeAtomic } from './atomic-file.ts';

/** How long what somebody signed stays: five years for a draft that was rejected, ten for a release that was withdrawn. */
const keptDays = { reject: 5 * 365, withdraw: 10 * 365 } as const;
const Kept = z.strictObject({ version: z.literal(1), kept: KeptDecision });

/**
 * Keeps rejections and withdrawals in `folder`, for its owner only: `<name>.json` and `<name>.json.sig`, as they were signed, and
 * `<name>.kept.json`, which says until when. Names of people are in them, so each is deleted once its day has come.
 */
export function createDecisionStore(folder: string, today: () => string): DecisionStore {
  return {
    async keep(statement, signature) {
      const kept = keptOf(statement);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = join(folder, nameOf(kept));
      await writeAtomic(`${name}.json`, statement);
      await writeAtomic(`${name}.json.sig`, signature);
      const record = `${JSON.stringify({ version: 1, kept })}\n`;
      await writeAtomic(`${name}.kept.json`, new TextEncoder().encode(record));
      return kept;
    },
    async about(digest) {
      const all = await readAll(folder);
      const over = all.filter(({ keepUntil }) => keepUntil < today());
      await Promise.all(over.map((kept) => forget(folder, kept)));
      return all
        .filter((kept) => kept.digest === digest && !over.includes(kept))
        .toSorted((a, b) => (a.claimedTime < b.claimedTime ? -1 : 1));
    },
  };
}

function keptOf(bytes: Uint8Array): KeptDecision {
  const { predicate, subject } = readStatementFile(bytes);
  const { decision, role, signer, releaseId, claimedTime, comment } = predicate;
  if (decision !== 'reject' && decision !== 'withdraw')
    throw new Error('only rejections and withdrawals are kept');
  const day = daysFromIso(claimedTime.slice(0, 10)) ?? 0;
  const keepUntil = isoDay(day + keptDays[decision]);
  return {
    decision,
    digest: subject[0].digest.sha256,
    releaseId,
    signer,
    role,
    claimedTime,
    comment,
    keepUntil,
  };
}

function nameOf({ digest, decision, role, claimedTime }: KeptDecision): string {
  return [digest.slice(0, 16), claimedTime.replaceAll(/[^0-9]/g, ''), role, decision].join('-');
}

async function readAll(folder: string): Promise<readonly KeptDecision[]> {
  const names = await readdir(folder).catch(() => []);
  const read = names
    .filter((name) => name.endsWith('.kept.json'))
    .map(async (name) => keptIn(await readFile(join(folder, name), 'utf8')));
  return (await Promise.all(read)).filter((kept) => kept !== undefined);
}

function keptIn(text: string): KeptDecision | undefined {
  try {
    return Kept.safeParse(JSON.parse(text)).data?.kept;
  } catch {
    return undefined;
  }
}

async function forget(folder: string, kept: KeptDecision): Promise<void> {
  const name = join(folder, nameOf(kept));
  const files = [`${name}.json`, `${name}.json.sig`, `${name}.kept.json`];
  await Promise.all(files.map((file) => rm(file, { force: true })));
}
