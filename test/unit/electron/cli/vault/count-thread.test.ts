import { expect, it } from 'vitest';
import { startThread } from '../../../../../electron/cli/vault/start-thread.ts';
import { sortBaseTable } from '../../../../../shared/kernel/sort-events.ts';
import type { CountOrder } from '../../../../../shared/kernel/count-order.ts';
import { countRange, countSheet } from '../../../../../shared/kernel/count-range.ts';
import { countWithHelp } from '../../../../../shared/kernel/count-with-help.ts';
import { presencesOfCells } from '../../../../../shared/kernel/presences-of-cells.ts';
import { presencesInZones } from '../../../../../shared/kernel/presences.ts';
import { slotSeconds } from '../../../../../shared/products/time-bins.ts';
import { poolOfThread } from '../../../../../shared/workflow/second-thread/pool-of-thread.ts';
import type { StartedThread } from '../../../../../shared/workflow/second-thread/thread-messages.ts';

const events = 400_000;
const persons = 5000;
const cells = 40;
const zones = 9;
const slots = 96;
const bins = 24;

const drawn = (i: number, below: number): number => (Math.imul(i + 1, 0x9e37_79b1) >>> 7) % below;

function order(): CountOrder {
  const { table } = sortBaseTable({
    person: Int32Array.from({ length: events }, (_, i) => drawn(i, persons)),
    second: Int32Array.from({ length: events }, (_, i) => drawn(i * 3 + 1, slots * slotSeconds)),
    cell: Int32Array.from({ length: events }, (_, i) => drawn(i * 7 + 2, cells)),
  });
  const zoneOfCell = Int32Array.from({ length: cells }, (_, cell) => (cell % (zones + 1)) - 1);
  return {
    presences: presencesInZones(presencesOfCells(table, cells, slotSeconds), [zoneOfCell], zones),
    slotBins: { firstSlot: 0, binOfSlot: Int32Array.from({ length: slots }, (_, slot) => slot >> 2), bins },
    groups: { classOfPerson: Int32Array.from({ length: persons }, (_, who) => (who % 4) - 1), classes: 3 },
  };
}

it('a thread of the process counts some of the zones in shared memory, and the result is the same', async () => {
  const asked = order();
  const alone = new Int32Array(zones * bins * 3);
  countRange(asked, { from: 0, to: asked.presences.runs.length, zone: 0 }, countSheet(asked, alone));
  expect(alone.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(100_000);
  const threads: StartedThread[] = [];
  const { askForHelp } = poolOfThread(() => {
    const thread = startThread();
    threads.push(thread);
    return thread;
  });
  let byThread = 0;
  while (byThread === 0) {
    const counts = new Int32Array(alone.length);
    let taken: Int32Array = new Int32Array();
    const together = countWithHelp(
      asked,
      counts,
      (count) => {
        askForHelp(count);
        ({ taken } = count);
        const since = performance.now();
        while (Atomics.load(taken, taken.length - 1) === 0 && performance.now() - since < 20);
      },
      0,
    );
    expect(together).toBe(true);
    expect(counts).toEqual(alone);
    byThread = taken.filter((state) => state > 1).length;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(threads.length).toBe(1);
  threads[0]?.end();
});
