import type { DropReason, RejectedLine } from '../../extract/understanding.ts';
import { EventPieces } from '../../kernel/event-pieces.ts';
import { eventRows, hasPositions } from '../../plan/read-rows.ts';
import type { Columns } from '../../ports/engine.ts';
import type { ExtractInMemory } from '../extract-in-memory.ts';
import type { PersonRegister } from '../person-register.ts';
import type { PlaceRegister } from '../place-register.ts';
import type { TableChunk } from '../read-table.ts';
import { halves } from '../register-rows.ts';
import { clockOfExtract } from './clock-of-extract.ts';
import type { ExtractFiles } from './extract-files.ts';

const maximumRejects = 100;

/** Events as they were kept, in pieces in the order of the file, and what became of all others. */
export interface EventsRead {
  readonly kept: EventPieces;
  readonly dropped: ExtractInMemory['dropped'];
  /** The first rows dropped, by reason and line from 1, file by file. */
  readonly rejects: ExtractInMemory['rejects'];
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
  private readonly rejects: (RejectedLine & { readonly file: number })[] = [];
  /** The file being read, of several, and how many came before it. */
  private part: string | undefined;
  private file = 0;
  /** Ragged lines of the chunk that are not listed yet. */
  private raggedAhead: number[] = [];
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
    if (part !== this.part) this.file++;
    this.part = part;
    const { rows, ragged } = chunk;
    this.dropped.ragged += ragged;
    this.raggedAhead = [...chunk.raggedLines];
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
      rejects: this.rejects
        .toSorted((a, b) => a.file - b.file || a.line - b.line)
        .map(({ file: _, ...reject }) => reject),
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
    if (this.rejects.length >= maximumRejects) return;
    const line = lineOf(row);
    this.rejectRagged(line);
    this.reject(reason, line);
  }

  /** Lists ragged lines before a line, so that the first of all rejects are listed, whatever the file was cut into. */
  private rejectRagged(before: number): void {
    while ((this.raggedAhead[0] ?? Infinity) < before) this.reject('ragged', this.raggedAhead.shift() ?? 0);
  }

  private reject(reason: DropReason, line: number): void {
    if (this.rejects.length >= maximumRejects) return;
    const { file, part } = this;
    this.rejects.push({ file, line, reason, ...(part === undefined ? {} : { part }) });
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
