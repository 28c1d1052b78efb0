import { z } from 'zod';
import { Refusal } from '../../shared/base/failure.ts';
import { Policy, builtInPolicies } from '../../shared/policy/policy.ts';
import { presetNames, presets } from '../../shared/recipe/presets.ts';
import { Recipe } from '../../shared/recipe/recipe.ts';
import { readLocalFile } from '../node/local-file.ts';

const maximumBytes = 1024 * 1024;

/** The recipe of `--recipe F|preset:NAME` with `--set path=value` applied; values are read as JSON where they are JSON. */
export async function recipeArgument(given: string, settings: readonly string[]): Promise<Recipe> {
  const start = await startingRecipe(given);
  const changed = settings.reduce(applySetting, structuredClone(start) as Record<string, unknown>);
  return parsed(Recipe, changed, given);
}

/** The policy of `--policy F|preset:default|preset:solo|preset:demo`. */
export async function policyArgument(given: string): Promise<Policy> {
  const name = /^preset:(.*)$/.exec(given)?.[1];
  if (name === undefined) return parsed(Policy, await readJson(given), given);
  const known = Object.entries(builtInPolicies).find(([one]) => one === name);
  if (!known)
    throw new Refusal(
      'bad-option',
      `There is no policy ${given}: use preset:default, preset:solo, preset:demo or a file.`,
      { option: 'policy' },
    );
  return known[1];
}

async function startingRecipe(given: string): Promise<unknown> {
  const name = /^preset:(.*)$/.exec(given)?.[1];
  if (name === undefined) return readJson(given);
  const known = presetNames.find((one) => one === name);
  if (!known)
    throw new Refusal('bad-option', `There is no preset ${name}: use ${presetNames.join(', ')} or a file.`, {
      option: 'recipe',
    });
  return presets[known];
}

function applySetting(recipe: Record<string, unknown>, setting: string): Record<string, unknown> {
  const at = setting.indexOf('=');
  const path = setting.slice(0, at).split('.');
  const last = path.pop();
  let target: unknown = recipe;
  for (const step of path) target = isRecord(target) ? target[step] : undefined;
  if (at < 1 || last === undefined || !isRecord(target) || !(last in target))
    throw new Refusal(
      'bad-option',
      `--set ${setting}: a recipe has no ${setting.slice(0, Math.max(at, 0)) || 'such path'}; write path=value.`,
      { option: 'set' },
    );
  target[last] = valueOf(setting.slice(at + 1));
  return recipe;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function readJson(path: string): Promise<unknown> {
  const text = new TextDecoder().decode(await readLocalFile(path, maximumBytes));
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('not-json', `${path} is not JSON.`, { file: path });
  }
}

function parsed<T extends z.ZodType>(schema: T, value: unknown, given: string): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal('bad-parameters', `${given} cannot be used:\n${z.prettifyError(result.error)}`, {
    file: given,
  });
}
