import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { toHex } from '../../../shared/base/hex.ts';
import { writeManifest } from '../../../shared/bundle/manifest.ts';
import { paths, tagPaths } from '../../../shared/bundle/names.ts';
import { verifyFiles } from '../../../shared/bundle/verify-files.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { writeZip } from '../../../shared/bundle/zip-write.ts';
import { sealedAt, signedBy } from '../../support/listed-release.ts';
import { filesOf } from '../../support/tampered-bundle.ts';
import { trials } from '../trial.ts';
import { manyRows } from './many-rows.ts';
import { referenceBundle, referenceTrust } from './reference.ts';
import { tellTried } from './tell-tried.ts';

const mostSeconds = 5;

async function timesOver(times: number, once: () => Promise<void> | void): Promise<readonly number[]> {
  const seconds: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const before = process.cpuUsage();
    await once();
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
  }
  return seconds;
}

function slow(seconds: readonly number[]): { readonly trials: number; readonly missed: readonly string[] } {
  return {
    trials: seconds.length,
    missed: seconds.filter((one) => one > mostSeconds).map((one) => `${one} s`),
  };
}

/** A sealed archive with one table of so many bytes. Its digests hold; its rows would not. */
async function archiveOf(bytes: number): Promise<Uint8Array> {
  const files = filesOf(await referenceBundle());
  files.set('data/tables/frequency.csv', Buffer.alloc(bytes, 'a1,2-3,all,all,330,published\n'));
  const digests = (names: readonly string[]): Uint8Array =>
    writeManifest(
      new Map(names.map((path) => [path, toHex(nodeCrypto.sha256(files.get(path) ?? new Uint8Array()))])),
    );
  files.set(paths.manifest, digests([...files.keys()].filter((path) => path.startsWith('data/'))));
  files.set(paths.tagManifest, digests(tagPaths));
  return writeZip(files);
}

describe('large bundles, in seconds of processor time', () => {
  it('has container, checksums and digests checked', async () => {
    const megabytes = trials(50, 500);
    const bytes = await archiveOf(megabytes * 1e6);
    const what = `container, checksums and digests of ${megabytes} MB, under ${mostSeconds} s of processor time`;
    await tellTried('U1', what, async () =>
      slow(
        await timesOver(trials(1, 3), () => {
          const { checks } = verifyFiles(bytes, nodeCrypto);
          expect(checks.every(({ ok }) => ok)).toBe(true);
        }),
      ),
    );
  }, 300_000);

  it('is verified whole, tables cell by cell', async () => {
    const bytes = await signedBy(sealedAt(0, manyRows(trials(40, 2000))));
    const what = `a whole bundle of ${(bytes.length / 1e6).toFixed(1)} MB, tables and all, under ${mostSeconds} s of processor time`;
    await tellTried('U1-whole', what, async () =>
      slow(
        await timesOver(trials(1, 3), async () => {
          expect((await verifyBundle(bytes, referenceTrust, nodeCrypto)).outcome).toBe('release');
        }),
      ),
    );
  }, 300_000);
});
