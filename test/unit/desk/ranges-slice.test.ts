import { describe, expect, it } from 'vitest';
import { settled, viewFor } from './fake-services.ts';
import { readDesk } from './open-desk.ts';
import type { Asked } from './fake-services.ts';
import type { OpenDesk } from './open-desk.ts';
import type { View, ViewRequest } from '../../../shared/ipc/view.ts';

function protectedView(request: unknown): View {
  const asked = request as ViewRequest;
  const zone = asked.zone ?? 0;
  return {
    ...viewFor(asked),
    protection: 'whole',
    zoneProfile: {
      zone,
      states: new Uint8Array(1),
      values: new Int32Array(1),
      publishedGroups: 0,
      suppressedGroups: 1,
      groups: [],
    },
  };
}

/** Takes the oldest waiting call of a name; others stay. */
function take({ asked }: OpenDesk, name: Asked['name']): Asked {
  const at = asked.findIndex((call) => call.name === name);
  const [call] = at === -1 ? [] : asked.splice(at, 1);
  if (call === undefined) throw new Error(`${name} was not asked`);
  return call;
}

const countOf = ({ asked }: OpenDesk) => asked.filter(({ name }) => name === 'ranges').length;

/** A desk that shows zone 1 at the first hour, after protection. */
async function zoneShown(): Promise<OpenDesk> {
  const desk = await readDesk();
  desk.store.setState({ selectedZone: 1, bin: 0 });
  await settled();
  const view = take(desk, 'view');
  view.answer(protectedView(view.request));
  await settled();
  return desk;
}

describe('ranges of hidden groups', () => {
  it('are asked for only once somebody looks', async () => {
    const desk = await zoneShown();
    expect(countOf(desk)).toBe(0);
    desk.store.getState().openRanges(true);
    await settled();
    const call = take(desk, 'ranges');
    expect(call.request).toMatchObject({ product: 'footfall', zone: 1, bin: 0 });
    expect(desk.store.getState().ranges).toBeUndefined();
    call.answer([{ low: 3, high: 40 }]);
    await settled();
    expect(desk.store.getState().ranges).toEqual([{ low: 3, high: 40 }]);
  });

  it('are called off when another zone is selected, and a late answer is dropped', async () => {
    const desk = await zoneShown();
    desk.store.getState().openRanges(true);
    await settled();
    const late = take(desk, 'ranges');
    desk.store.getState().selectZone(0);
    await settled();
    expect(late.options.signal?.aborted).toBe(true);
    late.answer([{ low: 0 }]);
    await settled();
    expect(desk.store.getState().ranges).toBeUndefined();
    const view = take(desk, 'view');
    view.answer(protectedView(view.request));
    await settled();
    expect(take(desk, 'ranges').request).toMatchObject({ zone: 0 });
  });

  it('are not asked for before protection has run', async () => {
    const desk = await readDesk();
    desk.store.setState({ selectedZone: 1, bin: 0, rangesOpen: true });
    await settled();
    const view = take(desk, 'view');
    view.answer({ ...protectedView(view.request), protection: 'primary' });
    await settled();
    expect(countOf(desk)).toBe(0);
  });

  it('say why they could not be worked out', async () => {
    const desk = await zoneShown();
    desk.store.getState().openRanges(true);
    await settled();
    take(desk, 'ranges').fail(new Error('broken'));
    await settled();
    expect(desk.store.getState().rangesFailure?.message).toBe('broken');
  });
});
