import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import { createDeskStore } from '../../../renderer/desk/state/store.ts';
import { fakeServices } from './fake-services.ts';

describe('opening a look-up', () => {
  it('hands main the recipe as it is shown, and changes nothing', async () => {
    const requests: unknown[] = [];
    const { services } = fakeServices({
      'lookup.open': (request) => {
        requests.push(request);
        return {};
      },
    });
    const store = createDeskStore(services);
    store.getState().changeRecipe({ minimumPersons: 44 }, 'drag');
    const before = store.getState();
    await store.getState().openLookUp();
    expect(requests).toEqual([{ recipe: { ...before.draft.settled.recipe, minimumPersons: 44 } }]);
    expect(store.getState()).toBe(before);
  });

  it('says why it could not be opened', async () => {
    const { services } = fakeServices({
      'lookup.open': () => {
        throw new Refusal('vault-gone', 'Gone.', {});
      },
    });
    const store = createDeskStore(services);
    await store.getState().openLookUp();
    expect(store.getState().extractFailure).toMatchObject({ code: 'vault-gone' });
  });
});
