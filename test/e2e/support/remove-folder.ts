import { rmSync } from 'node:fs';

/** Removes a folder and all in it, also while processes that are just ending still write there. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
