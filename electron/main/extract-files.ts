import type { ExtractFiles } from '../handlers/ports/extract-files.ts';
import type { MapFiles } from '../handlers/ports/map-files.ts';
import { describeLocalFile } from '../node/local-file.ts';
import { createFileTickets, type FileTickets } from './lockdown/file-tickets.ts';
import { appOrigin } from './lockdown/scheme.ts';

/** Path prefixes under which the vault reads extracts and the desk reads map files. */
export const extractPrefix = '/extract/';
export const mapPrefix = '/map/';

/** Files the vault may read, until the review is closed: it reads each twice, for a first look and for loading. */
export interface RegisteredExtract extends ExtractFiles {
  readonly tickets: FileTickets;
  readonly revokeAll: () => void;
}

export function createExtractFiles(): RegisteredExtract {
  const tickets = createFileTickets('standing');
  const issued = new Set<string>();
  return {
    tickets,
    register: async (path) => {
      const { name, sizeBytes } = await describeLocalFile(path);
      const token = tickets.issue(path);
      issued.add(token);
      return { kind: 'file', token, name, sizeBytes };
    },
    revokeAll: () => {
      for (const token of issued) tickets.revoke(token);
      issued.clear();
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
