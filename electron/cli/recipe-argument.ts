import { z } from 'zod';
import { Refusal } from '../../shared/base/failure.ts';
import { Policy, builtInPolicies } from '../../shared/policy/policy.ts';
import { presetNames, presets } from '../../shared/recipe/presets.ts';
import { Recipe } from '../../shared/recipe/recipe.ts';
import { readLocalFile } from '../node/local-file.ts';

const maximumBytes = 1024 * 1024;

/** Help for `--recipe` and `--set`, in the columns of the commands that take them. */
export const recipeHelp = `  --recipe R      a recipe file, or one of
                  ${presetNames.map((name) => `preset:${name}`).join('\n                  ')}
  --set P=V       changes the recipe, as often as needed; lists by commas or as JSON, null for none:
                  --set minimumPersons=20 --set timeBin=day --set terms.purpose=...
                  --set terms.recipientProfile=buyer --set terms.dpiaReference=... --set terms.reviewBy=2027-05-20
                  --set products=footfall,dwell,frequency,flows,catchment --set totals=true
                  --set period=2026-05-04/2026-05-10 --set aim=offers --set machineLike=count
                  --set zones=h3/8 --set levels=1,2 --set presence=stays --set ageBreaks=18,30,50
                  --set sensitivePlaces.categories=hospital,worship --set sensitivePlaces.radiusMetres=300
                  --set guarantee=classical, or guarantee=differentialPrivacy with guarantee.rho=0.05
                  (that one also needs period and maximumGroupsPerPersonDay)
                  --set guarantee.cellKeyNoise=4/1.8/1 (most noise, variance, smallest figure)
                  names: ${setNames()
                    .join(', ')
                    .replace(/(.{60,78}), /g, '$1,\n                  ')}`;

/** The recipe of `--recipe F|preset:NAME` with `--set path=value` applied; how a value is read follows the field. */
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
  const path = setting.slice(0, Math.max(at, 0));
  const steps = path.split('.');
  const last = steps.pop();
  let target: unknown = recipe;
  for (const step of steps) target = isRecord(target) ? target[step] : undefined;
  if (at < 1 || last === undefined || !isRecord(target) || !Object.hasOwn(target, last))
    throw new Refusal(
      'bad-option',
      `--set ${setting}: this recipe has no ${path || 'such path'}; write path=value with one of ${setNames().join(', ')}.`,
      { option: 'set' },
    );
  target[last] = valueOf(path, setting.slice(at + 1), target[last]);
  return recipe;
}

function setNames(): readonly string[] {
  return Object.keys(Recipe.shape).filter((name) => name !== 'version');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Short forms of values that hold several others. */
const shortForms: Readonly<Record<string, (text: string) => unknown>> = {
  period: (text) => {
    const [from, to] = text.split('/');
    return { from, to };
  },
  zones: (text) => {
    const [kind, resolution] = text.split('/');
    return resolution === undefined ? { kind } : { kind, resolution: Number(resolution) };
  },
  guarantee: (text) =>
    Object.values(presets).find(({ guarantee }) => guarantee.kind === text)?.guarantee ?? { kind: text },
  'guarantee.cellKeyNoise': (text) => {
    const [maximumNoise, variance, smallestFigure] = text.split('/');
    return { maximumNoise: Number(maximumNoise), variance, smallestFigure: Number(smallestFigure) };
  },
};

/** JSON where a text is JSON of the kind that stood there before; else a short form, a list by commas, or the text itself. */
function valueOf(path: string, text: string, before: unknown): unknown {
  const json = jsonOf(text);
  if (json === null || isRecord(json) || Array.isArray(json)) return json;
  const short = shortForms[path];
  if (short) return short(text);
  if (Array.isArray(before)) {
    const parts = text.split(',').map((part) => part.trim());
    return parts.filter((part) => part !== '').map((part) => jsonOf(part) ?? part);
  }
  return typeof before === 'string' ? text : (json ?? text);
}

/** undefined where a text is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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
