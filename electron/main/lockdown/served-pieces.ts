let served: WeakRef<Uint8Array>[] = [];
const looksAgain = 1024;

/** Takes note of bytes of an extract that were handed to the vault; it does not keep them. */
export function noteServed(piece: Uint8Array): void {
  served.push(new WeakRef(piece));
  if (served.length % looksAgain === 0) served = served.filter((one) => one.deref() !== undefined);
}

/**
 * Overwrites what is left in this process of bytes that were handed to the vault. To be called when the vault has ended: before, it
 * might still be given them.
 */
export function overwriteServed(): void {
  for (const one of served) one.deref()?.fill(0);
  served = [];
}
