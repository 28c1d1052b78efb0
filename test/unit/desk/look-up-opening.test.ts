import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import { newDesk, readDesk } from './open-desk.ts';

describe('opening a look-up', () => {
  it('hands main the recipe as it is shown, and changes nothing', async () => {
    const requests: unknown[] = [];
    const { store } = await readDesk({
      'lookup.open': (request) => {
        requests.push(request);
        return {};
      },
    });
    store.getState().changeRecipe({ minimumPersons: 44 }, 'drag');
    const before = store.getState();
    await store.getState().openLookUp();
    expect(requests).toEqual([{ recipe: { ...before.draft.settled.recipe, minimumPersons: 44 } }]);
    expect(store.getState()).toBe(before);
    await store.getState().open({ kind: 'lookUp' });
    expect(requests, 'the menu asks for the same').toHaveLength(2);
  });

  it('says why it could not be opened', async () => {
    const { store } = await readDesk({
      'lookup.open': () => {
        throw new Refusal('vault-gone', 'Gone.', {});
      },
    });
    store.getState().go('tune');
    await store.getState().openLookUp();
    expect(store.getState()).toMatchObject({ step: 'extract', extractFailure: { code: 'vault-gone' } });
  });

  it('needs an extract that was read', async () => {
    const { store } = newDesk();
    await store.getState().open({ kind: 'lookUp' });
    expect(store.getState()).toMatchObject({ step: 'extract', extractFailure: { code: 'nothing-loaded' } });
  });
});
