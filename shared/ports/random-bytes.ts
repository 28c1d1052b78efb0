/** Bytes of the system's random source; tests hand in a known stream. */
export interface RandomBytes {
  /** The next `count` bytes, each uniform in 0 to 255. */
  take(count: number): Uint8Array;
}
