import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import type { ErrorCode } from '../../../shared/bundle/error-codes.ts';
import type { Particular } from '../../../shared/bundle/particular.ts';
import type { CheckId, VerificationReport } from '../../../shared/bundle/report.ts';
import type { BundleContents } from '../../../shared/bundle/bundle-contents.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { type Product, productNames } from '../../../shared/products/product.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import {
  smallContents,
  smallRecipe,
  smallRelease,
  smallTables,
  smallTrust,
} from '../../support/small-bundle.ts';
import { editText, filesOf, repacked, resealed } from '../../support/tampered-bundle.ts';
import { untold } from '../../support/told-failures.ts';

async function verify(bytes: Uint8Array): Promise<VerificationReport> {
  const report = await verifyBundle(bytes, smallTrust(), nodeCrypto);
  expect(untold(report)).toEqual([]);
  return report;
}

async function codesOf(bytes: Uint8Array): Promise<readonly (ErrorCode | undefined)[]> {
  return (await verify(bytes)).checks.filter(({ ok }) => !ok).map(({ code }) => code);
}

async function particularsOf(
  id: CheckId,
  edit: (files: Map<string, Uint8Array>) => void,
): Promise<readonly Particular[]> {
  const { checks } = await verify(await resealed(await smallRelease(), edit));
  return checks.flatMap((check) => (!check.ok && check.id === id ? check.particulars : []));
}

describe.each(productNames)('the table of %s', (product) => {
  const csv = `data/tables/${product}.csv`;
  const parquet = `data/tables/${product}.parquet`;
  const figure = `,${smallTables[product][0]?.persons},published`;

  it('belongs to the bundle, as CSV and as Parquet', async () => {
    for (const path of [csv, parquet]) {
      // oxlint-disable-next-line no-await-in-loop -- two
      const { checks } = await verify(repacked(await smallRelease(), (files) => files.delete(path)));
      expect(checks.find(({ ok }) => !ok)).toMatchObject({
        code: 'E_MISSING_FILE',
        particulars: [{ what: 'files-missing', values: { paths: path } }],
      });
    }
  });

  it('does not belong to the bundle of a recipe without it', async () => {
    const [with_, recipe] = [await smallRelease(), without(product)];
    const added = repacked(await smallRelease({ recipe }), (files) => {
      for (const path of [csv, parquet]) files.set(path, filesOf(with_).get(path) ?? new Uint8Array());
    });
    expect(await codesOf(added)).toEqual(['E_EXTRA_FILE']);
  });

  it('is found changed, and named', async () => {
    const edit = editText(csv, (text) => text.replace(figure, ',990,published'));
    const { checks } = await verify(repacked(await smallRelease(), edit));
    expect(checks.find(({ code }) => code === 'E_DIGEST')).toMatchObject({
      particulars: [{ what: 'files-changed', values: { paths: csv } }],
    });
  });

  it('is held against the recipe, whoever signed it', async () => {
    const edit = editText(csv, (text) => text.replace(figure, ',10,published'));
    expect(await particularsOf('recipe', edit)).toMatchObject([
      { what: 'figure-too-small', place: { path: csv } },
    ]);
  });

  it('may not have parts that exceed its totals, whoever signed it', async () => {
    const edit = editText(csv, (text) => text.replace(figure, ',9990,published'));
    const [fault] = await particularsOf('recipe', edit);
    expect(fault).toMatchObject({ what: 'parts-exceed', place: { path: csv } });
  });

  it('is the same in Parquet', async () => {
    const [fault] = await particularsOf(
      'parquet',
      editText(csv, (text) => text.replace(figure, ',20,published')),
    );
    expect(fault).toMatchObject({
      what: 'parquet-cell',
      values: { column: 'persons' },
      place: { path: parquet },
    });
  });
});

/** The small recipe without one product. */
function without(product: Product): Recipe {
  return { ...smallRecipe, products: smallRecipe.products.filter((one) => one !== product) };
}

describe('what a release promises', () => {
  it('is told in release.json, and differential privacy with its numbers', async () => {
    const report = await verify(await smallRelease(noisyContents()));
    expect(report.outcome).toBe('release');
    expect(report.contents?.release).toMatchObject({
      products: ['footfall', 'frequency'],
      guarantee: { kind: 'differentialPrivacy', rho: '0.1', epsilon: '2.1420', deltaExponent: 6 },
      predicate: 'published only if the noisy count of distinct persons >= 20',
    });
    expect((await verify(await smallRelease())).contents?.release.guarantee).toEqual({
      kind: 'classical',
      cellKeyNoise: false,
    });
  });

  it('cannot be a smaller epsilon than its rho gives', async () => {
    const edit = editText('release.json', (text) => text.replace('"2.1420"', '"2.1400"'));
    expect(await codesOf(await resealed(await smallRelease(noisyContents()), edit))).toEqual(['E_RELEASE']);
  });
});

/** Contents with differential privacy, which has no coarser levels: two products, the finest zones. */
function noisyContents(): Partial<BundleContents> {
  const features = smallContents().zones.features.flatMap(({ properties, geometry }) =>
    properties.level === 1 ? [] : [{ properties: { zone_id: properties.zone_id }, geometry }],
  );
  return {
    recipe: {
      ...smallRecipe,
      products: ['footfall', 'frequency'],
      levels: [],
      maximumGroupsPerPersonDay: 24,
      guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
    },
    zones: { type: 'FeatureCollection', features },
  };
}

describe('the recipe of a bundle', () => {
  it('that cannot be read is what is found, and not every table', async () => {
    const edit = editText('data/recipe/recipe.json', (text) => text.slice(1));
    const { checks } = await verify(repacked(await smallRelease(), edit));
    expect(checks.filter(({ ok }) => !ok)).toMatchObject([
      { code: 'E_DIGEST', particulars: [{ values: { paths: 'data/recipe/recipe.json' } }] },
    ]);
  });
});

describe('zones', () => {
  it('name parents of a coarser level, and levels the recipe has', async () => {
    const zones = 'data/geo/zones.geojson';
    const inLevel = (level: number) =>
      editText(zones, (text) =>
        text.replace('"level":1,"zone_id":"region"', `"level":${level},"zone_id":"region"`),
      );
    expect(await particularsOf('zones', inLevel(0))).toMatchObject([
      { what: 'zone-parent', place: { path: zones } },
    ]);
    const [fault] = await particularsOf('recipe', inLevel(2));
    expect(fault).toMatchObject({ what: 'zone-level', place: { path: zones } });
  });
});
