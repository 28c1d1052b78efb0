import type { Json } from '../base/json.ts';
import { ageBandLabels, genders, unknownCategory } from '../recipe/age-bands.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { paths } from './names.ts';
import type { Release } from './release.ts';
import { type ColumnName, columnsOf } from './table-columns.ts';
import { smallestFigure } from './table-faults.ts';

/** `datapackage.json` (Frictionless Data Package 2): what the tables are called, their columns, keys and limits. */
export function dataPackage(release: Release, recipe: Recipe): Json {
  const schema = footfallSchema(recipe);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: release.id,
    id: `urn:freigabe:release:${release.id}`,
    title: release.title,
    version: '1.0.0',
    created: `${release.releaseDate}T00:00:00Z`,
    contributors: [{ title: release.organisation, roles: ['publisher'] }],
    resources: [
      {
        name: 'footfall',
        path: inPackage(paths.table),
        type: 'table',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema,
      },
      {
        name: 'footfall-parquet',
        path: inPackage(paths.parquet),
        format: 'parquet',
        mediatype: 'application/vnd.apache.parquet',
      },
      {
        name: 'zones',
        path: inPackage(paths.zonesTable),
        type: 'table',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema: {
          fields: [
            { name: 'zone_id', type: 'string', constraints: { required: true, unique: true } },
            { name: 'name', type: 'string' },
          ],
          primaryKey: ['zone_id'],
          missingValues: [''],
        },
      },
      {
        name: 'zones-geojson',
        path: inPackage(paths.zones),
        format: 'geojson',
        mediatype: 'application/geo+json',
      },
    ],
  };
}

function inPackage(path: string): string {
  return path.slice('data/'.length);
}

function footfallSchema(recipe: Recipe): Json {
  const columns = columnsOf(recipe);
  return {
    fields: columns.map((name) => fields[name](recipe)),
    primaryKey: columns.filter((name) => ['zone_id', 'start', 'age_band', 'gender'].includes(name)),
    foreignKeys: [{ fields: ['zone_id'], reference: { resource: 'zones', fields: ['zone_id'] } }],
    missingValues: [''],
  };
}

const required = { required: true } as const;
const fields: Readonly<Record<ColumnName, (recipe: Recipe) => Json>> = {
  zone_id: () => ({ name: 'zone_id', type: 'string', constraints: required }),
  start: () => ({
    name: 'start',
    type: 'datetime',
    description: 'Start of the bin, UTC',
    constraints: required,
  }),
  start_local: ({ timeZone }) => ({
    name: 'start_local',
    type: 'string',
    description: `The same instant in ${timeZone}, with its offset`,
    constraints: required,
  }),
  age_band: (recipe) => ({
    name: 'age_band',
    type: 'string',
    constraints: { ...required, enum: [...ageBandLabels(recipe.ageBreaks), ...unknownOf(recipe)] },
  }),
  gender: (recipe) => ({
    name: 'gender',
    type: 'string',
    constraints: {
      ...required,
      enum: [...genders.filter((g) => g !== unknownCategory), ...unknownOf(recipe)],
    },
  }),
  persons: (recipe) => ({
    name: 'persons',
    type: 'integer',
    description: `Distinct persons, rounded to ${recipe.roundingBase}; 0 or at least ${smallestFigure(recipe)}`,
    constraints: { minimum: 0 },
  }),
  status: () => ({
    name: 'status',
    type: 'string',
    constraints: { ...required, enum: ['published', 'suppressed', 'zero'] },
  }),
};

function unknownOf(recipe: Recipe): readonly string[] {
  return recipe.missingCategory === 'own' ? [unknownCategory] : [];
}
