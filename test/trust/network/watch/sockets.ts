import { readFileSync } from 'node:fs';

/** What a program did with sockets of the Internet families, as strace saw it. */
export interface InternetSockets {
  /** Family and type of each that was asked for, such as `AF_INET6 SOCK_DGRAM`. */
  readonly asked: readonly string[];
  /** Each call that gave one an address, such as `bind 127.0.0.1`. */
  readonly used: readonly string[];
}

const asking = /\bsocket\((AF_INET6?), (SOCK_[A-Z]+)/g;
const using = /\b(bind|connect)\([^\n]*?inet_(?:addr\(|pton\(AF_INET6, )"([^"]+)"/g;

/** Reads what strace wrote. Throws where it saw no socket at all, which no application can do without. */
export function internetSockets(file: string): InternetSockets {
  const text = readFileSync(file, 'utf8');
  if (!text.includes('socket(AF_UNIX')) throw new Error('strace saw nothing.');
  const pairs = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)].map(([, first = '', second = '']) => `${first} ${second}`);
  return { asked: pairs(asking), used: pairs(using) };
}
