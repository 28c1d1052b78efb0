import { civilFromDays } from '../base/calendar.ts';
import type { RowFault } from './faults.ts';

const chunkBytes = 1 << 20;
const slack = 1 << 16;
const zero = 48;
const comma = 44;

/** Event types, one in sixteen each by how often they are named. */
const eventTypes = ['data', 'data', 'data', 'data', 'data', 'data', 'data', 'data', 'data'].concat([
  'update',
  'update',
  'update',
  'update',
  'voice',
  'voice',
  'sms',
]);

const typeBytes = eventTypes.map((name) => asciiBytes(name));
const brokenTime = asciiBytes('0000-00-00T00:00:00Z');
const unknownCell = asciiBytes('001-01-99999-9');

/** First line of the event file. */
const eventHeader = 'event_ts,subscriber_id,cell_id,event_type\n';

/** Writes event rows as bytes into chunks of about 1 MiB, without making a text or an object for a row. */
export class RowWriter {
  #buffer = new Uint8Array(chunkBytes + slack);
  #length = 0;
  #day = -1;
  readonly #cellIds: Uint8Array;
  readonly #date = new Uint8Array(11);
  readonly #person = new Uint8Array(16);

  constructor(cellIds: readonly string[]) {
    this.#cellIds = asciiBytes(cellIds.join(''));
    if (this.#cellIds.length !== cellIds.length * 14) throw new Error('a cell id is not 14 characters long');
    this.#append(asciiBytes(eventHeader));
  }

  /** Whether a chunk should be taken before the next person-day (at most 64 KiB) is written. */
  get full(): boolean {
    return this.#length >= chunkBytes;
  }

  /** Hands over what was written since the last call. */
  take(): Uint8Array {
    const chunk = this.#buffer.subarray(0, this.#length);
    this.#buffer = new Uint8Array(chunkBytes + slack);
    this.#length = 0;
    return chunk;
  }

  /** The person of the rows to come. */
  setPerson(pseudonym: string): void {
    for (let i = 0; i < 16; i++) this.#person[i] = pseudonym.charCodeAt(i);
  }

  /**
   * Writes one row.
   * @param second seconds since 1970, UTC; `undefined` writes a broken time
   * @param cell index of the cell
   * @param type index into `eventTypes`
   */
  write(second: number | undefined, cell: number, type: number, fault: RowFault): void {
    if (second === undefined) this.#append(brokenTime);
    else this.#time(second);
    this.#byte(comma);
    if (fault !== 'missingPerson') this.#append(this.#person);
    if (fault === 'raggedShort') return this.#byte(10);
    this.#byte(comma);
    if (fault === 'unknownCell') this.#append(unknownCell);
    else this.#append(this.#cellIds, cell * 14, cell * 14 + 14);
    this.#byte(comma);
    const name = typeBytes[type];
    if (name !== undefined) this.#append(name);
    if (fault === 'raggedLong') {
      this.#byte(comma);
      this.#byte(zero);
    }
    this.#byte(10);
  }

  /** Writes the bytes of the last `length` bytes again. */
  repeat(length: number): void {
    this.#buffer.copyWithin(this.#length, this.#length - length, this.#length);
    this.#length += length;
  }

  /** Bytes written into the current chunk. */
  get length(): number {
    return this.#length;
  }

  #byte(value: number): void {
    this.#buffer[this.#length++] = value;
  }

  #append(bytes: Uint8Array, from = 0, to = bytes.length): void {
    const buffer = this.#buffer;
    let at = this.#length;
    for (let i = from; i < to; i++) buffer[at++] = bytes[i] ?? 0;
    this.#length = at;
  }

  #time(second: number): void {
    const day = Math.floor(second / 86_400);
    if (day !== this.#day) this.#setDay(day);
    this.#append(this.#date);
    const rest = second - day * 86_400;
    this.#twoDigits((rest / 3600) | 0, 58);
    this.#twoDigits(((rest / 60) | 0) % 60, 58);
    this.#twoDigits(rest % 60, 90);
  }

  #twoDigits(value: number, after: number): void {
    const tens = (value / 10) | 0;
    this.#byte(zero + tens);
    this.#byte(zero + value - 10 * tens);
    this.#byte(after);
  }

  #setDay(day: number): void {
    const date = civilFromDays(day);
    const parts = [String(date.year).padStart(4, '0'), String(date.month).padStart(2, '0')];
    this.#date.set(asciiBytes(`${parts.join('-')}-${String(date.day).padStart(2, '0')}T`));
    this.#day = day;
  }
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
