import { describe, expect, it } from 'vitest';
import { attackEarlier } from '../../../../electron/handlers/attack-earlier.ts';
import type { EarlierTaker } from '../../../../electron/handlers/hand-over-earlier.ts';
import { releaseSeal } from '../../../../electron/handlers/release-seal.ts';
import type { EarlierName } from '../../../../shared/evidence/earlier-name.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { demoRequest, fakeSealPorts } from './fake-ports.ts';

interface Told {
  readonly named: readonly (readonly EarlierName[])[];
  readonly handed: readonly { readonly releaseDigest: string; readonly size: number }[];
  readonly taker: EarlierTaker;
}

/** A vault that notes what it is told, and holds what it was handed. */
function listening(): Told {
  const named: (readonly EarlierName[])[] = [];
  const handed: { releaseDigest: string; size: number }[] = [];
  return {
    named,
    handed,
    taker: {
      nameEarlier: async ({ releases }) => {
        named.push(releases);
        const known = new Set(handed.map(({ releaseDigest }) => releaseDigest));
        return releases.map(({ releaseDigest }) => releaseDigest).filter((digest) => !known.has(digest));
      },
      handEarlier: async ({ releaseDigest, bundle }) => {
        handed.push({ releaseDigest, size: bundle.length });
        return {};
      },
    },
  };
}

const { solo, demo } = builtInPolicies;

/** Ports whose ledger keeps one release of the candidate's day. */
async function afterOneRelease(told: Told) {
  const ports = fakeSealPorts();
  const vault = { ...ports.vault, ...told.taker };
  const keyFile = new Uint8Array([1]);
  const { handle } = ports.ring.add({ info: ports.keys.describe(keyFile), keyFile });
  const outcome = await releaseSeal({ ...ports, vault })({ ...demoRequest, policy: solo, keyHandle: handle });
  if (outcome.kind !== 'exported') throw new Error(outcome.kind);
  return {
    ports: { ...ports, vault },
    receipt: outcome.receipt,
    asked: { recipe: demoRequest.recipe, policy: solo },
  };
}

describe('earlier releases for the vault', () => {
  it('is told before anything is sealed, and of nothing while the ledger is empty', async () => {
    const told = listening();
    await afterOneRelease(told);
    expect(told.named).toEqual([[]]);
    expect(told.handed).toEqual([]);
  });

  it('are named by id, date and digest, and handed over once', async () => {
    const told = listening();
    const { ports, receipt, asked } = await afterOneRelease(told);
    await attackEarlier(ports)(asked);
    await attackEarlier(ports)(asked);
    const name = { releaseId: receipt.releaseId, releaseDate: '2026-11-22', releaseDigest: receipt.digest };
    expect(told.named.slice(1)).toEqual([[name], [name]]);
    expect(told.handed).toEqual([{ releaseDigest: receipt.digest, size: receipt.sizeBytes }]);
  });

  it('are none of another period', async () => {
    const told = listening();
    const { ports, asked } = await afterOneRelease(told);
    const period = { from: '2026-05-05', to: '2026-05-06' };
    await attackEarlier(ports)({ ...asked, recipe: { ...asked.recipe, period } });
    expect(told.named.at(-1)).toEqual([]);
  });

  it('are none for a demonstration', async () => {
    const told = listening();
    const { ports, asked } = await afterOneRelease(told);
    await attackEarlier(ports)({ ...asked, policy: demo });
    expect(told.named.at(-1)).toEqual([]);
  });
});
