import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder that holds package.json. */
export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the set-up scripts keep what they fetched. */
export const runtimeCache = join(repositoryRoot, 'node_modules', '.cache', 'freigabe-electron');
