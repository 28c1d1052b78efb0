import { z } from 'zod';
import type { Json } from '../base/json.ts';
import { Policy } from '../policy/policy.ts';
import { Recipe } from '../recipe/recipe.ts';
import { Build, Evidence } from './evidence.ts';
import { schemaId, type SchemaName } from './names.ts';
import { Release } from './release.ts';
import { Statement } from './statement.ts';
import { ZoneCollection } from './zones.ts';

const shapes: Readonly<Record<SchemaName, z.ZodType>> = {
  approval: Statement,
  build: Build,
  evidence: Evidence,
  policy: Policy,
  recipe: Recipe,
  release: Release,
  zones: ZoneCollection,
};

/** The JSON Schema (2020-12) of a JSON file of the bundle, made from the shape that reads it. */
export function jsonSchema(name: SchemaName): Json {
  const schema = z.toJSONSchema(shapes[name], { target: 'draft-2020-12', unrepresentable: 'any' });
  return JSON.parse(JSON.stringify({ ...schema, $id: schemaId(name) })) as Json;
}
