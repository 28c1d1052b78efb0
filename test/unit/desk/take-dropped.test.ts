import { expect, it } from 'vitest';
import { takeDropped } from '../../../renderer/desk/state/take-dropped.ts';
import { newDesk, source } from './open-desk.ts';
import { eventsProfile, looks, settled } from './fake-services.ts';
import { Refusal } from '../../../shared/base/failure.ts';

const named = (...names: readonly string[]) => names.map((name) => new File([], name));

function deskThatTakes() {
  const { store } = newDesk();
  const taken: string[] = [];
  store.setState({
    async dropFiles(dropped) {
      for (const { kind, files } of dropped) taken.push(`${kind} ${files.map(({ name }) => name).join(' ')}`);
    },
  });
  return { store, taken };
}

it('takes files dropped beside bundles, and notes the bundles it left aside', async () => {
  const { store, taken } = deskThatTakes();
  await takeDropped(store.getState, named('a.freigabe.zip', 'town.csv', 'B.Freigabe.ZIP', 'zones.geojson'));
  expect(taken).toEqual(['events town.csv', 'zones zones.geojson']);
  const { leftAside, step, bundleFailure } = store.getState();
  expect({ leftAside, step, bundleFailure }).toEqual({
    leftAside: ['a.freigabe.zip', 'B.Freigabe.ZIP'],
    step: 'extract',
    bundleFailure: undefined,
  });
  await takeDropped(store.getState, named('cells.csv'));
  expect(store.getState().leftAside).toEqual([]);
});

it('takes files whose names differ in numbers for one kind', async () => {
  const { store, taken } = deskThatTakes();
  const names = ['xdr-2026-05-02.csv', 'cells_1.csv', 'xdr-2026-05-01.csv', 'people.csv', 'cells_2.csv'];
  await takeDropped(store.getState, named(...names));
  expect(taken).toEqual([
    'events xdr-2026-05-02.csv xdr-2026-05-01.csv',
    'cells cells_1.csv cells_2.csv',
    'persons people.csv',
  ]);
});

it('says how bundles are opened when nothing else was dropped, and names all of them', async () => {
  const { store, taken } = deskThatTakes();
  await takeDropped(store.getState, named('a.freigabe.zip', 'b.freigabe.zip'));
  expect(taken).toEqual([]);
  const { step, bundleFailure } = store.getState();
  expect({ step, detail: bundleFailure?.detail }).toEqual({
    step: 'inspect',
    detail: { name: 'a.freigabe.zip, b.freigabe.zip' },
  });
});

/** A desk whose main takes every dropped file but those of persons. */
const deskOfMain = () =>
  newDesk({
    'files.dropped'({ kind, paths: [name = ''] }) {
      if (kind === 'persons') throw new Refusal('folder-empty', `${name} is empty.`);
      return { ...source, name };
    },
  });

it('looks once at all that was dropped together, whatever becomes of one of them', async () => {
  const { store, asked, next } = deskOfMain();
  const taken = takeDropped(store.getState, named('calls.csv', 'persons.csv', 'cells.csv', 'zones.geojson'));
  await settled();
  expect(asked.map(({ name }) => name)).toEqual(['profile']);
  const look = next();
  expect(Object.keys((look.request as { readonly sources: object }).sources)).toEqual([
    'events',
    'cells',
    'zones',
  ]);
  look.answer(looks(eventsProfile));
  await taken;
  expect(store.getState()).toMatchObject({
    profiles: { events: eventsProfile },
    extractFailure: { message: 'persons.csv is empty.' },
  });
});

it('calls off a look that files dropped meanwhile have overtaken', async () => {
  const { store, next } = deskOfMain();
  void takeDropped(store.getState, named('calls.csv'));
  await settled();
  const first = next();
  void takeDropped(store.getState, named('cells.csv'));
  await settled();
  expect(first.options.signal?.aborted).toBe(true);
  first.fail(new Refusal('cancelled', 'Cancelled.'));
  await settled();
  expect(store.getState()).toMatchObject({ reading: { kind: 'profiling' }, extractFailure: undefined });
  next().answer(looks(eventsProfile));
  await settled();
  expect(store.getState()).toMatchObject({ reading: { kind: 'idle' }, profiles: { events: eventsProfile } });
});

it('takes nothing while an extract is being read, says so, and goes on reading', async () => {
  const { store, asked, next } = deskOfMain();
  void takeDropped(store.getState, named('calls.csv'));
  await settled();
  next().answer(looks(eventsProfile));
  await settled();
  void store.getState().load();
  await settled();
  const load = next();
  await takeDropped(store.getState, named('cells.csv', 'zones.geojson'));
  expect(asked).toEqual([]);
  expect(load.options.signal?.aborted).toBe(false);
  expect(store.getState()).toMatchObject({
    reading: { kind: 'loading' },
    extractFailure: { code: 'added-while-reading', detail: { names: 'cells.csv, zones.geojson' } },
  });
  expect(Object.keys(store.getState().sources)).toEqual(['events']);
});
