import { expect, it } from 'vitest';
import { newDesk } from './open-desk.ts';

it('says of a dropped bundle how it is opened, without asking main and without touching the extract', () => {
  const { store } = newDesk();
  store.getState().refuseDroppedBundle('may.freigabe.zip');
  const { step, bundle, bundleFailure, sources, extractFailure } = store.getState();
  expect({ step, bundle, sources, extractFailure }).toEqual({
    step: 'inspect',
    bundle: undefined,
    sources: {},
    extractFailure: undefined,
  });
  expect(bundleFailure).toMatchObject({ code: 'bundle-dropped', detail: { name: 'may.freigabe.zip' } });
});
