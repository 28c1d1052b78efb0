import { expect, it } from 'vitest';
import { takeDropped } from '../../../renderer/desk/state/take-dropped.ts';
import { newDesk, source } from './open-desk.ts';

const named = (...names: readonly string[]) => names.map((name) => new File([], name));

function deskThatTakes() {
  const { store } = newDesk();
  const taken: string[] = [];
  store.setState({
    async dropFile(file, kind) {
      taken.push(`${kind} ${file.name}`);
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
