import { Refusal } from '../../base/failure.ts';
import { finished, type Steps } from '../../base/steps.ts';
import type { Mapping, Mappings } from '../../extract/profile.ts';
import {
  singleSources,
  sizeOf,
  type FileKind,
  type SingleSource,
  type Source,
} from '../../extract/source.ts';
import type { TableChunk, TableReading } from '../read-table.ts';
import { beginTable, tableChunks, type BegunTable } from '../scanning/table-chunks.ts';
import { describesPersons } from './describes-persons.ts';
import type { LoadOrder, LoadProgress } from './load-order.ts';
import { nameOf } from './name-of.ts';
import { wholeText } from './whole-text.ts';

/** A table of the extract and the statement that reads it. */
export interface FileToRead {
  readonly kind: keyof Mappings;
  readonly source: Source;
  readonly mapping: Mapping;
  readonly statement: TableReading['statement'];
  /** Its first source, where reading has begun. */
  readonly begun?: BegunTable | undefined;
}

/** How often it is told how far reading has come, in bytes of a file. */
const bytesBetween = 1024 * 1024;

/** The files of one extract while they are read one after the other, and how far that has come. */
export class ExtractFiles {
  readonly order: LoadOrder;
  /** Rows of events read so far; whoever reads them adds them. */
  rowsRead = 0;
  private bytesBefore = 0;
  private readonly totalBytes: number;
  private readonly inChunks: ReadonlySet<string>;
  private readonly begun: BegunTable[] = [];

  /** Files named in `inChunks`, by token, are not read as a whole. */
  constructor(order: LoadOrder, inChunks: ReadonlySet<string>) {
    this.inChunks = inChunks;
    const { sources, mappings } = order;
    this.order = order;
    const again = describesPersons(mappings.events) ? [sources.events] : [];
    this.totalBytes = [...Object.values(sources), ...again].reduce((sum, source) => sum + sizeOf(source), 0);
  }

  /** A small file as text. */
  async text(source: Source, kind: Exclude<FileKind, keyof Mappings>): Promise<string> {
    if (source.kind === 'parts') oneFileOnly(source.name, kind);
    const opened = await this.order.reader.open(source, kind, this.order.signal);
    const text = await wholeText(opened, nameOf(source), this.order.signal);
    this.bytesBefore += opened.bytesRead();
    return text;
  }

  /** Begins to read a table, where an engine can while others are read; its rows are asked for with what is returned. */
  begin(file: FileToRead): FileToRead {
    const [source] = singleSources(file.source);
    const begun = source && beginTable(this.reading(file, source), this.inChunks);
    if (begun) this.begun.push(begun);
    return { ...file, begun };
  }

  /** Lets go of what was begun, whether it was read or not. */
  async close(): Promise<void> {
    await Promise.all(this.begun.splice(0).map(async (begun) => begun.close()));
  }

  /** Reads a table, file by file in the order of their names, and each piece by piece. */
  async table(file: FileToRead, onChunk: (chunk: TableChunk, part?: string) => void): Promise<void> {
    const { kind } = file;
    let chunks = 0;
    for (const [index, source] of singleSources(file.source).entries()) {
      let bytesRead = 0;
      let toldAt = 0;
      for await (const chunk of this.chunksOf(file, source, index)) {
        chunks++;
        onChunk(chunk, file.source.kind === 'parts' ? nameOf(source) : undefined);
        ({ bytesRead } = chunk);
        if (chunks === 1 || bytesRead - toldAt >= bytesBetween) {
          toldAt = bytesRead;
          this.tell(kind, bytesRead);
        }
      }
      this.bytesBefore += bytesRead;
    }
    if (chunks === 0 && kind === 'events') throw noRows(nameOf(file.source));
  }

  /** Drives long work as the order wants it. */
  async inSteps<T>(work: Steps<T>): Promise<T> {
    const { inSteps } = this.order;
    return inSteps ? inSteps(work) : finished(work);
  }

  /** Tells that all files are read and sorting begins. */
  tellSorting(): void {
    this.order.onProgress({
      stage: 'sorting',
      bytes: this.bytesBefore,
      totalBytes: this.bytesBefore,
      rows: this.rowsRead,
    });
  }

  private async *chunksOf(file: FileToRead, source: SingleSource, index: number): AsyncGenerator<TableChunk> {
    const begun = index === 0 ? file.begun : undefined;
    yield* begun?.chunks ?? tableChunks(this.reading(file, source), this.inChunks);
    if (begun) await this.close();
  }

  private reading(file: FileToRead, source: SingleSource): TableReading {
    const { engine, reader, signal } = this.order;
    return { engine, reader, signal, ...file, source };
  }

  private tell(stage: LoadProgress['stage'], bytesRead: number): void {
    const { totalBytes, rowsRead } = this;
    this.order.onProgress({ stage, bytes: this.bytesBefore + bytesRead, totalBytes, rows: rowsRead });
  }
}

function noRows(file: string): Refusal {
  return new Refusal('no-rows', `${file} holds no rows below its first line.`, { file });
}

function oneFileOnly(file: string, kind: FileKind): never {
  throw new Error(`The ${kind} must be one file, and ${file} is several.`);
}
