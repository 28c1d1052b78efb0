import type { Settings } from '../../shared/ipc/contract.ts';
import type { SealWords } from './seal-words.ts';
import { german } from './words-de.ts';
import { english } from './words-en.ts';

export const words: Readonly<Record<Settings['language'], SealWords>> = { de: german, en: english };
