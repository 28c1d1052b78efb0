import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { failureOf } from './failure-of.ts';
import { unwritten } from './first-words.ts';
import { changeHistory, redoHistory, startHistory, undoHistory } from './history.ts';
import { presetFields } from './preset-fields.ts';
import type { Draft } from './differences.ts';
import type { History } from './history.ts';
import type { Desk, Phase, RecipeSlice } from './desk-state.ts';

const firstDraft: Draft = {
  recipe: { ...presets.conservative, ...unwritten },
  policy: builtInPolicies.default,
  preset: 'conservative',
};

/** Recipe and policy with undo. Every change of either passes through `apply`. */
export function createRecipeSlice({ get, set, services }: Desk): RecipeSlice {
  function apply(next: Draft, phase: Phase): void {
    const before = get().draft.settled;
    const draft = changeHistory(get().draft, next, phase);
    if (draft.past === get().draft.past) return set({ draft });
    set({ draft, lastChange: { kind: 'change', before, after: draft.settled } });
  }

  function walk(kind: 'undo' | 'redo', move: (history: History<Draft>) => History<Draft>): void {
    const before = get().draft.present;
    const draft = move(get().draft);
    if (draft === get().draft) return;
    set({ draft, lastChange: { kind, before, after: draft.present } });
  }

  return {
    draft: startHistory(firstDraft),
    lastChange: undefined,
    policyFailure: undefined,
    changeRecipe(change, phase = 'commit') {
      const { present } = get().draft;
      apply({ ...present, recipe: { ...present.recipe, ...change } }, phase);
    },
    choosePreset(name) {
      const { present } = get().draft;
      const chosen = Object.fromEntries(presetFields.map((field) => [field, presets[name][field]]));
      apply({ ...present, recipe: { ...present.recipe, ...chosen }, preset: name }, 'commit');
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
    undo: () => walk('undo', undoHistory),
    redo: () => walk('redo', redoHistory),
  };
}
