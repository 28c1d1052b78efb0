import { mostRejects } from '../loading/reject-list.ts';
import { NotScannable } from './not-scannable.ts';

/** How a text file is written, as far as lines and fields go. */
export interface SurveyedText {
  readonly token: string;
  readonly delimiter: string;
  /** Fields a row has. */
  readonly columns: number;
  readonly header: boolean;
}

/** Lines longer than this are left to the reader in chunks. */
const longestLine = 1_000_000;

/** A file with more blank lines than this is left to the reader in chunks. */
const mostSkipped = 2_000_000;

/** After so many ragged lines nobody asks any more which lines are none. */
const raggedListed = mostRejects;

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const space = 32;
const tabulator = 9;

/** What a byte may be the beginning of; all other bytes are passed over. */
const plain = 0;
const delimiting = 1;
const ending = 2;
const returning = 3;
const quoting = 4;
const beyondAscii = 5;
const nothing = 6;
const blank = 7;

/** Four bytes at once: the top bit of each, and what leaves it unset in those that are neither below 0x23 nor beyond ASCII. */
const topBits = 0x8080_8080 | 0;
const belowHash = 0x2323_2323;
const ones = 0x0101_0101;

/**
 * Goes through the bytes of a text file once, faster than an engine reads it, and finds which lines are no rows: blank, or with
 * another number of fields. It holds the file to be one of which no line depends on another, so that any reader finds the same
 * rows: UTF-8, all lines ended alike, every quote that opens a field closed before the next delimiter of its line. Throws `NotScannable`
 * on anything else.
 */
export class LineSurvey {
  /** How the lines end, once the first has. */
  lineEnd: '\n' | '\r\n' | undefined;
  /** Lines seen so far that are rows, as far as their number of fields tells. */
  rows = 0;
  /** Lines with another number of fields. */
  ragged = 0;
  /** Numbers, from 1, of the lines that are no rows, and of these the ragged ones; up to the millionth of those. */
  readonly skipped: number[] = [];
  readonly raggedLines: number[] = [];
  /** Whether a field may begin or end with a blank, or holds a character beyond ASCII: only then is there anything to trim. */
  surrounded = false;
  private readonly text: SurveyedText;
  private readonly meaning = new Uint8Array(256);
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  /** Whether bytes beyond ASCII wait for being decoded. */
  private wide = false;
  /** The delimiter, four times over. */
  private readonly delimiters: number;
  private readonly beyond: number;
  private extraFrom = 0;
  /** Fields of a line that is a row and needs no closer look at its end; none before the first line has ended, or where lines end in two bytes. */
  private usual = -1;
  private line = 1;
  private lineStart = 0;
  private fields = 1;
  private before = lineFeed;
  private returned = -1;
  private base = 0;
  private view: DataView = new DataView(new ArrayBuffer(0));
  /** 0 outside of quotes, 1 in quotes, 2 right behind what may have closed them. */
  private quotes = 0;

  constructor(text: SurveyedText) {
    this.text = text;
    this.beyond = text.columns + 1;
    this.meaning.fill(beyondAscii, 128);
    this.meaning[space] = blank;
    this.meaning[tabulator] = blank;
    this.meaning[text.delimiter.charCodeAt(0)] = delimiting;
    this.meaning[lineFeed] = ending;
    this.meaning[carriageReturn] = returning;
    this.meaning[quote] = quoting;
    this.meaning[0] = nothing;
    this.delimiters = text.delimiter.charCodeAt(0) * ones;
  }

  /** The next bytes of the file. */
  add(piece: Uint8Array): void {
    const bytes = this.base === 0 ? withoutMark(piece) : piece;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    if (this.meaning[this.before] === blank && this.isEdge(bytes[0] ?? 0)) this.surrounded = true;
    let at = this.quotes === 0 ? 0 : this.leaveQuotes(bytes, 0);
    for (at = this.pass(bytes, at); at < bytes.length; at = this.pass(bytes, at))
      at = this.meet(bytes, at) + 1;
    if (this.wide) this.decode(bytes, true);
    this.before = bytes.at(-1) ?? this.before;
    this.base += bytes.length;
  }

  /** Told when there are no more bytes. */
  end(): void {
    if (this.quotes === 1) throw this.fault('a quote is left open');
    if (this.wide) this.decode(new Uint8Array(0), false);
    if (this.meaning[this.before] === blank) this.surrounded = true;
    if (this.base === this.lineStart) return;
    if (this.returned >= this.lineStart) throw this.fault('the last line ends in a carriage return');
    this.count(this.base);
  }

  /** From somewhere to the next byte that asks for a closer look; counts fields, and lines that are rows, on the way. */
  private pass(bytes: Uint8Array, from: number): number {
    const { meaning, beyond, usual, base, view } = this;
    let { fields } = this;
    let start = this.lineStart - base;
    let lines = 0;
    let at = this.toMarked(view, bytes.length, from);
    for (; at < bytes.length; at = this.toMarked(view, bytes.length, at + 1)) {
      const kind = meaning[bytes[at] ?? 0] ?? plain;
      if (kind === delimiting) {
        fields++;
        if (fields === beyond) this.extraFrom = base + at;
      } else if (kind === ending && fields === usual && at - start <= longestLine) {
        fields = 1;
        start = at + 1;
        lines++;
      } else if (kind !== plain) break;
    }
    this.fields = fields;
    this.lineStart = base + start;
    this.line += lines;
    this.rows += lines;
    return at;
  }

  /** The next byte that may be more than a part of a field, from somewhere on: four at a time as long as none of them is. */
  private toMarked(view: DataView, length: number, from: number): number {
    const { delimiters } = this;
    let at = from;
    for (; at + 4 <= length; at += 4) {
      const word = view.getInt32(at, true);
      const other = word ^ delimiters;
      const marked = ((word - belowHash) | word | ((other - ones) & ~other)) & topBits;
      if (marked !== 0) return at + ((31 - Math.clz32(marked & -marked)) >> 3);
    }
    return at;
  }

  private meetBlank(bytes: Uint8Array, at: number): void {
    const before = at === 0 ? this.before : (bytes[at - 1] ?? 0);
    if (this.isEdge(before) || (at + 1 < bytes.length && this.isEdge(bytes[at + 1] ?? 0)))
      this.surrounded = true;
  }

  /** Whether a field, or what stands in its quotes, may end or begin at a byte. */
  private isEdge(byte: number): boolean {
    const kind = this.meaning[byte] ?? plain;
    return kind === delimiting || kind === ending || kind === returning || kind === quoting;
  }

  /** Takes note of such a byte; returns the last that was looked at. */
  private meet(bytes: Uint8Array, at: number): number {
    switch (this.meaning[bytes[at] ?? 0] ?? 0) {
      case ending:
        this.endLine(this.base + at);
        return at;
      case returning:
        if (this.lineEnd === '\n' || this.returned >= this.lineStart)
          throw this.fault('a carriage return stands within a line');
        this.returned = this.base + at;
        return at;
      case beyondAscii:
        this.meetWide();
        return at;
      case quoting:
        return this.meetQuote(bytes, at);
      case blank:
        this.meetBlank(bytes, at);
        return at;
      default:
        throw this.fault('it has a zero byte');
    }
  }

  private meetQuote(bytes: Uint8Array, at: number): number {
    const before = at === 0 ? this.before : (bytes[at - 1] ?? 0);
    if (before === space && this.isBlankBefore(bytes, at)) throw this.fault('a quote stands behind a space');
    const opens = this.meaning[before] === delimiting || this.base + at === this.lineStart;
    if (!opens) return at;
    this.quotes = 1;
    return this.leaveQuotes(bytes, at + 1) - 1;
  }

  /** Whether only spaces stand between the beginning of a field and a place, as far as these bytes tell. */
  private isBlankBefore(bytes: Uint8Array, at: number): boolean {
    let from = at - 1;
    while (bytes[from] === space) from--;
    return from < 0 || this.base + from < this.lineStart || this.meaning[bytes[from] ?? 0] === delimiting;
  }

  /** From within quotes to behind them; returns where to go on, which may be the end of these bytes. */
  private leaveQuotes(bytes: Uint8Array, from: number): number {
    let at = from;
    for (; at < bytes.length; at++) {
      if (this.quotes === 2) {
        const kind = this.meaning[bytes[at] ?? 0] ?? plain;
        if (kind !== quoting) return this.closeQuotes(kind, at);
        this.quotes = 1;
        continue;
      }
      at = this.toMarked(this.view, bytes.length, at);
      if (at < bytes.length) this.stayInQuotes(bytes, at);
    }
    return at;
  }

  private stayInQuotes(bytes: Uint8Array, at: number): void {
    const kind = this.meaning[bytes[at] ?? 0] ?? plain;
    if (kind === quoting) this.quotes = 2;
    else if (kind === ending || kind === nothing) throw this.fault('a quoted field goes over lines');
    else if (kind === beyondAscii) this.meetWide();
    else if (kind === blank) this.meetBlank(bytes, at);
  }

  private meetWide(): void {
    this.wide = true;
    this.surrounded = true;
  }

  private closeQuotes(kind: number, at: number): number {
    if (kind !== delimiting && kind !== ending && kind !== returning)
      throw this.fault('a quote is followed by something else than a delimiter');
    this.quotes = 0;
    return at;
  }

  private endLine(where: number): void {
    const returned = this.returned >= this.lineStart;
    if (returned && this.returned !== where - 1) throw this.fault('a carriage return stands within a line');
    const lineEnd = returned ? '\r\n' : '\n';
    this.lineEnd ??= lineEnd;
    if (this.lineEnd !== lineEnd) throw this.fault('its lines end in two ways');
    if (lineEnd === '\n') this.usual = this.text.columns;
    this.count(returned ? where - 1 : where);
    this.lineStart = where + 1;
    this.fields = 1;
    this.line++;
    if (this.skipped.length > mostSkipped) throw this.fault('it has too many blank lines');
  }

  /** Takes note of a line that ends before `end`. */
  private count(end: number): void {
    const length = end - this.lineStart;
    if (length > longestLine) throw this.fault('a line is very long');
    if (this.line === 1 && this.text.header) return;
    if (length > 0 && this.isRow(end)) {
      this.rows++;
      return;
    }
    const listed = this.ragged < raggedListed;
    if (listed) this.skipped.push(this.line);
    if (length === 0) return;
    this.ragged++;
    if (listed) this.raggedLines.push(this.line);
  }

  /** Fields beyond those a row has are no fault where nothing stands in them. */
  private isRow(end: number): boolean {
    const more = this.fields - this.text.columns;
    return more === 0 || (more > 0 && end - this.extraFrom === more);
  }

  private decode(bytes: Uint8Array, more: boolean): void {
    try {
      this.decoder.decode(bytes, { stream: more });
      this.wide = (bytes.at(-1) ?? 0) >= 128;
    } catch {
      throw this.fault('it is not UTF-8');
    }
  }

  private fault(reason: string): NotScannable {
    return new NotScannable(this.text.token, reason);
  }
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
