import { describe, expect, it } from 'vitest';
import { dataPackage } from '../../../shared/bundle/data-package.ts';
import { releaseRecord } from '../../../shared/bundle/release.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { productNames } from '../../../shared/products/product.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { smallRecipe } from '../../support/small-bundle.ts';

interface Field {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly constraints?: { readonly enum?: readonly string[]; readonly minimum?: number };
}
interface Resource {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly schema?: {
    readonly fields: readonly Field[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly { readonly fields: readonly string[] }[];
  };
}

function resources(recipe: Recipe): readonly Resource[] {
  const record = releaseRecord({
    recipe,
    policy: builtInPolicies.default,
    organisation: 'Beispielnetz GmbH',
    id: 'freigabe-2026-05-20-01234567',
    ledger: null,
  });
  return (dataPackage(record, recipe) as unknown as { readonly resources: readonly Resource[] }).resources;
}

function resource(name: string, recipe = smallRecipe): Resource {
  const found = resources(recipe).find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

function field(table: string, column: string, recipe = smallRecipe): Field {
  const found = resource(table, recipe).schema?.fields.find(({ name }) => name === column);
  if (found === undefined) throw new Error(column);
  return found;
}

function values(table: string, column: string, recipe = smallRecipe): readonly string[] | undefined {
  return field(table, column, recipe).constraints?.enum;
}

describe('datapackage.json', () => {
  it('describes the tables of the recipe, each twice, and the zones', () => {
    expect(resources(smallRecipe).map(({ path }) => path)).toEqual([
      ...productNames.flatMap((product) => [`tables/${product}.csv`, `tables/${product}.parquet`]),
      'tables/zones.csv',
      'geo/zones.geojson',
    ]);
    expect(resources({ ...smallRecipe, products: ['flows'] })).toHaveLength(4);
  });

  it.each(productNames)('says of %s what it is, and that persons do not add up', (product) => {
    const { title, description } = resource(product);
    expect(title.length).toBeGreaterThan(20);
    expect(description).toContain('do not add up over times or zones');
    expect(field(product, 'persons').description).toContain('Does not add up over times or zones');
    for (const { name } of resource(product).schema?.fields ?? []) {
      expect(field(product, name).title).not.toBe('');
      expect(field(product, name).description).toMatch(/\.$/);
    }
  });

  it.each([
    ['footfall', ['zone_id', 'start', 'age_band', 'gender'], ['zone_id']],
    ['dwell', ['zone_id', 'start', 'dwell_minutes', 'age_band', 'gender'], ['zone_id']],
    ['frequency', ['zone_id', 'days_visited', 'age_band', 'gender'], ['zone_id']],
    [
      'flows',
      ['origin_zone_id', 'destination_zone_id', 'start', 'age_band', 'gender'],
      ['origin_zone_id', 'destination_zone_id'],
    ],
    ['catchment', ['zone_id', 'home_zone_id', 'age_band', 'gender'], ['zone_id']],
  ])('tells the keys of %s', (product, primary, foreign) => {
    const { schema } = resource(product);
    expect(schema?.primaryKey).toEqual(primary);
    expect(schema?.foreignKeys?.flatMap(({ fields }) => fields)).toEqual(foreign);
  });

  it('lists the values of the bands, with totals only where the recipe gives them', () => {
    expect(values('dwell', 'dwell_minutes')).toEqual(['0-5', '5-15', '15-60', '60-240', '240+', 'all']);
    expect(values('frequency', 'days_visited')).toEqual(['1', '2-3', '4-7', '8+', 'all']);
    expect(values('flows', 'age_band')).toEqual(['0-17', '18-29', '30+', 'unknown', 'all']);
    const plain: Recipe = { ...smallRecipe, totals: false, missingCategory: 'drop' };
    expect(values('catchment', 'gender', plain)).toEqual(['female', 'male', 'diverse']);
    expect(values('frequency', 'days_visited', plain)).not.toContain('all');
  });

  it('tells how exact the figures are, and the smallest', () => {
    expect(field('dwell', 'persons').description).toContain('rounded to 10');
    expect(field('dwell', 'persons').constraints?.minimum).toBe(20);
    const noisy: Recipe = {
      ...smallRecipe,
      roundingBase: 1,
      guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
    };
    expect(field('dwell', 'persons', noisy).description).toContain('with random noise.');
    expect(resource('flows', { ...smallRecipe, maximumGroupsPerPersonDay: 24 }).title).toContain(
      'at most 24 groups per person and day',
    );
  });
});
