import type { Settings } from '../../../shared/ipc/contract.ts';
import type { LookUpWords } from './look-up-words.ts';
import { german } from './words-de.ts';
import { english } from './words-en.ts';

export const words: Readonly<Record<Settings['language'], LookUpWords>> = { de: german, en: english };
