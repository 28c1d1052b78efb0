import { describe, expect, it } from 'vitest';
import { bandCount } from '../../../renderer/desk/state/product-shape.ts';
import { settled, viewFor } from './fake-services.ts';
import { readDesk } from './open-desk.ts';
import type { View, ViewRequest } from '../../../shared/ipc/view.ts';

const none = new Int32Array(0);
const timeless = (request: unknown): View => ({
  ...viewFor(request as ViewRequest),
  strip: { starts: none, seconds: none, values: none },
});
const dayparts = (request: unknown): View => ({
  ...viewFor(request as ViewRequest),
  strip: {
    starts: Int32Array.of(-21_600, 0, 21_600),
    seconds: Int32Array.of(21_600, 21_600, 21_600),
    values: new Int32Array(3),
  },
});

describe('the table that is looked at', () => {
  it('is asked for, without being part of what undo takes back', async () => {
    const { store, next } = await readDesk();
    const past = store.getState().draft.past.length;
    store.getState().setProduct('dwell');
    await settled();
    expect(next().request).toMatchObject({ product: 'dwell', bin: 'total' });
    expect(store.getState().draft.past).toHaveLength(past);
    expect(store.getState()).toMatchObject({ viewProduct: 'footfall', stale: true });
  });

  it('forgets the band and the brush of the table before', async () => {
    const { store, next, answerView } = await readDesk();
    store.getState().setProduct('dwell');
    await settled();
    await answerView();
    store.getState().setBand(2);
    await settled();
    expect(next().request).toMatchObject({ product: 'dwell', band: 2 });
    store.getState().setProduct('frequency');
    expect(store.getState()).toMatchObject({ band: undefined, brush: undefined });
  });

  it('never asks for a band the recipe does not have', async () => {
    const { store, next, answerView } = await readDesk();
    store.getState().setProduct('dwell');
    await settled();
    await answerView();
    store.getState().setBand(4);
    await settled();
    await answerView();
    store.getState().changeRecipe({ dwellBreaks: [15] });
    await settled();
    expect(next().request).not.toHaveProperty('band');
  });

  it('offers no band of more days than the period has', () => {
    const recipe = { dwellBreaks: [5], frequencyBreaks: [2, 4, 8] };
    const of = (to: string) => bandCount('frequency', recipe, { from: '2026-05-04', to });
    expect([of('2026-05-04'), of('2026-05-07'), of('2026-05-10'), of('2026-05-11')]).toEqual([1, 3, 3, 4]);
    expect(bandCount('frequency', recipe, undefined)).toBe(4);
    expect(bandCount('dwell', recipe, { from: '2026-05-04', to: '2026-05-04' })).toBe(2);
    expect(bandCount('flows', recipe, undefined)).toBe(0);
  });

  it('tells where people of the selected zone go to or live, and nothing of the kind elsewhere', async () => {
    const { store, next, answerView } = await readDesk();
    store.getState().selectZone(1);
    await settled();
    const footfall = next();
    expect(footfall.request).toMatchObject({ zone: 1 });
    expect(footfall.request).not.toHaveProperty('from');
    footfall.answer(viewFor(footfall.request as ViewRequest));
    await settled();
    store.getState().setProduct('catchment');
    await settled();
    const catchment = next();
    expect(catchment.request).toMatchObject({ product: 'catchment', zone: 1, from: 1 });
    catchment.answer(timeless(catchment.request));
    await settled();
    expect(store.getState().viewFrom).toBe(1);
    store.getState().clear();
    await settled();
    expect(next().request).not.toHaveProperty('from');
    await answerView().catch(() => undefined);
  });

  it('comes back to the shown time after a table of the whole period, in its own bins', async () => {
    const { store, next, answerView } = await readDesk();
    store.getState().setBin(0);
    await settled();
    await answerView();
    store.getState().setProduct('frequency');
    await settled();
    const frequency = next();
    expect(frequency.request).toMatchObject({ product: 'frequency', bin: 'total' });
    frequency.answer(timeless(frequency.request));
    await settled();
    expect(store.getState()).toMatchObject({ bin: 'total', viewProduct: 'frequency', stale: false });
    store.getState().setProduct('flows');
    await settled();
    const bins = next();
    bins.answer(dayparts(bins.request));
    await settled();
    const flows = next();
    expect(flows.request).toMatchObject({ product: 'flows', bin: 1 });
    flows.answer(dayparts(flows.request));
    await settled();
    expect(store.getState()).toMatchObject({ bin: 1, viewBin: 1, viewProduct: 'flows', stale: false });
  });

  it('lets go of the selected zone when other zones are shown', async () => {
    const { store } = await readDesk();
    store.getState().selectZone(1);
    store.getState().setLevel(1);
    expect(store.getState()).toMatchObject({ level: 1, selectedZone: undefined });
  });

  it('can be asked for again when the vault has news', async () => {
    const { store, asked } = await readDesk();
    const views = () => asked.filter(({ name }) => name === 'view').length;
    store.getState().refreshView();
    await settled();
    expect(views()).toBe(0);
    store.getState().refreshView(true);
    await settled();
    expect(views()).toBe(1);
  });
});
