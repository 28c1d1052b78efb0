import type { Steps } from './steps.ts';

const [tab, lineFeed, carriageReturn, space] = [9, 10, 13, 32];
const [quote, comma, backslash] = [34, 44, 92];
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125];

/** Containers deeper inside are parsed with what holds them: a border of GeoJSON is seven deep. */
const mostDepth = 16;
/** Characters that are gone through in a step. */
const lengthOfStep = 1 << 17;

/** A container that was begun; `value` is there once a part of it was parsed. */
interface Frame {
  isArray: boolean;
  /** Where its bracket stands. */
  start: number;
  /** From here on nothing was parsed yet. */
  from: number;
  /** Whether a value ends at `from`, so that a comma or the end must follow. */
  taken: boolean;
  value: unknown[] | Record<string, unknown> | undefined;
  /** The last string that stands in it directly, quotes included: before a container, its key. */
  keyFrom: number;
  keyTo: number;
}

/**
 * What `JSON.parse` makes of a text, in steps: values inside of large arrays and objects are parsed by themselves, some `piece` characters
 * at once. A single string, number or container without commas is not cut. Throws a `SyntaxError` where `JSON.parse` does.
 */
export function* parsingJson(text: string, piece = 1 << 18): Steps<unknown> {
  const cutter = new JsonCutter(text, piece);
  while (cutter.at < text.length) {
    cutter.advance(Math.min(text.length, cutter.at + lengthOfStep));
    yield { done: cutter.at, total: text.length };
  }
  return cutter.finish();
}

class JsonCutter {
  at = 0;
  private readonly text: string;
  private readonly piece: number;
  private readonly frames: Frame[] = Array.from({ length: mostDepth }, () => ({
    isArray: false,
    start: 0,
    from: 0,
    taken: false,
    value: undefined,
    keyFrom: 0,
    keyTo: 0,
  }));
  private depth = 0;
  private root: { readonly value: unknown; readonly start: number; readonly end: number } | undefined;

  constructor(text: string, piece: number) {
    this.text = text;
    this.piece = piece;
  }

  /** Goes on to a place in the text, or little further. */
  advance(to: number): void {
    const { text } = this;
    while (this.at < to) {
      const character = text.charCodeAt(this.at);
      if (character === quote) this.passString();
      else if (character === comma) this.comma();
      else if (character === openArray || character === openObject) this.open(character === openArray);
      else if (character === closeArray || character === closeObject) this.close(character === closeArray);
      this.at++;
    }
  }

  finish(): unknown {
    if (this.depth > 0) throw notJson();
    if (!this.root) return JSON.parse(this.text);
    const { value, start, end } = this.root;
    if (!this.isBlank(0, start) || !this.isBlank(end, this.text.length)) throw notJson();
    return value;
  }

  private passString(): void {
    const from = this.at;
    let end = from;
    do end = this.text.indexOf('"', end + 1);
    while (end !== -1 && this.isEscaped(end));
    if (end === -1) throw notJson();
    const frame = this.frames[this.depth - 1];
    if (frame) [frame.keyFrom, frame.keyTo] = [from, end + 1];
    this.at = end;
  }

  private isEscaped(at: number): boolean {
    let before = at - 1;
    while (this.text.charCodeAt(before) === backslash) before--;
    return (at - before) % 2 === 0;
  }

  private open(isArray: boolean): void {
    const frame = this.frames[this.depth++];
    if (!frame) return;
    frame.isArray = isArray;
    frame.start = this.at;
    frame.from = this.at + 1;
    frame.taken = false;
    frame.value = undefined;
  }

  private comma(): void {
    const frame = this.frames[this.depth - 1];
    if (!frame || (!frame.taken && this.at - frame.from < this.piece)) return;
    this.take(frame, this.at);
    frame.taken = false;
    frame.from = this.at + 1;
  }

  private close(isArray: boolean): void {
    if (this.depth === 0) throw notJson();
    const frame = this.frames[--this.depth];
    if (!frame) return;
    if (frame.isArray !== isArray) throw notJson();
    if (frame.value === undefined) return;
    this.take(frame, this.at);
    const outer = this.frames[this.depth - 1];
    if (outer) this.put(outer, frame);
    else if (this.root) throw notJson();
    else this.root = { value: frame.value, start: frame.start, end: this.at + 1 };
  }

  /** Parses what stands in a container up to a place, which must be at least one value, or nothing behind one. */
  private take(frame: Frame, to: number): void {
    if (frame.taken) {
      if (!this.isBlank(frame.from, to)) throw notJson();
      return;
    }
    if (this.add(frame, this.text.slice(frame.from, to)) === 0) throw notJson();
  }

  /** Puts a container that was parsed by itself, and what stands before it, into the one around it. */
  private put(outer: Frame, { value, start }: Frame): void {
    if (outer.taken) throw notJson();
    this.add(outer, `${this.text.slice(outer.from, start)}[]`);
    if (Array.isArray(outer.value)) outer.value[outer.value.length - 1] = value;
    else if (outer.value)
      set(outer.value, JSON.parse(this.text.slice(outer.keyFrom, outer.keyTo)) as string, value);
    outer.from = this.at + 1;
    outer.taken = true;
  }

  /** Adds members of a container and tells how many there were. */
  private add(frame: Frame, members: string): number {
    if (frame.isArray) {
      const values = JSON.parse(`[${members}]`) as unknown[];
      const known = Array.isArray(frame.value) ? frame.value : [];
      for (const value of values) known.push(value);
      frame.value = known;
      return values.length;
    }
    const entries = Object.entries(JSON.parse(`{${members}}`) as Record<string, unknown>);
    const known = frame.value === undefined || Array.isArray(frame.value) ? {} : frame.value;
    for (const [key, value] of entries) set(known, key, value);
    frame.value = known;
    return entries.length;
  }

  private isBlank(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const one = this.text.charCodeAt(i);
      if (one !== space && one !== lineFeed && one !== carriageReturn && one !== tab) return false;
    }
    return true;
  }
}

/** Sets a property of that very name, whatever it is called. */
function set(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

function notJson(): SyntaxError {
  return new SyntaxError('not JSON');
}
