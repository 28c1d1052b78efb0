import { EventPieces } from '../../kernel/event-pieces.ts';
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
  const { sources, mappings, key, timeZone } = files.order;
  const { events } = mappings;
  const stated = hasPositions(events);
  const toUtc = events.hasOffset ? undefined : clockOfExtract(timeZone);
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
    const person = halves(rows.uint64('person'));
    const tie = rows.int32('tie');
    const { second, place } = this.whenAndWhere(rows);
    for (let i = 0; i < rows.length; i++) {
      const at = second[i] ?? -1;
      const where = place[i] ?? -1;
      if (where === -1) {
        this.drop(at, chunk.lineOf, i);
        continue;
      }
      const number = this.personOf(person[2 * i] ?? 0, person[2 * i + 1] ?? 0, tie[i] ?? 0);
      if (number === -1) continue;
      this.pieces.push(number, at, where);
    }
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

  /** Number of a row's person, -1 where they object. */
  private personOf(low: number, high: number, tie: number): number {
    const { persons } = this.readers;
    const number = persons.seen(persons.identifier(low, high), tie);
    if (number === -1) this.dropped.objection++;
    return number;
  }

  /** Seconds UTC (negative: no time, or nobody) and base cells (-1 for a row that cannot be used) of a chunk. */
  private whenAndWhere(rows: Columns): { readonly second: Int32Array; readonly place: Int32Array } {
    const { places, stated, toUtc } = this.readers;
    const local = rows.int32('second');
    const second = toUtc ? local.map((at) => (at < 0 ? at : toUtc(at))) : local;
    const placeOf = stated ? positionReader(rows, places) : cellReader(rows, places);
    return { second, place: second.map((at, i) => ((local[i] ?? -1) < 0 ? -1 : placeOf(i, at))) };
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

function cellReader(rows: Columns, places: PlaceRegister): PlaceOf {
  const hashes = halves(rows.uint64('cell'));
  return (row, second) => places.ofCell(hashes[2 * row] ?? 0, hashes[2 * row + 1] ?? 0, second);
}

function positionReader(rows: Columns, places: PlaceRegister): PlaceOf {
  const latitude = rows.float64('latitude');
  const longitude = rows.float64('longitude');
  return (row) => places.ofPosition(latitude[row] ?? 999, longitude[row] ?? 999);
}
