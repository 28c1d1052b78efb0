import { expect, it } from 'vitest';
import { createOpenedBundles, type KeptBundle } from '../../../../electron/handlers/opened-bundles.ts';

const bundle = (digest: string) => ({ digest }) as KeptBundle;

it('keeps the bundles used last, and says of others that they are no longer open', () => {
  const opened = createOpenedBundles();
  const [first = '', second = ''] = ['a', 'b', 'c', 'd'].map((digest) => opened.keep(bundle(digest)));
  expect(opened.find(first).digest).toBe('a');
  opened.keep(bundle('e'));
  expect(opened.find(first).digest).toBe('a');
  expect(() => opened.find(second)).toThrow('no longer open');
});
