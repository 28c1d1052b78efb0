import { Refusal } from '../base/failure.ts';
import type { FileKind } from './source.ts';

const from = /^(origen|origin|quelle|start_?zone|zone_?from)(_|$)/;
const to = /^(destino|destination|ziel|end_?zone|zone_?to)(_|$)/;
const counted = /^(viajes|trips|fahrten|flow|flows|count|n_?trips|personas|persons)(_|$)/;

/**
 * Refuses (`counted-already`) events that are flows somebody has counted, as open data of mobility are (`origen|destino|viajes`): there
 * is nobody in them to protect, and a row is not an event.
 */
export function refuseCounted(kind: FileKind, names: readonly string[], file: string): void {
  if (kind !== 'events') return;
  const found = [from, to, counted].map((pattern) =>
    names.find((name) => pattern.test(name.trim().toLowerCase())),
  );
  if (found.includes(undefined)) return;
  const columns = found.join(', ');
  throw new Refusal(
    'counted-already',
    `${file} holds counted trips (${columns}) and no events of single people: choose the data they were counted from.`,
    { file, columns },
  );
}
