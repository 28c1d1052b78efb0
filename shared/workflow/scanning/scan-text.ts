import type { FileAtEngine } from '../../ports/file-scan.ts';
import type { Sql } from '../../sql/fragment.ts';
import { textDialect } from './text-dialect.ts';
import type { Columns } from '../../ports/columns.ts';
import { lineOfRow } from '../line-of-row.ts';
import type { TableChunk, TableReading } from '../read-table.ts';
import { LineSurvey } from './line-survey.ts';
import { laterRows } from './later-rows.ts';
import { NotScannable } from './not-scannable.ts';

/**
 * Reads a text file as a whole. While the engine reads, its lines are gone through here, always as far as the rows given out, so
 * that ragged lines are told and every row knows its line; in the end both must have found the same number of rows. Fields are not trimmed
 * until the first that may need it comes up: then the engine begins again, and rows that were given out are passed over.
 * @yields the next piece of rows
 */
export async function* scanText(reading: TableReading, file: FileAtEngine): AsyncGenerator<TableChunk> {
  const walk = await LineWalk.begin(reading);
  try {
    let given = 0;
    for (const plain of [true, false]) {
      const pieces = file.rows((from) => statementOf(reading, from, walk.survey, plain), reading.signal);
      given = yield* laterChunks(walk, pieces, given, plain);
      if (!walk.survey.surrounded) break;
    }
    await walk.reach(Infinity);
    if (walk.survey.rows !== given) throw walk.fault('the engine found another number of rows');
    if (given > 0 || walk.survey.ragged > 0) yield walk.chunk(noRows, given);
  } finally {
    await walk.close();
  }
}

function statementOf(
  { mapping, statement }: TableReading,
  from: Sql,
  { lineEnd = '\n' }: LineSurvey,
  plain: boolean,
): Sql {
  const { dialect, roles } = mapping;
  return statement({ kind: 'text', from, dialect, columns: roles.length, lineEnd, plain }, mapping);
}

/**
 * What was not given out yet, up to the first piece that may need trimming where that is not done.
 * @returns how many rows are given out now
 */
async function* laterChunks(
  walk: LineWalk,
  pieces: AsyncIterable<Columns>,
  given: number,
  plain: boolean,
): AsyncGenerator<TableChunk, number> {
  let found = 0;
  for await (const rows of pieces) {
    const before = Math.max(found, given);
    const passed = Math.min(rows.length, before - found);
    found += rows.length;
    if (passed === rows.length) continue;
    await walk.reach(found);
    if (plain && walk.survey.surrounded) return before;
    yield walk.chunk(laterRows(rows, passed), before);
  }
  return found;
}

/** No rows: what is ragged behind the last row is told with them. */
const noRows: Columns = {
  length: 0,
  int32: () => new Int32Array(0),
  float64: () => new Float64Array(0),
  uint64: () => new BigUint64Array(0),
  text: () => [],
};

class LineWalk {
  readonly survey: LineSurvey;
  private readonly token: string;
  private readonly pieces: AsyncIterator<Uint8Array>;
  private readonly bytesRead: () => number;
  private readonly header: boolean;
  private ended = false;
  private raggedBefore = 0;
  private listedBefore = 0;

  private constructor(text: ConstructorParameters<typeof LineSurvey>[0], opened: Opened) {
    this.token = text.token;
    this.header = text.header;
    this.survey = new LineSurvey(text);
    this.pieces = opened.chunks[Symbol.asyncIterator]();
    this.bytesRead = opened.bytesRead;
  }

  /** Opens the file and goes as far as its first line end. */
  static async begin({ reader, source, kind, mapping, signal }: TableReading): Promise<LineWalk> {
    if (source.kind !== 'file') throw new Error('only files are read as a whole');
    const { delimiter, header } = mapping.dialect;
    const text = { token: source.token, delimiter, columns: mapping.roles.length, header };
    if (!textDialect(mapping)) throw new NotScannable(source.token, 'it is written in another way');
    const walk = new LineWalk(text, await reader.open(source, kind, signal));
    try {
      while (!walk.ended && walk.survey.lineEnd === undefined) await walk.step();
      return walk;
    } catch (error) {
      await walk.close();
      throw error;
    }
  }

  /** Goes on until so many rows were seen, or to the end. */
  async reach(rows: number): Promise<void> {
    while (!this.ended && this.survey.rows < rows) await this.step();
  }

  /** Rows with what is known of their lines; ragged lines are told once. */
  chunk(rows: Columns, rowsBefore: number): TableChunk {
    const { survey, raggedBefore, listedBefore } = this;
    const first = rowsBefore + (this.header ? 2 : 1);
    this.raggedBefore = survey.ragged;
    this.listedBefore = survey.raggedLines.length;
    return {
      rows,
      ragged: survey.ragged - raggedBefore,
      raggedLines: survey.raggedLines.slice(listedBefore),
      lineOf: (row) => lineOfRow(survey.skipped, first + row - 1),
      bytesRead: this.bytesRead(),
    };
  }

  fault(reason: string): NotScannable {
    return new NotScannable(this.token, reason);
  }

  async close(): Promise<void> {
    await this.pieces.return?.();
  }

  private async step(): Promise<void> {
    const next = await this.pieces.next();
    this.ended = next.done === true;
    if (next.done === true) this.survey.end();
    else this.survey.add(next.value);
  }
}

type Opened = Awaited<ReturnType<TableReading['reader']['open']>>;
