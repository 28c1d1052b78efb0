import type { Json } from '../base/json.ts';
import type { Product } from '../products/product.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { parquetPath, paths, tablePath } from './names.ts';
import type { Release } from './release.ts';
import { tableSchema } from './table-fields.ts';
import { tableTitle } from './table-titles.ts';

/** `datapackage.json` (Frictionless Data Package 2): what the tables are called, their columns, keys and limits. */
export function dataPackage(release: Release, recipe: Recipe): Json {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: release.id,
    id: `urn:freigabe:release:${release.id}`,
    title: release.title,
    version: '1.0.0',
    created: `${release.releaseDate}T00:00:00Z`,
    contributors: [{ title: release.organisation, roles: ['publisher'] }],
    resources: [
      ...recipe.products.flatMap((product) => tableResources(recipe, product)),
      {
        ...csvResource('zones', paths.zonesTable),
        title: 'Zones',
        description: 'The zones that the tables name; their shapes are in zones.geojson.',
        schema: zonesSchema(recipe),
      },
      {
        name: 'zones-geojson',
        title: 'Shapes of the zones',
        path: inPackage(paths.zones),
        format: 'geojson',
        mediatype: 'application/geo+json',
      },
    ],
  };
}

function tableResources(recipe: Recipe, product: Product): readonly Json[] {
  const { title, description } = tableTitle(recipe, product);
  return [
    {
      ...csvResource(product, tablePath(product)),
      title,
      description,
      schema: tableSchema(recipe, product),
    },
    {
      name: `${product}-parquet`,
      title: `${title} (Parquet)`,
      description: 'The same table as the CSV file, cell by cell.',
      path: inPackage(parquetPath(product)),
      format: 'parquet',
      mediatype: 'application/vnd.apache.parquet',
    },
  ];
}

function csvResource(name: string, path: string): Readonly<Record<string, Json>> {
  const kind = { type: 'table', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' };
  return { name, path: inPackage(path), ...kind };
}

function zonesSchema({ levels }: Recipe): Json {
  return {
    fields: [
      {
        name: 'zone_id',
        title: 'Zone',
        description: 'The id by which tables name the zone.',
        type: 'string',
        constraints: { required: true, unique: true },
      },
      { name: 'name', title: 'Name', description: 'What people call the zone.', type: 'string' },
      {
        name: 'level',
        title: 'Level',
        description: '0 for the finest zones; coarser zones, which hold finer ones, have higher levels.',
        type: 'integer',
        constraints: { required: true, minimum: 0, maximum: levels.length },
      },
      {
        name: 'parent',
        title: 'Parent',
        description: 'A coarser zone that this one lies in, where it is known.',
        type: 'string',
      },
    ],
    primaryKey: ['zone_id'],
    missingValues: [''],
  };
}

function inPackage(path: string): string {
  return path.slice('data/'.length);
}
