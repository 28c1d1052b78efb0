import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { fromUtf8 } from '../../../shared/base/bytes.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import type { BundleContents } from '../../../shared/bundle/bundle-contents.ts';
import { sealBundle } from '../../../shared/bundle/seal.ts';
import { smallestFigure } from '../../../shared/bundle/table-figures.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { productNames } from '../../../shared/products/product.ts';
import { smallContents, smallRecipe, smallRows, smallTables, tablesOf } from '../../support/small-bundle.ts';
import { filesOf } from '../../support/tampered-bundle.ts';

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  return fromUtf8(files.get(path) ?? new Uint8Array()) ?? '';
}

/** The policy that the bundle of a policy carries. */
function policyIn(policy: BundleContents['policy']): unknown {
  const { bytes } = sealBundle(smallContents({ policy }), nodeCrypto);
  return JSON.parse(textOf(filesOf(bytes), 'data/recipe/policy.json'));
}

/** The smallest figure of the small recipe with another threshold and rounding. */
function figure(minimumPersons: number, roundingBase: number): number {
  return smallestFigure({ ...smallRecipe, minimumPersons, roundingBase });
}

function refusalOf(change: Partial<BundleContents>): string {
  try {
    sealBundle(smallContents(change), nodeCrypto);
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code;
    throw error;
  }
  return 'sealed';
}

/** Zones with one that has no shape. */
function oneZone(
  properties: BundleContents['zones']['features'][number]['properties'],
): BundleContents['zones'] {
  return {
    type: 'FeatureCollection',
    features: [{ properties, geometry: { type: 'Polygon', coordinates: [] } }],
  };
}

describe('sealing', () => {
  const sealed = sealBundle(smallContents(), nodeCrypto);
  const files = filesOf(sealed.bytes);

  it.each([
    [
      'dwell',
      'zone_id,start,start_local,dwell_minutes,age_band,gender,persons,status',
      'b2,2026-05-04T14:00:00Z,2026-05-04T16:00:00+02:00,5-15,0-17,male,,suppressed',
    ],
    ['frequency', 'zone_id,days_visited,age_band,gender,persons,status', 'a1,2-3,0-17,male,,suppressed'],
    [
      'flows',
      'origin_zone_id,destination_zone_id,start,start_local,age_band,gender,persons,status',
      'a1,b2,2026-05-04T14:00:00Z,2026-05-04T16:00:00+02:00,0-17,male,,suppressed',
    ],
    ['catchment', 'zone_id,home_zone_id,age_band,gender,persons,status', 'a1,a1,0-17,male,,suppressed'],
  ] as const)('writes the table of %s with its columns', (product, header, row) => {
    const lines = textOf(files, `data/tables/${product}.csv`).split('\n');
    expect(lines.slice(0, 2)).toEqual([header, row]);
    expect(lines).toHaveLength(smallTables[product].length + 2);
    expect(files.has(`data/tables/${product}.parquet`)).toBe(true);
  });

  it('holds the tables of the recipe and no others', () => {
    const recipe = { ...smallRecipe, products: ['frequency' as const] };
    const few = filesOf(sealBundle(smallContents({ recipe }), nodeCrypto).bytes);
    expect([...few.keys()].filter((path) => path.startsWith('data/tables/'))).toEqual([
      'data/tables/frequency.csv',
      'data/tables/frequency.parquet',
      'data/tables/zones.csv',
    ]);
  });

  it('writes the footfall table sorted, with the columns of the recipe', () => {
    const lines = textOf(files, 'data/tables/footfall.csv').split('\n');
    expect(lines[0]).toBe('zone_id,start,start_local,age_band,gender,persons,status');
    expect(lines[1]).toBe('a1,2026-05-04T15:00:00Z,2026-05-04T17:00:00+02:00,0-17,male,,suppressed');
    expect(lines[2]).toBe('a1,2026-05-04T15:00:00Z,2026-05-04T17:00:00+02:00,18-29,female,170,published');
    expect(lines).toHaveLength(smallRows.length + 2);
  });

  it('names the release by date, recipe and table, and nothing else', () => {
    expect(sealed.releaseId).toMatch(/^freigabe-2026-05-20-[0-9a-f]{8}$/);
    expect(sealBundle(smallContents({ organisation: 'X' }), nodeCrypto).releaseId).toBe(sealed.releaseId);
    const others = productNames.map((product) => {
      const tables = tablesOf(smallRecipe, { [product]: smallTables[product].slice(4) });
      return sealBundle(smallContents({ tables }), nodeCrypto).releaseId;
    });
    expect(new Set([sealed.releaseId, ...others]).size).toBe(6);
    expect(sealed.releaseDigest).toBe(
      createHash('sha256')
        .update(files.get('tagmanifest-sha256.txt') ?? '')
        .digest('hex'),
    );
  });

  it('rounds shapes to 6 decimals, sorts them and quotes names only where needed', () => {
    expect(textOf(files, 'data/geo/zones.geojson')).toContain('[12.345679,51.3]');
    expect(textOf(files, 'data/tables/zones.csv')).toBe(
      'zone_id,name,level,parent\na1,,0,\nb2,"Mitte, ""Süd""",0,region\nregion,,1,\n',
    );
  });

  it('prints the predicate literally wherever the method is told', () => {
    const predicate =
      'published only if distinct persons >= 20, counted before noise, rounding and extrapolation';
    for (const path of [
      'release.json',
      'data/evidence/evidence.json',
      'data/evidence/method.en.txt',
      'data/evidence/method.de.txt',
    ])
      expect(textOf(files, path)).toContain(predicate);
  });

  it('gives the same bytes for rows in any order', () => {
    const tables = tablesOf(smallRecipe).map(({ product, rows }) => ({
      product,
      rows: [...rows].toSorted((a, b) => (a.persons ?? 0) - (b.persons ?? 0)).values(),
    }));
    expect(sealBundle(smallContents({ tables }), nodeCrypto).bytes).toEqual(sealed.bytes);
  });

  it('gives the same bytes in every time zone and language', () => {
    const script = fileURLToPath(new URL('../../support/print-sealed-digest.ts', import.meta.url));
    const digests = [
      { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
    ].map((env) =>
      execFileSync(process.execPath, ['--import', 'tsx', script], {
        env: { ...process.env, ...env },
        encoding: 'utf8',
      }).trim(),
    );
    expect(new Set(digests)).toEqual(new Set([createHash('sha256').update(sealed.bytes).digest('hex')]));
  });

  it('names what the policy withholds and does not tell it', () => {
    const rules = { percent: 7, dominanceOne: 61 };
    const policy = { ...builtInPolicies.default, concentration: rules };
    expect(policyIn(policy)).toEqual({ ...policy, concentration: 'withheld', withheld: ['concentration'] });
    expect(policyIn({ ...policy, withheld: [] })).toEqual({ ...policy, withheld: [] });
  });

  it('rounds the threshold to the nearest multiple, ties up', () => {
    expect([
      figure(20, 1),
      figure(20, 10),
      figure(14, 10),
      figure(15, 10),
      figure(16, 5),
      figure(5, 2),
    ]).toEqual([20, 20, 10, 20, 15, 6]);
  });

  it.each<[string, Partial<BundleContents>]>([
    ['recipe-not-resolved', { recipe: { ...smallRecipe, releaseDate: '' } }],
    ['recipe-not-resolved', { recipe: { ...smallRecipe, period: null } }],
    ['recipe-not-resolved', { recipe: { ...smallRecipe, terms: { ...smallRecipe.terms, purpose: '' } } }],
    ['policy-violated', { recipe: { ...smallRecipe, minimumPersons: 4, roundingBase: 1 } }],
    ['organisation-unfit', { organisation: 'two\nlines' }],
    ['organisation-unfit', { organisation: '\u001bc' }],
    ['organisation-unfit', { organisation: 'bell\u0007' }],
    ['organisation-unfit', { organisation: 'two\u2028lines' }],
    ['organisation-unfit', { organisation: ' blank' }],
    ['organisation-unfit', { organisation: 'x'.repeat(201) }],
    [
      'table-unfit',
      { tables: tablesOf(smallRecipe, { footfall: [...smallRows, ...smallRows.slice(0, 1)] }) },
    ],
    ['table-unfit', { tables: tablesOf(smallRecipe, { dwell: smallRows }) }],
    ['table-unfit', { tables: tablesOf(smallRecipe).slice(1) }],
    ['table-unfit', { tables: tablesOf(smallRecipe).toReversed() }],
    ['table-unfit', { recipe: { ...smallRecipe, levels: [] } }],
    ['table-unfit', { recipe: { ...smallRecipe, byGender: false } }],
    ['table-unfit', { recipe: { ...smallRecipe, minimumPersons: 200 } }],
    ['zones-unfit', { zones: oneZone({ zone_id: '=1+1' }) }],
    ['zones-unfit', { zones: oneZone({ zone_id: 'all' }) }],
    ['zones-unfit', { zones: oneZone({ zone_id: 'unknown' }) }],
    ['zones-unfit', { zones: oneZone({ zone_id: 'a', level: 4 }) }],
    ['zones-unfit', { zones: oneZone({ zone_id: 'a', parent: 'a' }) }],
  ])('refuses with %s', (code, change) => {
    expect(refusalOf(change)).toBe(code);
  });
});
