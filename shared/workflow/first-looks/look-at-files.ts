import { Refusal } from '../../base/failure.ts';
import { finished, type Steps } from '../../base/steps.ts';
import { areaAround, positionsOf, type Area } from '../../extract/area.ts';
import { refuseCounted } from '../../extract/counted-already.ts';
import { nameCells } from '../../extract/name-cells.ts';
import type { FileProfile } from '../../extract/profile.ts';
import type { FileKind, Source, Sources } from '../../extract/source.ts';
import type { FirstLooks, RefusedFile } from '../../ipc/first-looks.ts';
import type { FileScan } from '../../ports/file-scan.ts';
import type { SourceReader } from '../../ports/source-reader.ts';
import { areaOfZones } from '../area-of-zones.ts';
import { nameOf } from '../loading/name-of.ts';
import { lookAtSource } from '../look-at-source.ts';
import { guessing, type LookedFile } from './looked-file.ts';
import { profileOf } from './profile-of-file.ts';
import { keyOf, RememberedLooks, type ChosenFiles, type Sight } from './remembered-looks.ts';

/** How files are looked at: dialects the officer chose, an engine that reads whole files where there is one, and what former looks saw. */
export interface LookHow {
  readonly dialects?: ChosenFiles['dialects'];
  readonly scan?: FileScan | undefined;
  /** Drives long work, pausing so that a cancellation is heard, and stops it then; without it work is done in one go. */
  readonly inSteps?: <T>(work: Steps<T>) => Promise<T>;
  /** Files that are known from it are not opened again. */
  readonly remembered?: RememberedLooks;
}

const tables = ['events', 'cells', 'persons', 'objections'] as const;

/**
 * A first look at every table of an extract: how it is written, what its columns seem to be, and what should be known before
 * it is read. How events name their cells is found by looking for them in the cell reference. Shows no value. A file that is refused
 * keeps the others from nothing; what is no refusal, and a look that is called off, ends all.
 */
export async function lookAtFiles(
  reader: SourceReader,
  sources: Sources,
  signal: AbortSignal,
  how: LookHow = {},
): Promise<FirstLooks> {
  const { dialects, inSteps = async (work) => finished(work), remembered = new RememberedLooks() } = how;
  remembered.keepOnly({ sources, dialects });
  const order: Looking = { ...how, reader, signal, inSteps, remembered };
  const sights: Sight[] = [];
  const refused: RefusedFile[] = [];
  for (const kind of tables) {
    const source = sources[kind];
    if (!source) continue;
    // oxlint-disable-next-line no-await-in-loop -- one file is open at a time
    const seen = await sightOrRefusal(source, kind, order);
    if (seen instanceof Refusal) refused.push(refusedFile(kind, seen));
    else sights.push(seen);
  }
  const area = await seenArea(sources.zones, order);
  const { profiles, refused: refusedLate } = await inSteps(profiling(sights, area));
  return { profiles, refused: [...refused, ...refusedLate] };
}

type Looking = Pick<LookHow, 'dialects' | 'scan'> &
  Required<Pick<LookHow, 'inSteps' | 'remembered'>> & {
    readonly reader: SourceReader;
    readonly signal: AbortSignal;
  };

type Table = (typeof tables)[number];

/** Readers tell of a file they were called off from as of one that changed, so that the signal is asked first. */
async function sightOrRefusal(source: Source, kind: Table, order: Looking): Promise<Sight | Refusal> {
  try {
    return await seenTable(source, kind, order);
  } catch (error) {
    order.signal.throwIfAborted();
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function seenTable(source: Source, kind: Table, order: Looking): Promise<Sight> {
  const { reader, dialects, signal, scan, inSteps, remembered } = order;
  signal.throwIfAborted();
  const dialect = dialects?.[kind];
  const key = keyOf(source, dialect);
  const known = remembered.of(kind, key);
  if (known) return known;
  const looked = await lookAtSource(source, { reader, kind, dialect, signal, scan });
  refuseCounted(kind, looked.look.names, nameOf(source));
  const file = await inSteps(guessing(source, kind, looked));
  const sight = kind === 'events' || kind === 'cells' ? { rows: file } : await inSteps(alone(file));
  signal.throwIfAborted();
  remembered.remember(kind, key, sight);
  return sight;
}

/** A file of which no other file tells anything: its rows need not be held against theirs. */
function* alone(file: LookedFile): Steps<Sight> {
  yield { done: 0, total: 1 };
  return { profile: profileOf(file, {}, undefined) };
}

async function seenArea(zones: Source | undefined, order: Looking): Promise<Area | undefined> {
  if (!zones) return undefined;
  const key = keyOf(zones, order.dialects?.zones);
  const known = order.remembered.of('zones', key);
  if (known && 'area' in known) return known.area;
  const area = await areaOfZones(zones, order);
  order.signal.throwIfAborted();
  if (area) order.remembered.remember('zones', key, { area });
  return area;
}

/** The profiles of all files, with a step after each. */
function* profiling(sights: readonly Sight[], area: Area | undefined): Steps<FirstLooks> {
  const files = sights.flatMap((sight) => ('rows' in sight ? [sight.rows] : []));
  const events = files.find((file) => file.kind === 'events');
  const cells = files.find((file) => file.kind === 'cells');
  const named = nameCells(events, cells);
  const around = area ?? (cells && areaAround(positionsIn(cells)));
  const profiles: FileProfile[] = [];
  const refused: RefusedFile[] = [];
  for (const [done, file] of files.entries()) {
    yield { done, total: files.length };
    try {
      profiles.push(
        file === events ? profileOf(file, named.events, around) : profileOf(file, named.cells, area),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(refusedFile(file.kind, error));
    }
  }
  profiles.push(...sights.flatMap((sight) => ('profile' in sight ? [sight.profile] : [])));
  return { profiles, refused };
}

function refusedFile(kind: FileKind, { failure: { code, message, detail } }: Refusal): RefusedFile {
  return { kind, failure: { code, message, detail: { ...detail } } };
}

const positionsIn = ({ guesses, look }: LookedFile) =>
  positionsOf(
    guesses.map(({ role }) => role),
    look.rows,
  );
