/** Where the last bundle went, for showing it in the file manager. */
export interface LastExport {
  readonly set: (path: string) => void;
  readonly get: () => string | undefined;
}

export function createLastExport(): LastExport {
  let last: string | undefined;
  return { set: (path) => void (last = path), get: () => last };
}
