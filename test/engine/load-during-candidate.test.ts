import { expect, it } from 'vitest';
import { startSolver } from '../../electron/cli/vault/start-solver.ts';
import { startWasmEngine } from '../../electron/node/wasm-engine.ts';
import { openReview } from '../support/open-review.ts';
import { smallRecipe } from '../support/small-recipe.ts';

function eventsOf(persons: number): string {
  const rows = Array.from({ length: persons }, (_, i) => `p${i},2026-05-04T08:00:00Z,51.0,11.0`);
  return `${['user_id,timestamp,lat,lon', ...rows].join('\n')}\n`;
}

it('tells of a candidate what was taken from its own extract, also where another one is loaded meanwhile', async () => {
  const gate: { open?: () => void } = {};
  const loaded = new Promise<void>((resolve) => (gate.open = resolve));
  const open = openReview(await startWasmEngine(), {
    solver: async () => {
      await loaded;
      return startSolver();
    },
  });
  await open.load({ events: eventsOf(40) });
  const candidate = open.candidate(smallRecipe);
  await open.load({ events: eventsOf(30) });
  gate.open?.();
  expect((await candidate).tally.rowsRead).toBe(40);
  expect((await open.candidate(smallRecipe)).tally.rowsRead).toBe(30);
  open.close();
}, 60_000);
