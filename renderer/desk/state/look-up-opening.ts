import { failureOf } from './failure-of.ts';
import type { Failure } from '../../../shared/base/failure.ts';
import type { Desk, ExtractSlice } from './desk-state.ts';

const nothingRead: Failure = {
  code: 'nothing-loaded',
  message: 'No extract is loaded yet: open one first.',
  detail: {},
};

/** Has the look-up window opened for the recipe as it is shown. What is asked and answered there never comes here. */
export function createLookUpOpening({ get, set, services }: Desk): Pick<ExtractSlice, 'openLookUp'> {
  return {
    async openLookUp() {
      const { understanding, draft } = get();
      if (understanding === undefined) return set({ extractFailure: nothingRead, step: 'extract' });
      try {
        await services.main.call('lookup.open', { recipe: draft.present.recipe });
      } catch (thrown) {
        set({ extractFailure: failureOf(thrown), step: 'extract' });
      }
      return undefined;
    },
  };
}
