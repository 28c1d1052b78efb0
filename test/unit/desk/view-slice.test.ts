import { describe, expect, it } from 'vitest';
import { settled, understanding, viewFor } from './fake-services.ts';
import { readDesk } from './open-desk.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import type { ViewRequest } from '../../../shared/ipc/view.ts';

const minimumOf = (request: unknown) => (request as ViewRequest).recipe.minimumPersons;

const strip = (starts: readonly number[]) => ({
  starts: Int32Array.from(starts),
  seconds: Int32Array.from(starts, () => 900),
  values: Int32Array.from(starts),
});
const finer = (request: unknown) => ({
  ...viewFor(request as ViewRequest),
  strip: strip([-1800, -900, 0, 900]),
});

describe('the view', () => {
  it('asks once while an answer is out and then for the newest alone', async () => {
    const { store, asked, answerView } = await readDesk();
    for (const minimumPersons of [31, 32, 33, 34]) store.getState().changeRecipe({ minimumPersons }, 'drag');
    await settled();
    expect(asked.map((call) => minimumOf(call.request))).toEqual([31]);
    expect(store.getState().stale).toBe(true);
    await answerView();
    expect(asked.map((call) => minimumOf(call.request))).toEqual([34]);
    expect(store.getState().stale).toBe(true);
    await answerView();
    expect(store.getState().view?.summary.smallestPublished).toBe(34);
    expect(store.getState().stale).toBe(false);
    expect(asked).toEqual([]);
  });

  it('calls off what is being counted once something else is to be counted, and says nothing of it', async () => {
    const { store, next, asked, answerView } = await readDesk();
    store.getState().changeRecipe({ timeBin: 'day' });
    await settled();
    const older = next();
    store.getState().changeRecipe({ timeBin: 'quarterHour' });
    await settled();
    expect(older.options.signal?.aborted).toBe(true);
    expect(asked).toEqual([]);
    older.fail(new Refusal('cancelled', 'Cancelled.'));
    await settled();
    expect(store.getState()).toMatchObject({ viewFailure: undefined, stale: true });
    expect(asked.map((call) => (call.request as ViewRequest).recipe.timeBin)).toEqual(['quarterHour']);
    await answerView();
    expect(store.getState()).toMatchObject({ viewRecipe: { timeBin: 'quarterHour' }, stale: false });
  });

  it('lets a count go on that the newer view needs too, and calls it off for one that does not', async () => {
    const { store, next } = await readDesk();
    store.getState().changeRecipe({ timeBin: 'day' });
    await settled();
    const { signal } = next().options;
    store.getState().changeRecipe({ minimumPersons: 40 }, 'drag');
    store.getState().setBrush({ from: 0, to: 0 });
    expect(signal?.aborted).toBe(false);
    store.getState().setProduct('dwell');
    expect(signal?.aborted).toBe(true);
  });

  it('drops the answer for an extract that was read over meanwhile', async () => {
    const { store, next } = await readDesk();
    store.getState().changeRecipe({ minimumPersons: 77 });
    await settled();
    const late = next();
    void store.getState().load();
    await settled();
    next().answer({ ...understanding, persons: 9 });
    await settled();
    late.answer(viewFor(late.request as ViewRequest));
    await settled();
    expect(store.getState().view).toBeUndefined();
    expect(store.getState().understanding?.persons).toBe(9);
  });

  it('fetches shapes again only when zones change', async () => {
    const { store, asked, answerView } = await readDesk();
    store.getState().changeRecipe({ timeBin: 'day' });
    await settled();
    expect(asked.map((call) => call.name)).toEqual(['view']);
    await answerView();
    store.getState().changeRecipe({ zones: { kind: 'h3', resolution: 7 } });
    await settled();
    expect(asked.map((call) => call.name)).toEqual(['zones', 'view']);
  });

  it('does not ask for words that change no figure', async () => {
    const { store, asked } = await readDesk();
    store.getState().changeRecipe({ title: 'Footfall in May', releaseDate: '2026-05-20' });
    await settled();
    expect(asked).toEqual([]);
  });

  it('keeps the last picture when an answer fails and says so', async () => {
    const { store, next } = await readDesk();
    store.getState().changeRecipe({ minimumPersons: 40 });
    await settled();
    next().fail(new Error('broken'));
    await settled();
    const { view, viewFailure, stale } = store.getState();
    expect(view?.summary.smallestPublished).toBe(30);
    expect(viewFailure?.message).toBe('broken');
    expect(stale).toBe(false);
  });

  it('keeps the shown moment when the bins change, asking once for the bins and once at the moment', async () => {
    const { store, asked, next, answerView } = await readDesk();
    store.getState().setBin(0);
    await settled();
    await answerView();
    store.getState().changeRecipe({ timeBin: 'quarterHour' });
    await settled();
    const first = next();
    expect(first.request).toMatchObject({ bin: 'total' });
    first.answer(finer(first.request));
    await settled();
    expect(store.getState()).toMatchObject({ bin: 0, viewRecipe: { timeBin: 'hour' } });
    const second = next();
    expect(second.request).toMatchObject({ bin: 2 });
    second.answer(finer(second.request));
    await settled();
    expect(store.getState()).toMatchObject({ bin: 2, viewBin: 2, stale: false });
    expect(asked).toEqual([]);
  });

  it('goes back to the total when the moment lies outside the new bins', async () => {
    const { store, next, answerView } = await readDesk();
    store.getState().setBin(0);
    await settled();
    await answerView();
    store.getState().changeRecipe({ period: { from: '2026-05-05', to: '2026-05-06' } });
    await settled();
    const { request, answer } = next();
    const view = viewFor(request as ViewRequest);
    answer({ ...view, strip: { ...view.strip, starts: Int32Array.of(86_400) } });
    await settled();
    expect(store.getState()).toMatchObject({ bin: 'total', viewBin: 'total', stale: false });
  });
});
