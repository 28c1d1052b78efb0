import type { BaseTable } from '../../kernel/base-table.ts';
import { EventPieces } from '../../kernel/event-pieces.ts';
import { sizeOf } from '../../extract/source.ts';
import { eventRows, hasPositions } from '../../plan/read-rows.ts';
import type { Columns } from '../../ports/columns.ts';
import type { ExtractInMemory } from '../extract-in-memory.ts';
import type { PersonRegister } from '../person-register.ts';
import type { PlaceRegister } from '../place-register.ts';
import type { TableChunk } from '../read-table.ts';
import { halves } from '../register-rows.ts';
import { clockOfExtract } from './clock-of-extract.ts';
import type { ExtractFiles } from './extract-files.ts';
import { RejectList } from './reject-list.ts';

/** So many rejected lines are told at once; the others are asked for. */
const rejectsTold = 100;

/** Bytes of events that one thread sorts before another has started. */
const mostAlone = 64 * 1024 * 1024;

/** Events as they were kept, in pieces in the order of the file, and what became of all others. */
export interface EventsRead {
  readonly kept: EventPieces;
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

/** Reads the events against what is known of persons and places. */
export async function readEvents(
  files: ExtractFiles,
  persons: PersonRegister,
  places: PlaceRegister,
): Promise<EventsRead> {
  const { sources, mappings, key, timeZone, thread } = files.order;
  const { events } = mappings;
  const stated = hasPositions(events);
  const toUtc = events.hasOffset ? undefined : clockOfExtract(timeZone);
  if (sizeOf(sources.events) > mostAlone) thread?.start?.();
  const kept = new KeptEvents({ persons, places, stated, toUtc });
  await files.table(
    {
      kind: 'events',
      source: sources.events,
      mapping: events,
      statement: (from, as) => eventRows(from, as, key),
    },
    (chunk, part) => {
      files.rowsRead += chunk.rows.length + chunk.ragged;
      kept.add(chunk, part);
    },
  );
  return kept.finish();
}

class KeptEvents {
  private readonly readers: Readers;
  private readonly placeless: 'badPosition' | 'unknownCell';
  private readonly pieces = new EventPieces();
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
    const { rows, ragged } = chunk;
    this.dropped.ragged += ragged;
    this.raggedLines = chunk.raggedLines;
    this.raggedListed = 0;
    this.rejects.addUnlisted(Math.max(0, ragged - chunk.raggedLines.length));
    const room = this.pieces.room(rows.length);
    const usable = this.placed(chunk, room);
    this.pieces.keep(this.known(rows, room, usable));
    this.rejectRagged(Infinity);
  }

  finish(): EventsRead {
    return {
      kept: this.pieces,
      dropped: this.dropped,
      rejects: this.rejects.slice(0, rejectsTold),
      allRejects: this.rejects,
    };
  }

  /** Puts rows with a time, a person and a place to the front of `room`, their number in the chunk in place of the person; tells how many. */
  private placed(chunk: TableChunk, { person, second, cell }: BaseTable): number {
    const { places, stated, toUtc } = this.readers;
    const { rows } = chunk;
    const local = rows.int32('second');
    const placeOf = stated ? positionReader(rows, places) : cellReader(rows, places);
    let usable = 0;
    for (let row = 0; row < rows.length; row++) {
      const shown = local[row] ?? -1;
      const at = shown < 0 || toUtc === undefined ? shown : toUtc(shown);
      const place = shown < 0 ? -1 : placeOf(row, at);
      if (place === -1) {
        this.drop(at, chunk.lineOf, row);
        continue;
      }
      person[usable] = row;
      second[usable] = at;
      cell[usable++] = place;
    }
    return usable;
  }

  /** Numbers the persons of usable rows and leaves out who objects; tells how many are left. */
  private known(rows: Columns, { person, second, cell }: BaseTable, usable: number): number {
    const numberOf = personReader(rows, this.readers.persons);
    let known = 0;
    for (let i = 0; i < usable; i++) {
      const number = numberOf(person[i] ?? 0);
      if (number === -1) continue;
      person[known] = number;
      second[known] = second[i] ?? 0;
      cell[known++] = cell[i] ?? 0;
    }
    this.dropped.objection += usable - known;
    return known;
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

/** Numbers of the persons of rows, -1 for who objects. Rows of one person often follow each other. */
function personReader(rows: Columns, persons: PersonRegister): (row: number) => number {
  const hash = halves(rows.uint64('person'));
  let tie: Int32Array | undefined;
  let [low, high, number] = [-1, -1, -1];
  return (row) => {
    const [nextLow, nextHigh] = [hash[2 * row] ?? 0, hash[2 * row + 1] ?? 0];
    if (nextLow === low && nextHigh === high) return number;
    low = nextLow;
    high = nextHigh;
    tie ??= rows.int32('tie');
    number = persons.seen(persons.identifier(low, high), tie[row] ?? 0);
    return number;
  };
}

type PlaceOf = (row: number, second: number) => number;

function cellReader(rows: Columns, places: PlaceRegister): PlaceOf {
  const hashes = halves(rows.uint64('cell'));
  return (row, second) => places.ofCell(hashes[2 * row] ?? 0, hashes[2 * row + 1] ?? 0, second);
}

function positionReader(rows: Columns, places: PlaceRegister): PlaceOf {
  const latitude = rows.float64('latitude');
  const longitude = rows.float64('longitude');
  return (row) => places.ofPosition(latitude[row] ?? 999, longitude[row] ?? 999);
}
