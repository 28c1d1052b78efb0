import { expect, it } from 'vitest';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { trials } from '../trial.ts';
import { flips, tried } from './changes.ts';
import { drawnBelow } from './drawn.ts';
import { referenceBundle, referenceTrust, rememberingCrypto } from './reference.ts';
import { tellTried } from './tell-tried.ts';

const bundle = await referenceBundle();
const bits = bundle.length * 8;

it('accepts the reference bundle as it is', async () => {
  expect((await verifyBundle(bundle, referenceTrust, rememberingCrypto())).outcome).toBe('release');
});

it('finds every flipped bit', async () => {
  const some = drawnBelow(bits, trials(500, bits), 1);
  await tellTried('B1', `flipped bits of a bundle of ${bundle.length.toLocaleString('en')} bytes`, () =>
    tried(flips(bundle, some), referenceTrust),
  );
}, 7_200_000);
