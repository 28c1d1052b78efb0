import { describe, expect, it } from 'vitest';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { newDesk } from './open-desk.ts';

const minimum = (desk: ReturnType<typeof newDesk>) =>
  desk.store.getState().draft.present.recipe.minimumPersons;

describe('the recipe', () => {
  it('remembers a drag as one change and restores what was before it', () => {
    const desk = newDesk();
    const { changeRecipe, undo, redo } = desk.store.getState();
    for (const value of [29, 25, 21]) changeRecipe({ minimumPersons: value }, 'drag');
    changeRecipe({ minimumPersons: 20 }, 'commit');
    expect(desk.store.getState().draft.past).toHaveLength(1);
    undo();
    expect(minimum(desk)).toBe(30);
    redo();
    expect(minimum(desk)).toBe(20);
  });

  it('undoes preset and policy too, and forgets what was undone after a new change', () => {
    const desk = newDesk();
    const { choosePreset, setPolicy, changeRecipe, undo, redo } = desk.store.getState();
    choosePreset('swiss-like');
    setPolicy(builtInPolicies.solo);
    undo();
    expect(desk.store.getState().draft.present.policy.id).toBe('default');
    undo();
    expect(desk.store.getState().draft.present).toMatchObject({ preset: 'conservative' });
    changeRecipe({ byGender: true });
    redo();
    expect(desk.store.getState().draft.present).toMatchObject({ preset: 'conservative' });
  });

  it('says what changed', () => {
    const desk = newDesk();
    desk.store.getState().changeRecipe({ minimumPersons: 40 });
    expect(desk.store.getState().lastChange).toMatchObject({
      kind: 'change',
      before: { recipe: { minimumPersons: 30 } },
      after: { recipe: { minimumPersons: 40 } },
    });
  });

  it('keeps terms and zones of the extract when a preset is chosen', () => {
    const desk = newDesk();
    const mine = {
      zones: { kind: 'h3', resolution: 7 },
      title: 'Mine',
      terms: {
        purpose: 'Counts',
        legalBasis: 'TDDDG',
        recipient: 'The town',
        recipientProfile: '',
        dpiaReference: '',
        reviewBy: '',
      },
      period: { from: '2026-05-04', to: '2026-05-06' },
      releaseDate: '2026-05-21',
      timeZone: 'Europe/Lisbon',
    } as const;
    desk.store.getState().changeRecipe(mine);
    desk.store.getState().choosePreset('flowminder-like');
    expect(desk.store.getState().draft.present.recipe).toMatchObject({ ...mine, minimumPersons: 16 });
  });

  it('switches the guarantee with all it needs in one step, and takes it back in one', () => {
    const desk = newDesk();
    const { changeRecipe, chooseGuarantee, undo } = desk.store.getState();
    changeRecipe({ levels: [1], period: { from: '2026-05-04', to: '2026-05-06' } });
    const before = desk.store.getState().draft.present.recipe;
    chooseGuarantee('differentialPrivacy');
    expect(desk.store.getState().draft.past).toHaveLength(2);
    expect(desk.store.getState().draft.present.recipe).toMatchObject({
      guarantee: { kind: 'differentialPrivacy' },
      maximumGroupsPerPersonDay: 24,
      levels: [],
      period: { from: '2026-05-04', to: '2026-05-06' },
    });
    undo();
    expect(desk.store.getState().draft.present.recipe).toEqual(before);
  });

  it('has a preset bring its guarantee and leave the tables', () => {
    const desk = newDesk();
    const { changeRecipe, choosePreset } = desk.store.getState();
    changeRecipe({ products: ['dwell', 'flows'], zones: { kind: 'h3', resolution: 7 } });
    choosePreset('differential-privacy');
    expect(desk.store.getState().draft.present.recipe).toMatchObject({
      guarantee: { kind: 'differentialPrivacy' },
      products: ['dwell', 'flows'],
      zones: { kind: 'h3', resolution: 7 },
    });
    choosePreset('conservative');
    expect(desk.store.getState().draft.present.recipe).toMatchObject({
      guarantee: { kind: 'classical' },
      maximumGroupsPerPersonDay: null,
    });
  });
});

describe('recipes in files', () => {
  const file = { ...presets['swiss-like'], title: 'Ours', zones: { kind: 'h3', resolution: 7 } as const };

  it('are opened as one step and can be chosen again like a preset', async () => {
    const desk = newDesk({ 'recipe.open': () => ({ name: 'ours.json', recipe: file }) });
    await desk.store.getState().openRecipe();
    const { draft, choosePreset } = desk.store.getState();
    expect(draft.past).toHaveLength(1);
    expect(draft.present).toMatchObject({
      preset: 'ours.json',
      recipe: { title: 'Ours', minimumPersons: 20 },
    });
    choosePreset('flowminder-like');
    choosePreset('ours.json');
    expect(desk.store.getState().draft.present.recipe.minimumPersons).toBe(20);
  });

  it('say what was left out, until something else changes', async () => {
    const period = { from: '2020-01-01', to: '2020-01-02' };
    const desk = newDesk({ 'recipe.open': () => ({ name: 'ours.json', recipe: { ...file, period } }) });
    await desk.store.getState().openRecipe();
    expect(desk.store.getState().leftFromFile).toEqual(['period']);
    desk.store.getState().changeRecipe({ byGender: true });
    expect(desk.store.getState().leftFromFile).toEqual([]);
  });

  it('are saved under a name made of the title', async () => {
    const names: string[] = [];
    const desk = newDesk({
      'recipe.save': ({ suggestedName }) => {
        names.push(suggestedName);
        return { name: 'kept.json' };
      },
    });
    desk.store.getState().changeRecipe({ title: 'Köln: Mai 2026' });
    await desk.store.getState().saveRecipe();
    expect(names).toEqual(['köln-mai-2026.recipe.json']);
    expect(desk.store.getState().ownRecipes['kept.json']?.title).toBe('Köln: Mai 2026');
  });

  it('change nothing when the dialog is closed or the file is no recipe', async () => {
    const closed = newDesk({ 'recipe.open': () => undefined, 'recipe.save': () => undefined });
    await closed.store.getState().openRecipe();
    await closed.store.getState().saveRecipe();
    expect(closed.store.getState()).toMatchObject({ ownRecipes: {}, draft: { past: [] } });
    const broken = newDesk({
      'recipe.open': () => {
        throw new Refusal('recipe-invalid', 'x.json: field aim: wrong. Correct the recipe file.', {});
      },
    });
    await broken.store.getState().openRecipe();
    expect(broken.store.getState()).toMatchObject({
      recipeFailure: { code: 'recipe-invalid' },
      draft: { past: [] },
    });
  });
});
