import type { ExtractFiles } from '../handlers/ports/extract-files.ts';
import type { MapFiles } from '../handlers/ports/map-files.ts';
import { sourceOfPaths } from '../node/extract-paths.ts';
import { describeLocalFile } from '../node/local-file.ts';
import { createFileTickets, type FileTickets } from './lockdown/file-tickets.ts';
import { appOrigin } from './lockdown/scheme.ts';
import { overwriteServed } from './lockdown/served-pieces.ts';

/** Path prefixes under which the vault reads extracts and the desk reads map files. */
export const extractPrefix = '/extract/';
export const mapPrefix = '/map/';

/** Files the vault may read, until the review is closed: it reads each twice, for a first look and for loading. */
export interface RegisteredExtract extends ExtractFiles {
  readonly tickets: FileTickets;
  /** The files that may be read now: token to absolute path. */
  readonly paths: () => ReadonlyMap<string, string>;
  readonly revokeAll: () => void;
}

/** `tell` is called with new tokens and their paths, and heard to the end before the desk learns of the tokens. */
export function createExtractFiles(
  tell: (files: ReadonlyMap<string, string>) => Promise<void> = () => Promise.resolve(),
): RegisteredExtract {
  const tickets = createFileTickets('standing');
  const issued = new Map<string, string>();
  return {
    tickets,
    register: async (kind, chosen) => {
      const fresh = new Map<string, string>();
      const source = await sourceOfPaths(kind, chosen, (path) => {
        const token = tickets.issue(path);
        issued.set(token, path);
        fresh.set(token, path);
        return token;
      });
      await tell(fresh);
      return source;
    },
    paths: () => new Map(issued),
    revokeAll: () => {
      for (const token of issued.keys()) tickets.revoke(token);
      issued.clear();
      overwriteServed();
    },
  };
}

/** Map files the desk may read in ranges, until it registers the next. */
export interface RegisteredMaps extends MapFiles {
  readonly tickets: FileTickets;
}

export function createMapFiles(): RegisteredMaps {
  const tickets = createFileTickets('standing');
  let current: string | undefined;
  return {
    tickets,
    register: async (path) => {
      await describeLocalFile(path);
      if (current !== undefined) tickets.revoke(current);
      current = tickets.issue(path);
      return `${appOrigin('desk')}${mapPrefix}${current}`;
    },
  };
}
