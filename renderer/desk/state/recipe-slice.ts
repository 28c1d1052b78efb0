import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { presetNames, presets } from '../../../shared/recipe/presets.ts';
import { failureOf } from './failure-of.ts';
import { unwritten } from './first-words.ts';
import { neededBy, switchedTo } from './guarantee-switch.ts';
import { changeHistory, redoHistory, startHistory, undoHistory } from './history.ts';
import { presetFields } from './preset-fields.ts';
import { recipeFromFile } from './recipe-from-file.ts';
import type { RecipeFile } from '../../../shared/ipc/contract.ts';
import type { Draft } from './differences.ts';
import type { History } from './history.ts';
import type { Desk, Phase, RecipeSlice } from './desk-state.ts';

const firstDraft: Draft = {
  recipe: { ...presets.conservative, ...unwritten },
  policy: builtInPolicies.default,
  preset: 'conservative',
};

const start = {
  draft: startHistory(firstDraft),
  lastChange: undefined,
  policyFailure: undefined,
  ownRecipes: {},
  leftFromFile: [],
  recipeFailure: undefined,
} as const satisfies Partial<RecipeSlice>;

/** Recipe and policy with undo. Every change of either passes through `apply`. */
export function createRecipeSlice(desk: Desk): RecipeSlice {
  const { get, set, services } = desk;

  function apply(next: Draft, phase: Phase): void {
    const before = get().draft.settled;
    const draft = changeHistory(get().draft, next, phase);
    if (draft.past === get().draft.past) return set({ draft });
    set({ draft, lastChange: { kind: 'change', before, after: draft.settled }, leftFromFile: [] });
  }

  function walk(kind: 'undo' | 'redo', move: (history: History<Draft>) => History<Draft>): void {
    const before = get().draft.present;
    const draft = move(get().draft);
    if (draft === get().draft) return;
    set({ draft, lastChange: { kind, before, after: draft.present }, leftFromFile: [] });
  }

  function applyFile({ name, recipe: file }: RecipeFile): void {
    const { present } = get().draft;
    const { recipe, left } = recipeFromFile(file, present.recipe, get().understanding);
    apply({ ...present, recipe, preset: name }, 'commit');
    set({ leftFromFile: left });
  }

  return {
    ...start,
    changeRecipe(change, phase = 'commit') {
      const { present } = get().draft;
      apply({ ...present, recipe: { ...present.recipe, ...change } }, phase);
    },
    chooseGuarantee(kind) {
      const { present } = get().draft;
      apply({ ...present, recipe: switchedTo(kind, present.recipe, get().understanding) }, 'commit');
    },
    choosePreset(chosen) {
      const name = presetNames.find((known) => known === chosen);
      const own = get().ownRecipes[chosen];
      if (name === undefined) return own && applyFile({ name: chosen, recipe: own });
      const { present } = get().draft;
      const decided = Object.fromEntries(presetFields.map((field) => [field, presets[name][field]]));
      const recipe = { ...present.recipe, ...decided };
      const needed = neededBy(recipe, get().understanding);
      apply({ ...present, recipe: { ...recipe, ...needed }, preset: name }, 'commit');
    },
    setPolicy(policy) {
      set({ policyFailure: undefined });
      apply({ ...get().draft.present, policy }, 'commit');
    },
    async openPolicy() {
      try {
        const policy = await services.main.call('policy.open', {});
        if (policy !== undefined) get().setPolicy(policy);
      } catch (thrown) {
        set({ policyFailure: failureOf(thrown) });
      }
    },
    ...recipeFiles(desk, applyFile),
    undo: () => walk('undo', undoHistory),
    redo: () => walk('redo', redoHistory),
  };
}

/** Recipes of the officer's own, in files. */
function recipeFiles(
  { get, set, services }: Desk,
  applyFile: (file: RecipeFile) => void,
): Pick<RecipeSlice, 'openRecipe' | 'saveRecipe'> {
  const keep = ({ name, recipe }: RecipeFile): void =>
    set({ recipeFailure: undefined, ownRecipes: { ...get().ownRecipes, [name]: recipe } });
  return {
    async openRecipe() {
      try {
        const file = await services.main.call('recipe.open', {});
        if (file === undefined) return;
        keep(file);
        applyFile(file);
      } catch (thrown) {
        set({ recipeFailure: failureOf(thrown) });
      }
    },
    async saveRecipe() {
      const { recipe } = get().draft.present;
      try {
        const saved = await services.main.call('recipe.save', {
          recipe,
          suggestedName: fileName(recipe.title),
        });
        if (saved !== undefined) keep({ name: saved.name, recipe });
      } catch (thrown) {
        set({ recipeFailure: failureOf(thrown) });
      }
    },
  };
}

/** `Footfall in town` becomes `footfall-in-town.recipe.json`. */
function fileName(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${plain || 'freigabe'}.recipe.json`;
}
