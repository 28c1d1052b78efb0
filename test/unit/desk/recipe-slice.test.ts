import { describe, expect, it } from 'vitest';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
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
      terms: { purpose: 'Counts', legalBasis: 'TDDDG', recipient: 'The town' },
      period: { from: '2026-05-04', to: '2026-05-06' },
      releaseDate: '2026-05-21',
      timeZone: 'Europe/Lisbon',
    } as const;
    desk.store.getState().changeRecipe(mine);
    desk.store.getState().choosePreset('flowminder-like');
    expect(desk.store.getState().draft.present.recipe).toMatchObject({ ...mine, minimumPersons: 16 });
  });
});
