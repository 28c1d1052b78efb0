import { expect, it } from 'vitest';
import { inspectActions } from '../../../../renderer/desk/app/bundle-actions.ts';
import { settled } from '../fake-services.ts';
import { newDesk } from '../open-desk.ts';
import type { InspectedBundle } from '../../../../shared/ipc/inspected-bundle.ts';

const bundle = {
  fileName: 'one.freigabe.zip',
  sizeBytes: 1,
  outcome: 'prepared',
  digest: 'ab'.repeat(32),
  checks: [],
  signatures: [],
  contents: {},
} as unknown as InspectedBundle;

it('begins no decision while another bundle is being opened, since what is said would be gone with the one before', async () => {
  const open: ((chosen: undefined) => void)[] = [];
  const dialog = new Promise<undefined>((closed) => open.push(closed));
  const { store } = newDesk({ 'bundle.choose': () => dialog as unknown as undefined });
  store.getState().showBundle(bundle);
  const ways = () => inspectActions(store.getState()).map(({ text, blocked }) => [text, blocked]);
  const free = [
    ['inspect.openOther', undefined],
    ['frame.action.decide', undefined],
  ];
  expect(ways()).toEqual(free);
  void store.getState().chooseBundle();
  expect(ways()).toEqual(free.map(([text]) => [text, 'inspect.opening']));
  open[0]?.(undefined);
  await settled();
  expect(ways()).toEqual(free);
});
