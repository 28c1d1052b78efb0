import { basename } from 'node:path';
import type { Files } from '../handlers/ports/files.ts';
import { writeAtomic } from '../node/atomic-file.ts';
import { readLocalFile } from '../node/local-file.ts';

/** The files of this machine, as handlers see them. */
export const localFiles: Files = { name: (path) => basename(path), read: readLocalFile, write: writeAtomic };
