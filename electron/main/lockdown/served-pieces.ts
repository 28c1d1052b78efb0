let served: WeakRef<ArrayBuffer>[] = [];
const looksAgain = 1024;

/**
 * Takes note of bytes of an extract that were handed to the vault; it does not keep them. What is noted is the memory, not the view of it: whoever
 * passes bytes on may make a view of their own and drop this one.
 */
export function noteServed(piece: Uint8Array<ArrayBuffer>): void {
  served.push(new WeakRef(piece.buffer));
  if (served.length % looksAgain === 0) served = served.filter((one) => one.deref() !== undefined);
}

/**
 * Overwrites what is left in this process of bytes that were handed to the vault. To be called when the vault has ended: before, it
 * might still be given them.
 */
export function overwriteServed(): void {
  for (const one of served) {
    const memory = one.deref();
    if (memory !== undefined) new Uint8Array(memory).fill(0);
  }
  served = [];
}
