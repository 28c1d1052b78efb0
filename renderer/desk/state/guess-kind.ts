import { FileKind } from '../../../shared/extract/source.ts';
import type { ByKind } from './desk-state.ts';

const signs: readonly (readonly [FileKind, RegExp])[] = [
  ['population', /population|inhabitant|einwohner|bev(oe|ö)lkerung/],
  ['places', /place|sensitive|poi|orte|sensibel/],
  ['zones', /\.(geo)?json$/],
  ['objections', /objection|opt-?out|widerspr/],
  ['cells', /cell|zelle|site|antenna/],
  ['persons', /person|subscriber|kunde|attribut/],
];

/** What a dropped file most likely is, by its name alone; the first file without a sign holds the events. */
export function guessKind(name: string, taken: ByKind<unknown>): FileKind {
  const lower = name.toLowerCase();
  const found = signs.find(([, sign]) => sign.test(lower))?.[0];
  if (found !== undefined) return found;
  return FileKind.options.find((kind) => taken[kind] === undefined) ?? 'events';
}
