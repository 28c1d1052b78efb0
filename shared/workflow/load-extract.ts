import { isoUtc, civilFromDays } from '../base/calendar.ts';
import { Refusal } from '../base/failure.ts';
import { localClock, offsetTable } from '../base/time-zone.ts';
import type { Mapping, Mappings } from '../extract/profile.ts';
import type { FileKind, Source, Sources } from '../extract/source.ts';
import type { DropReason, ObjectionReport } from '../extract/understanding.ts';
import type { SensitivePlace } from '../geo/masked-cells.ts';
import { parseZones } from '../geo/parse-zones.ts';
import { parsePlaces } from '../extract/parse-places.ts';
import { parsePopulation, type PopulationFile } from '../products/population-file.ts';
import { refuseOverlaps } from '../geo/overlapping-zones.ts';
import type { ZoneShape } from '../geo/zone-shape.ts';
import { sortBaseTable } from '../kernel/base-table.ts';
import { GrownArray } from '../kernel/grown-array.ts';
import {
  attributeRoles,
  cellRows,
  columnOf,
  eventRows,
  hasPositions,
  hasValidity,
  objectionRows,
  personRows,
} from '../plan/read-rows.ts';
import { firstPossibleSecond, lastPossibleSecond } from '../plan/read-values.ts';
import type { CsvChunk } from '../plan/csv-columns.ts';
import { identifierHash } from '../plan/look-up.ts';
import type { Engine } from '../ports/engine.ts';
import type { SourceReader } from '../ports/source-reader.ts';
import type { Sql } from '../sql/fragment.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';
import { checkMappings } from './check-mappings.ts';
import { PersonRegister, type IdentifierStatus } from './person-register.ts';
import { PlaceRegister } from './place-register.ts';
import { readTable, type TableChunk } from './read-table.ts';
import { describeRows, halves, objectRows } from './register-rows.ts';

/** How far loading has come; `bytes` counts all files as they lie on disk. */
export interface LoadProgress {
  readonly stage: Exclude<FileKind, 'population'> | 'sorting';
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

/** An extract just read, and what one identifier is in it; asking changes nothing. */
export interface LoadedExtract extends ExtractInMemory {
  readonly statusOf: (identifier: string) => Promise<IdentifierStatus>;
}

/** What loading needs. `key` is the review's secret; it stays in this process and is gone with the extract. */
export interface LoadOrder {
  readonly engine: Engine;
  readonly reader: SourceReader;
  readonly sources: Sources;
  readonly mappings: Mappings;
  readonly timeZone: string;
  readonly noRegisterReason: string;
  readonly key: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

/** A table of the extract and the statement that reads a chunk of it. */
interface FileToRead {
  readonly kind: keyof Mappings;
  readonly source: Source;
  readonly mapping: Mapping;
  readonly statement: (chunk: CsvChunk) => Sql;
}

const maximumRejects = 100;

/**
 * Reads an extract into memory, stage 1 included: identifiers become numbers by a keyed hash, SIMs of one person become one
 * number, objectors' events are dropped, rows that cannot be used are counted by reason. Columns without a role are not
 * read. Refuses when nothing usable is left (`nothing-kept`).
 */
export async function loadExtract(order: LoadOrder): Promise<LoadedExtract> {
  checkMappings(order.sources, order.mappings);
  const loading = new Loading(order);
  const polygons = await loading.readZones();
  const places = await loading.readPlaces();
  const population = await loading.readPopulation();
  await loading.readCells();
  await loading.readPersons();
  const asOf = await loading.readObjections();
  await loading.readEvents();
  return loading.finish({ polygons, places, population }, asOf);
}

class Loading {
  private readonly order: LoadOrder;
  private readonly persons = new PersonRegister();
  private readonly places = new PlaceRegister();
  private readonly columns = { person: new GrownArray(), second: new GrownArray(), cell: new GrownArray() };
  private readonly rejects: { line: number; reason: DropReason }[] = [];
  private readonly dropped: Record<keyof ExtractInMemory['dropped'], number> = {
    ragged: 0,
    badTime: 0,
    missingPerson: 0,
    unknownCell: 0,
    badPosition: 0,
    objection: 0,
  };
  private rowsRead = 0;
  private bytesBefore = 0;

  private readonly totalBytes: number;

  constructor(order: LoadOrder) {
    const { sources, mappings } = order;
    this.order = order;
    const again = describesPersons(mappings.events) ? [sources.events] : [];
    this.totalBytes = [...Object.values(sources), ...again].reduce((sum, source) => sum + sizeOf(source), 0);
  }

  async readZones(): Promise<readonly ZoneShape[]> {
    const { zones } = this.order.sources;
    if (!zones) return [];
    const shapes = parseZones(await this.readText(zones, 'zones'), nameOf(zones));
    refuseOverlaps(shapes, nameOf(zones));
    return shapes;
  }

  async readPlaces(): Promise<readonly SensitivePlace[]> {
    const { places } = this.order.sources;
    return places ? parsePlaces(await this.readText(places, 'places'), nameOf(places)) : [];
  }

  async readPopulation(): Promise<PopulationFile | undefined> {
    const { population } = this.order.sources;
    if (!population) return undefined;
    const name = nameOf(population);
    return { name, rows: parsePopulation(await this.readText(population, 'population'), name) };
  }

  private async readText(source: Source, kind: Exclude<FileKind, keyof Mappings>): Promise<string> {
    const opened = await this.order.reader.open(source, kind, this.order.signal);
    const decoder = new TextDecoder('utf-8');
    let text = '';
    for await (const piece of opened.chunks) text += decoder.decode(piece, { stream: true });
    this.bytesBefore += opened.bytesRead();
    return text + decoder.decode();
  }

  async readCells(): Promise<void> {
    const { sources, mappings } = this.order;
    if (!sources.cells || !mappings.cells) return;
    const { cells } = mappings;
    const dated = hasValidity(cells);
    await this.read(
      { kind: 'cells', source: sources.cells, mapping: cells, statement: (chunk) => cellRows(chunk, cells) },
      ({ rows }) => {
        const hashes = halves(rows.uint64('cell'));
        const latitude = rows.float64('latitude');
        const longitude = rows.float64('longitude');
        const range = rows.float64('range');
        const validityOf = dated ? this.validityReader(rows, cells) : () => undefined;
        for (let i = 0; i < rows.length; i++)
          this.places.describe(hashes[2 * i] ?? 0, hashes[2 * i + 1] ?? 0, {
            latitude: latitude[i] ?? 999,
            longitude: longitude[i] ?? 999,
            range: range[i] ?? 0,
            ...validityOf(i),
          });
      },
    );
  }

  async readPersons(): Promise<void> {
    const { sources, mappings, key } = this.order;
    const files = [
      { source: sources.persons, mapping: mappings.persons, kind: 'persons' as const },
      { source: sources.events, mapping: mappings.events, kind: 'events' as const },
    ];
    for (const { source, mapping, kind } of files) {
      if (!source || !mapping || !describesPersons(mapping)) continue;
      await this.read(
        {
          kind,
          source,
          mapping,
          statement: (chunk) => personRows(chunk, mapping, key),
        },
        ({ rows }) => describeRows(this.persons, rows),
      );
    }
  }

  async readObjections(): Promise<number> {
    const { sources, mappings, key } = this.order;
    let latest = -1;
    if (!sources.objections || !mappings.objections) return latest;
    const { objections } = mappings;
    await this.read(
      {
        kind: 'objections',
        source: sources.objections,
        mapping: objections,
        statement: (chunk) => objectionRows(chunk, objections, key),
      },
      ({ rows }) => {
        latest = Math.max(latest, objectRows(this.persons, rows));
      },
    );
    return latest;
  }

  async readEvents(): Promise<void> {
    const { sources, mappings, key } = this.order;
    const { events } = mappings;
    const stated = hasPositions(events);
    const toUtc = events.hasOffset ? undefined : this.localClock();
    await this.read(
      {
        kind: 'events',
        source: sources.events,
        mapping: events,
        statement: (chunk) => eventRows(chunk, events, key),
      },
      (chunk) => {
        const { rows } = chunk;
        this.rowsRead += rows.length + chunk.ragged;
        this.dropped.ragged += chunk.ragged;
        for (const line of chunk.raggedLines) this.reject('ragged', line);
        const second = rows.int32('second');
        const person = halves(rows.uint64('person'));
        const tie = rows.int32('tie');
        const placeOf = stated ? this.positionReader(chunk) : this.cellReader(chunk);
        const { person: people, second: seconds, cell: cells } = this.columns;
        for (const column of [people, seconds, cells]) column.reserve(rows.length);
        for (let i = 0; i < rows.length; i++) {
          const local = second[i] ?? -1;
          const at = toUtc && local >= 0 ? toUtc(local) : local;
          const place = local < 0 ? -1 : placeOf(i, at);
          const reason =
            local === -1
              ? 'badTime'
              : local === -2
                ? 'missingPerson'
                : place === -1
                  ? stated
                    ? 'badPosition'
                    : 'unknownCell'
                  : undefined;
          const number = reason
            ? -1
            : this.persons.seen(
                this.persons.identifier(person[2 * i] ?? 0, person[2 * i + 1] ?? 0),
                tie[i] ?? 0,
              );
          if (number === -1) {
            this.dropped[reason ?? 'objection']++;
            if (reason && this.rejects.length < maximumRejects) this.reject(reason, chunk.lineOf(i));
            continue;
          }
          people.push(number);
          seconds.push(at);
          cells.push(place);
        }
      },
    );
  }

  finish(shapes: Pick<ExtractInMemory, 'polygons' | 'places' | 'population'>, asOf: number): LoadedExtract {
    const { sources, timeZone, onProgress, engine, key } = this.order;
    if (this.columns.person.length === 0)
      throw nothingKept(nameOf(sources.events), this.rowsRead, this.dropped);
    onProgress({
      stage: 'sorting',
      bytes: this.bytesBefore,
      totalBytes: this.bytesBefore,
      rows: this.rowsRead,
    });
    const { persons } = this;
    const { person, second, cell } = this.columns;
    const sorted = sortBaseTable({ person: person.trim(), second: second.trim(), cell: cell.trim() });
    const firstSecond = sorted.table.second.reduce((low, value) => Math.min(low, value), Infinity);
    return {
      name: nameOf(sources.events),
      base: sorted.table,
      ...this.places.finish(),
      cellsKnown: this.places.cellsKnown,
      persons: persons.persons - persons.matched,
      ...persons.finish(civilFromDays(Math.floor(firstSecond / 86_400)).year),
      ...shapes,
      severalPseudonyms: persons.withSeveralPseudonyms(),
      rowsRead: this.rowsRead,
      repeatsOfCell: sorted.repeatsOfCell,
      dropped: this.dropped,
      rejects: this.rejects.toSorted((a, b) => a.line - b.line),
      objections: this.objections(asOf),
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

  private objections(asOf: number): ObjectionReport {
    const { sources, noRegisterReason } = this.order;
    if (!sources.objections) return { kind: 'none', reason: noRegisterReason };
    const { registered, matched, persons } = this.persons;
    const common = { kind: 'register', registered, matched, personsBefore: persons } as const;
    return asOf === -1 ? common : { ...common, asOf: isoUtc(asOf) };
  }

  private async read(file: FileToRead, onChunk: (chunk: TableChunk) => void): Promise<void> {
    const { kind } = file;
    const { engine, reader, signal, onProgress } = this.order;
    const { totalBytes } = this;
    let bytesRead = 0;
    for await (const chunk of readTable({ engine, reader, signal, ...file })) {
      onChunk(chunk);
      ({ bytesRead } = chunk);
      onProgress({ stage: kind, bytes: this.bytesBefore + bytesRead, totalBytes, rows: this.rowsRead });
    }
    this.bytesBefore += bytesRead;
  }

  private reject(reason: DropReason, line: number): void {
    if (this.rejects.length < maximumRejects) this.rejects.push({ line, reason });
  }

  private localClock(): (local: number) => number {
    const table = offsetTable(this.order.timeZone, firstPossibleSecond - 86_400, lastPossibleSecond);
    return localClock(table);
  }

  private cellReader(chunk: TableChunk): (row: number, second: number) => number {
    const hashes = halves(chunk.rows.uint64('cell'));
    return (row, second) => this.places.ofCell(hashes[2 * row] ?? 0, hashes[2 * row + 1] ?? 0, second);
  }

  /** From when to when a row of the cell reference holds; a last day without a clock holds to its end. */
  private validityReader(
    rows: TableChunk['rows'],
    { hasOffset }: Mapping,
  ): (row: number) => { readonly from: number; readonly until: number } {
    const [from, to] = [rows.int32('valid_from'), rows.int32('valid_to')];
    const toUtc = hasOffset ? (second: number) => second : this.localClock();
    return (row) => {
      const [first, last] = [from[row] ?? -1, to[row] ?? -1];
      return {
        from: first === -1 ? -Infinity : toUtc(first),
        until: last === -1 ? Infinity : toUtc(last % 86_400 === 0 ? last + 86_400 : last),
      };
    };
  }

  private positionReader(chunk: TableChunk): (row: number) => number {
    const latitude = chunk.rows.float64('latitude');
    const longitude = chunk.rows.float64('longitude');
    return (row) => this.places.ofPosition(latitude[row] ?? 999, longitude[row] ?? 999);
  }
}

function describesPersons(mapping: Mapping): boolean {
  return attributeRoles.some((role) => columnOf(mapping, role) !== -1);
}

function sizeOf(source: Source | undefined): number {
  return source?.kind === 'file' ? source.sizeBytes : 0;
}

/** What a file is called in messages and reports. */
export function nameOf(source: Source): string {
  return source.kind === 'file'
    ? source.name
    : `${source.preset} (${source.persons} persons, ${source.days} days)`;
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
