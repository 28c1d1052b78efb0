import { DropReason, type RejectedLine } from '../../extract/understanding.ts';

/** More rejected lines than this are counted and not listed: 8 MB. */
export const mostRejects = 1_000_000;

const reasons = DropReason.options;
const lines = 2 ** 33;
/** A file, a line in it and a reason in one whole number below 2^53, in the order of files and lines. */
const code = (file: number, line: number, reason: DropReason): number =>
  (file * lines + line) * reasons.length + reasons.indexOf(reason);

/**
 * Lines of the events that could not be used: file, number and reason, never what stood there. Who objected is not among them, since which
 * lines are theirs is nobody's business. Past a million the first million that were read are listed and the others counted.
 */
export class RejectList {
  private codes = new Float64Array(1024);
  private readonly files: (string | undefined)[] = [];
  private sorted = true;
  private listed = 0;
  private added = 0;

  /** `part` names the file of several. Lines count from 1. */
  add(reason: Exclude<DropReason, 'objection'>, line: number, part?: string): void {
    this.added++;
    if (this.isFull) return;
    if (this.files.length === 0 || this.files.at(-1) !== part) this.files.push(part);
    if (this.listed === this.codes.length) this.widen();
    this.codes[this.listed++] = code(this.files.length - 1, line, reason);
    this.sorted = false;
  }

  /** Whether no further line is listed. */
  get isFull(): boolean {
    return this.listed === mostRejects;
  }

  /** Counts lines of which nobody knows, or needs to know, which they are. */
  addUnlisted(count: number): void {
    this.added += count;
  }

  /** How many lines were rejected and are not listed. */
  get more(): number {
    return this.added - this.listed;
  }

  get length(): number {
    return this.listed;
  }

  /** Up to `most` lines from the first on, file by file in the order they were read. */
  slice(from: number, most: number): RejectedLine[] {
    if (!this.sorted) this.codes.subarray(0, this.listed).sort();
    this.sorted = true;
    return Array.from(this.codes.subarray(from, Math.min(this.listed, from + most)), (coded) => {
      const at = Math.floor(coded / reasons.length);
      const part = this.files[Math.floor(at / lines)];
      const reason = reasons[coded % reasons.length] ?? 'ragged';
      return { line: at % lines, reason, ...(part === undefined ? {} : { part }) };
    });
  }

  private widen(): void {
    const wider = new Float64Array(Math.min(mostRejects, this.codes.length * 2));
    wider.set(this.codes);
    this.codes = wider;
  }
}
