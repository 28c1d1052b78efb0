import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { untold } from '../../support/told-failures.ts';
import { tellTrial } from '../trial.ts';
import type { Tried } from './changes.ts';
import { type HostileFiles, hostileZips } from './hostile-zips.ts';
import { hostileTexts } from './hostile-texts.ts';
import { referenceBundle, referenceTrust } from './reference.ts';

const bundle = await referenceBundle();
const mostSeconds = 2;
const mostKibibytes = 256 * 1024;

/** Every hostile file gives exactly its codes, in at most 2 s of processor time and 256 MB more than before. */
async function judged(hostile: HostileFiles): Promise<Tried> {
  const missed: string[] = [];
  for (const [name, [make, codes]] of Object.entries(hostile)) {
    const bytes = make();
    const [before, peak] = [process.cpuUsage(), process.resourceUsage().maxRSS];
    const report = await verifyBundle(bytes, referenceTrust, nodeCrypto);
    const { user, system } = process.cpuUsage(before);
    const grown = process.resourceUsage().maxRSS - peak;
    const found = report.checks.flatMap((check) => (check.ok ? [] : [check.code]));
    if (report.outcome !== 'rejected' || found.join() !== codes.join())
      missed.push(`${name}: ${found.join(', ')} instead of ${codes.join(', ')}`);
    if (untold(report).length > 0) missed.push(`${name}: ${untold(report).join(', ')}`);
    if (grown > mostKibibytes || (user + system) / 1e6 > mostSeconds)
      missed.push(`${name}: took ${(user + system) / 1e6} s and ${grown} KiB`);
  }
  return { trials: Object.keys(hostile).length, missed };
}

describe('hostile files', () => {
  it.each([
    ['B5', 'named hostile archives, exact codes, under 2 s and 256 MB', () => hostileZips(bundle), 60],
    ['B6', 'named hostile manifests and JSON, exact codes', () => hostileTexts(bundle), 40],
  ] as const)(
    '%s: %s',
    async (id, what, make, least) => {
      const started = performance.now();
      const { trials, missed } = await judged(await make());
      tellTrial({ id, what, trials, failed: missed.length, seconds: (performance.now() - started) / 1000 });
      expect(missed).toEqual([]);
      expect(trials).toBeGreaterThanOrEqual(least);
    },
    600_000,
  );
});
