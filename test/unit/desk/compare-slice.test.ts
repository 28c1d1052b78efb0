import { describe, expect, it } from 'vitest';
import { differences } from '../../../renderer/desk/state/differences.ts';
import { settled, viewFor } from './fake-services.ts';
import { readDesk } from './open-desk.ts';
import type { ViewRequest } from '../../../shared/ipc/view.ts';
import type { OpenDesk } from './open-desk.ts';

/** A desk tuned to 40 persons, with 25 persons kept as B. */
async function kept(): Promise<OpenDesk> {
  const desk = await readDesk();
  desk.store.getState().changeRecipe({ minimumPersons: 25 });
  desk.store.getState().keepRecipe();
  desk.store.getState().changeRecipe({ minimumPersons: 40 });
  return desk;
}

const minima = ({ store }: OpenDesk) => {
  const { present } = store.getState().draft;
  return [present.recipe.minimumPersons, present.kept?.recipe.minimumPersons];
};

describe('two recipes side by side', () => {
  it('keeps one while the other is changed, without a step of its own', async () => {
    const desk = await readDesk();
    const steps = desk.store.getState().draft.past.length;
    desk.store.getState().keepRecipe();
    expect(desk.store.getState().draft.past).toHaveLength(steps);
    expect(minima(await kept())).toEqual([40, 25]);
  });

  it('switches both, which undo takes back and redo does again', async () => {
    const desk = await kept();
    desk.store.getState().switchRecipes();
    expect(minima(desk)).toEqual([25, 40]);
    desk.store.getState().undo();
    expect(minima(desk)).toEqual([40, 25]);
    desk.store.getState().redo();
    expect(minima(desk)).toEqual([25, 40]);
  });

  it('names what differs and nothing else', async () => {
    const { present } = (await kept()).store.getState().draft;
    if (present.kept === undefined) throw new Error('nothing was kept');
    expect(differences(present, present.kept)).toEqual([{ field: 'minimumPersons', from: '40', to: '25' }]);
  });

  it('asks for both sides of the shown table over the whole period once it is opened', async () => {
    const desk = await kept();
    desk.asked.length = 0;
    expect(desk.store.getState().compared).toBeUndefined();
    desk.store.getState().openCompare(true);
    for (const expected of [40, 25]) {
      await settled();
      const call = desk.asked.pop();
      const request = call?.request as ViewRequest;
      expect([request.recipe.minimumPersons, request.bin, request.product]).toEqual([
        expected,
        'total',
        'footfall',
      ]);
      call?.answer(viewFor(request));
    }
    await settled();
    const { compared } = desk.store.getState();
    expect([compared?.a.view.summary.smallestPublished, compared?.b.view.summary.smallestPublished]).toEqual([
      40, 25,
    ]);
  });

  it('drops the answer for a pair that is no longer compared', async () => {
    const desk = await kept();
    desk.asked.length = 0;
    desk.store.getState().openCompare(true);
    await settled();
    const call = desk.asked.pop();
    desk.store.getState().forgetKept();
    call?.answer(viewFor(call.request as ViewRequest));
    await settled();
    const late = desk.asked.pop();
    late?.answer(viewFor(late.request as ViewRequest));
    await settled();
    expect(desk.store.getState().compared).toBeUndefined();
    expect(minima(desk)).toEqual([40, undefined]);
  });
});
