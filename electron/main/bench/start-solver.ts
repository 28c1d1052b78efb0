import loadHighs from 'highs';
import { createHighsSolver } from '../../../shared/audit/highs-solver.ts';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';

type Instance = object;

/** What is used of the engine's own WebAssembly. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: Instance }>;
};

/** Called by the module's start-up code in place of looking for its file; not among its documented options. */
interface HandedOver {
  readonly instantiateWasm: (imports: object, done: (instance: Instance) => void) => object;
}

async function begin(bytes: Uint8Array, imports: object, done: (instance: Instance) => void): Promise<void> {
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  done(instance);
}

/** HiGHS from the bytes that were handed over, so that this process opens no file. */
export async function startSolver(bytes: Uint8Array): Promise<LinearSolver> {
  const handedOver: HandedOver = {
    instantiateWasm: (imports, done) => {
      void begin(bytes, imports, done);
      return {};
    },
  };
  return createHighsSolver(await loadHighs(handedOver as NonNullable<Parameters<typeof loadHighs>[0]>));
}
