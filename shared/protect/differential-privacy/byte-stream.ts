import type { RandomBytes } from '../../ports/random-bytes.ts';

const batch = 4096;

/** Random bytes one at a time, taken from the source in batches. A byte that was read is wiped from the batch. */
export class ByteStream {
  readonly #source: RandomBytes;
  #bytes = new Uint8Array(0);
  #at = 0;

  constructor(source: RandomBytes) {
    this.#source = source;
  }

  /** The next byte, 0 to 255. Throws where the source gives fewer bytes than asked for. */
  next(): bigint {
    if (this.#at >= this.#bytes.length) {
      this.#bytes = this.#source.take(batch).slice();
      if (this.#bytes.length !== batch) throw new Error('the random source gave fewer bytes than asked for');
      this.#at = 0;
    }
    const byte = this.#bytes[this.#at] ?? 0;
    this.#bytes[this.#at] = 0;
    this.#at++;
    return BigInt(byte);
  }
}
