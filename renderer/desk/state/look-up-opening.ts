import { failureOf } from './failure-of.ts';
import type { Desk, ExtractSlice } from './desk-state.ts';

/** Has the look-up window opened for the recipe as it is shown. What is asked and answered there never comes here. */
export function createLookUpOpening({ get, set, services }: Desk): Pick<ExtractSlice, 'openLookUp'> {
  return {
    async openLookUp() {
      try {
        await services.main.call('lookup.open', { recipe: get().draft.present.recipe });
      } catch (thrown) {
        set({ extractFailure: failureOf(thrown) });
      }
    },
  };
}
