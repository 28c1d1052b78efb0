import { randomBytes } from 'node:crypto';

/** Files that a page may read by an unguessable ticket and never by path. */
export interface FileTickets {
  /** Admits an absolute path and returns its ticket, 32 hexadecimal digits. */
  readonly issue: (path: string) => string;
  /** The path of a valid ticket; a one-time ticket is spent by this. */
  readonly redeem: (ticket: string) => string | undefined;
  /** Ends a ticket early. */
  readonly revoke: (ticket: string) => void;
}

/** `once`: a ticket serves one GET, as for extracts; `standing`: until revoked, as for basemaps. */
export function createFileTickets(kind: 'once' | 'standing'): FileTickets {
  const paths = new Map<string, string>();
  return {
    issue: (path) => {
      const ticket = randomBytes(16).toString('hex');
      paths.set(ticket, path);
      return ticket;
    },
    redeem: (ticket) => {
      const path = paths.get(ticket);
      if (kind === 'once') paths.delete(ticket);
      return path;
    },
    revoke: (ticket) => void paths.delete(ticket),
  };
}
