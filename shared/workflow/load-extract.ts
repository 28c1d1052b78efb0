import { sectorMappings } from '../extract/sectors.ts';
import { tieUnderKey } from '../plan/hash-key.ts';
import { checkMappings } from './check-mappings.ts';
import { ExtractFiles } from './loading/extract-files.ts';
import { finishExtract, type LoadedExtract } from './loading/finish-extract.ts';
import type { LoadOrder } from './loading/load-order.ts';
import { readCells } from './loading/read-cells.ts';
import { beginEvents, readEvents } from './loading/read-events.ts';
import { readObjections, readPersons } from './loading/read-people.ts';
import { readShapes } from './loading/read-shapes.ts';
import { NotScannable } from './scanning/not-scannable.ts';
import { PersonRegister } from './person-register.ts';
import { PlaceRegister } from './place-register.ts';

/**
 * Reads an extract into memory, stage 1 included: identifiers become numbers by a keyed hash, SIMs of one person become one
 * number, objectors' events are dropped, rows that cannot be used are counted by reason. Columns without a role are not
 * read. Refuses when nothing usable is left (`nothing-kept`).
 */
export async function loadExtract(order: LoadOrder): Promise<LoadedExtract> {
  checkMappings(order.sources, order.mappings);
  const inChunks = new Set<string>();
  for (;;) {
    try {
      return await loadOnce(order, inChunks);
    } catch (error) {
      if (!(error instanceof NotScannable) || inChunks.has(error.token)) throw error;
      inChunks.add(error.token);
    }
  }
}

/** Reads all files; a file that turns out not to be readable as a whole makes it `NotScannable`, and all that was read is forgotten. */
async function loadOnce(order: LoadOrder, inChunks: ReadonlySet<string>): Promise<LoadedExtract> {
  const files = new ExtractFiles(order, inChunks);
  const begun = beginEvents(files);
  try {
    const persons = new PersonRegister(tieUnderKey(order.key));
    const places = new PlaceRegister();
    const shapes = await readShapes(files);
    await readCells(files, places);
    await readFurtherSectors(order, inChunks, places);
    await readPersons(files, persons);
    const asOf = await readObjections(files, persons);
    const events = await readEvents(files, begun, { persons, places });
    return await finishExtract(files, { shapes, events, persons, places, asOf });
  } finally {
    await files.close();
  }
}

/** Reads a cell reference again for each further sector its rows tell of. */
async function readFurtherSectors(
  order: LoadOrder,
  inChunks: ReadonlySet<string>,
  places: PlaceRegister,
): Promise<void> {
  const { cells } = order.mappings;
  for (const sector of cells === undefined ? [] : sectorMappings(cells).slice(1)) {
    const mappings = { ...order.mappings, cells: sector };
    const again = new ExtractFiles({ ...order, mappings, onProgress: () => undefined }, inChunks);
    // oxlint-disable-next-line no-await-in-loop -- one file is open at a time
    await readCells(again, places);
  }
}
