import { createHash } from 'node:crypto';
import type { BundleContents } from '../../../../shared/bundle/bundle-contents.ts';
import { sealedAt, signedBy } from '../../../support/listed-release.ts';
import { smallContents } from '../../../support/small-bundle.ts';
import { drawn } from '../../bundle/drawn.ts';
import { manyRows } from '../../bundle/many-rows.ts';

/** Seals and signs two bundles, rows and zones in an order drawn from the first argument, and prints what the machine is set to. */
const [seed = '0'] = process.argv.slice(2);

function shuffled<T>(all: Iterable<T>): readonly T[] {
  const next = drawn(Number(seed));
  return [...all]
    .map((one) => ({ one, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function inAnotherOrder(contents: BundleContents): Partial<BundleContents> {
  const { zones, tables } = contents;
  return {
    ...contents,
    tables: tables.map(({ product, rows }) => ({ product, rows: shuffled(rows) })),
    zones: { ...zones, features: shuffled(zones.features) },
  };
}

const bundles: Uint8Array[] = [];
for (const contents of [smallContents(), smallContents(manyRows(5))])
  bundles.push(await signedBy(sealedAt(3, inAnotherOrder(contents))));
const digests = bundles.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
const noon = new Date(Date.UTC(2026, 4, 4, 12)).toString();
process.stdout.write(
  JSON.stringify({ digests, machine: { locale, timeZone, noon, umask: process.umask() } }),
);
