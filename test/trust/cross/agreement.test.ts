import { afterAll, beforeAll, describe, it } from 'vitest';
import { tellTried } from '../bundle/tell-tried.ts';
import { trials } from '../trial.ts';
import { mutated } from './mutations.ts';
import { type RandomBundle, randomBundle } from './random-bundle.ts';
import { type Verdicts, type Verifiers, verifiers } from './verdicts.ts';

let five: Verifiers;
beforeAll(async () => {
  five = await verifiers();
});
afterAll(() => five.end());

const bundles = new Map<number, RandomBundle>();

async function kept(seed: number): Promise<RandomBundle> {
  const bundle = bundles.get(seed) ?? (await randomBundle(seed));
  bundles.set(seed, bundle);
  return bundle;
}

/** Those that did not say what they should. */
function against(verdicts: Verdicts, expected: boolean): readonly string[] {
  return Object.entries(verdicts).flatMap(([name, said]) => (said === expected ? [] : [name]));
}

describe('the application, its command line, Python, ssh-keygen with sha256sum, and openssl', () => {
  it('all accept random bundles', async () => {
    const count = trials(6, 200);
    await tellTried('B8', 'random bundles accepted by all five verifiers', async () => {
      const missed: string[] = [];
      for (let seed = 1; seed <= count; seed += 1) {
        const no = against(await five.ask(await randomBundle(seed)), true);
        if (no.length > 0) missed.push(`bundle ${seed}: refused by ${no.join(', ')}`);
      }
      return { trials: count, missed };
    });
  }, 7_200_000);

  it('all reject changed ones', async () => {
    const count = trials(20, 1000);
    await tellTried('B9', 'content mutations rejected by all five verifiers', async () => {
      const missed: string[] = [];
      for (let seed = 0; seed < count; seed += 1) {
        const bundle = await kept(1 + (seed % 40));
        const other = await kept(1 + ((seed + 1) % 40));
        const { what, bytes } = mutated(bundle.bytes, other.bytes, seed);
        const yes = against(await five.ask({ ...bundle, bytes }), false);
        if (yes.length > 0)
          missed.push(`${what} of bundle ${1 + (seed % 40)}: accepted by ${yes.join(', ')}`);
      }
      return { trials: count, missed };
    });
  }, 7_200_000);
});
