import { PersonHeaps } from '../../kernel/person-heaps.ts';
import { sizeOf } from '../../extract/source.ts';
import { eventRows, hasPositions } from '../../plan/read-rows.ts';
import type { Columns } from '../../ports/columns.ts';
import type { ExtractInMemory } from '../extract-in-memory.ts';
import type { PersonRegister } from '../person-register.ts';
import type { PlaceRegister } from '../place-register.ts';
import type { TableChunk } from '../read-table.ts';
import { halves } from '../register-rows.ts';
import { clockOfExtract } from './clock-of-extract.ts';
import type { ExtractFiles, FileToRead } from './extract-files.ts';
import { RejectList } from './reject-list.ts';

/** So many rejected lines are told at once; the others are asked for. */
const rejectsTold = 100;

/** Bytes of events that one thread sorts before another has started. */
const mostAlone = 64 * 1024 * 1024;

/** Events as they were kept, and what became of all others. */
export interface EventsRead {
  readonly kept: PersonHeaps;
  readonly dropped: ExtractInMemory['dropped'];
  /** The first rows dropped, by reason and line from 1, file by file. */
  readonly rejects: ExtractInMemory['rejects'];
  readonly allRejects: RejectList;
}

/** What events are read with: who is known, what stands where, and how the events say their place and time. */
interface Readers {
  readonly persons: PersonRegister;
  readonly places: PlaceRegister;
  readonly stated: boolean;
  readonly toUtc: ((local: number) => number) | undefined;
}

/** Begins to read the events, as far as they can be read before persons and places are known. */
export function beginEvents(files: ExtractFiles): FileToRead {
  const { sources, mappings, key } = files.order;
  return files.begin({
    kind: 'events',
    source: sources.events,
    mapping: mappings.events,
    statement: (from, as) => eventRows(from, as, key),
  });
}

/** Reads the events, begun before, against what is known of persons and places. */
export async function readEvents(
  files: ExtractFiles,
  begun: FileToRead,
  { persons, places }: Pick<Readers, 'persons' | 'places'>,
): Promise<EventsRead> {
  const { sources, mappings, timeZone, thread } = files.order;
  const { events } = mappings;
  const stated = hasPositions(events);
  const toUtc = events.hasOffset ? undefined : clockOfExtract(timeZone);
  if (sizeOf(sources.events) > mostAlone) thread?.start?.();
  const kept = new KeptEvents({ persons, places, stated, toUtc });
  await files.table(begun, (chunk, part) => {
    files.rowsRead += chunk.rows.length + chunk.ragged;
    kept.add(chunk, part);
  });
  return kept.finish();
}

class KeptEvents {
  private readonly readers: Readers;
  private readonly placeless: 'badPosition' | 'unknownCell';
  private readonly heaps = new PersonHeaps();
  private readonly rejects = new RejectList();
  /** The file being read, of several. */
  private part: string | undefined;
  /** Ragged lines of the chunk, and how many of them are listed. */
  private raggedLines: readonly number[] = [];
  private raggedListed = 0;
  private readonly dropped: Record<keyof ExtractInMemory['dropped'], number> = {
    ragged: 0,
    badTime: 0,
    missingPerson: 0,
    unknownCell: 0,
    badPosition: 0,
    objection: 0,
  };

  constructor(readers: Readers) {
    this.readers = readers;
    this.placeless = readers.stated ? 'badPosition' : 'unknownCell';
  }

  add(chunk: TableChunk, part: string | undefined): void {
    this.part = part;
    const { ragged } = chunk;
    this.dropped.ragged += ragged;
    this.raggedLines = chunk.raggedLines;
    this.raggedListed = 0;
    this.rejects.addUnlisted(Math.max(0, ragged - chunk.raggedLines.length));
    this.keep(chunk);
    this.rejectRagged(Infinity);
  }

  finish(): EventsRead {
    return {
      kept: this.heaps,
      dropped: this.dropped,
      rejects: this.rejects.slice(0, rejectsTold),
      allRejects: this.rejects,
    };
  }

  /** Keeps rows with a time, a place and a person who does not object. */
  private keep(chunk: TableChunk): void {
    const { persons, toUtc } = this.readers;
    const { rows } = chunk;
    const local = rows.int32('second');
    const hash = halves(rows.uint64('person'));
    const placeOf = placeReader(rows, this.readers);
    const { heaps, dropped } = this;
    for (let row = 0; row < rows.length; row++) {
      const shown = local[row] ?? -1;
      const at = shown < 0 || toUtc === undefined ? shown : toUtc(shown);
      const place = shown < 0 ? -1 : placeOf(row, at);
      if (place === -1) {
        this.drop(at, chunk.lineOf, row);
        continue;
      }
      const number = persons.seen(hash[2 * row] ?? 0, hash[2 * row + 1] ?? 0);
      if (number === -1) dropped.objection++;
      else heaps.add(number, at, place);
    }
  }

  /** Counts a row that cannot be used under the first reason there is. */
  private drop(second: number, lineOf: TableChunk['lineOf'], row: number): void {
    const reason = second === -1 ? 'badTime' : second === -2 ? 'missingPerson' : this.placeless;
    this.dropped[reason]++;
    const line = this.rejects.isFull ? undefined : lineOf(row);
    if (line === undefined) {
      this.rejects.addUnlisted(1);
      return;
    }
    this.rejectRagged(line);
    this.rejects.add(reason, line, this.part);
  }

  /** Lists ragged lines before a line, so that the first of all rejects are listed, whatever the file was cut into. */
  private rejectRagged(before: number): void {
    for (;;) {
      const line = this.raggedLines[this.raggedListed] ?? Infinity;
      if (line >= before) return;
      this.rejects.add('ragged', line, this.part);
      this.raggedListed++;
    }
  }
}

type PlaceOf = (row: number, second: number) => number;

function placeReader(rows: Columns, { stated, places }: Readers): PlaceOf {
  return stated ? positionReader(rows, places) : cellReader(rows, places);
}

function cellReader(rows: Columns, places: PlaceRegister): PlaceOf {
  const hashes = halves(rows.uint64('cell'));
  return (row, second) => places.ofCell(hashes[2 * row] ?? 0, hashes[2 * row + 1] ?? 0, second);
}

function positionReader(rows: Columns, places: PlaceRegister): PlaceOf {
  const latitude = rows.float64('latitude');
  const longitude = rows.float64('longitude');
  return (row) => places.ofPosition(latitude[row] ?? 999, longitude[row] ?? 999);
}
