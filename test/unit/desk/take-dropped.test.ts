import { expect, it } from 'vitest';
import { takeDropped } from '../../../renderer/desk/state/take-dropped.ts';
import { newDesk, source } from './open-desk.ts';

const named = (...names: readonly string[]) => names.map((name) => new File([], name));

function deskThatTakes() {
  const { store } = newDesk();
  const taken: string[] = [];
  store.setState({
    async dropFiles(files, kind) {
      taken.push(`${kind} ${files.map(({ name }) => name).join(' ')}`);
      store.setState({ sources: { ...store.getState().sources, [kind]: source } });
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
