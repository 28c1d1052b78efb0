import { civilFromDays, isoUtc } from '../../base/calendar.ts';
import { Refusal } from '../../base/failure.ts';
import type { Steps } from '../../base/steps.ts';
import type { ObjectionReport } from '../../extract/understanding.ts';
import { sortingHeaps } from '../../kernel/sort-events.ts';
import { identifierHash } from '../../plan/look-up.ts';
import type { ExtractInMemory } from '../extract-in-memory.ts';
import type { IdentifierStatus, PersonRegister } from '../person-register.ts';
import type { PlaceRegister } from '../place-register.ts';
import { halves } from '../register-rows.ts';
import type { ExtractFiles } from './extract-files.ts';
import { nameOf } from './name-of.ts';
import type { LoadOrder } from './load-order.ts';
import type { EventsRead } from './read-events.ts';
import type { Shapes } from './read-shapes.ts';

/** An extract just read, and what one identifier is in it; asking changes nothing. */
export interface LoadedExtract extends ExtractInMemory {
  readonly statusOf: (identifier: string) => Promise<IdentifierStatus>;
}

type KnownOfBoth = ReturnType<PlaceRegister['finish']> &
  ReturnType<PersonRegister['finish']> & { readonly severalPseudonyms: number };

/** All that was read. `asOf` is the objection register's time, seconds since 1970, -1 for none. */
export interface ReadExtract {
  readonly shapes: Shapes;
  readonly events: EventsRead;
  readonly persons: PersonRegister;
  readonly places: PlaceRegister;
  readonly asOf: number;
}

/** Sorts what was read and says what it is. Refuses when nothing usable is left (`nothing-kept`). */
export async function finishExtract(files: ExtractFiles, read: ReadExtract): Promise<LoadedExtract> {
  const { sources, timeZone, engine, key } = files.order;
  const { persons, places, events } = read;
  const name = nameOf(sources.events);
  if (events.kept.length === 0) throw nothingKept(name, files.rowsRead, events.dropped);
  files.tellSorting();
  const sorted = await files.inSteps(sortingHeaps(events.kept.finish(), files.order.thread?.askToSort));
  files.order.thread?.renew?.();
  const known = await files.inSteps(summingUp(read, sorted.firstSecond));
  return {
    name,
    base: sorted.table,
    ...known,
    cellsKnown: places.cellsKnown,
    persons: persons.persons - persons.matched,
    ...read.shapes,
    rowsRead: files.rowsRead,
    repeatsOfCell: sorted.repeatsOfCell,
    dropped: events.dropped,
    rejects: events.rejects,
    allRejects: events.allRejects,
    objections: objectionsOf(files.order, persons, read.asOf),
    timeZone,
    isGenerated: sources.events.kind === 'demo',
    statusOf: async (identifier) => {
      const [low = 0, high = 0] = halves(
        (await engine.rows(identifierHash(identifier, key))).uint64('person'),
      );
      return persons.statusOf(low, high);
    },
  };
}

/** What is known of places and persons, with a step after each. */
function* summingUp({ places, persons }: ReadExtract, firstSecond: number): Steps<KnownOfBoth> {
  const where = places.finish();
  yield { done: 0, total: 3 };
  const { year } = civilFromDays(Math.floor(firstSecond / 86_400));
  yield { done: 1, total: 3 };
  const who = persons.finish(year);
  yield { done: 2, total: 3 };
  return { ...where, ...who, severalPseudonyms: persons.withSeveralPseudonyms() };
}

function objectionsOf(
  { sources, noRegisterReason }: LoadOrder,
  register: PersonRegister,
  asOf: number,
): ObjectionReport {
  if (!sources.objections) return { kind: 'none', reason: noRegisterReason };
  const { registered, matched, persons } = register;
  const common = { kind: 'register', registered, matched, personsBefore: persons } as const;
  return asOf === -1 ? common : { ...common, asOf: isoUtc(asOf) };
}

function nothingKept(file: string, rows: number, dropped: ExtractInMemory['dropped']): Refusal {
  const reasons = Object.entries(dropped).filter(([, count]) => count > 0);
  const words = reasons.map(([reason, count]) => `${count} ${reason}`).join(', ');
  const main = reasons.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'none';
  return new Refusal(
    'nothing-kept',
    `None of the ${rows} rows of ${file} can be used (${words}). Times must lie between 1990 and 2037, positions on Earth, cells in the cell reference.`,
    { file, rows, main, reasons: words },
  );
}
