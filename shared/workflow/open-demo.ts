import { demoEvents } from '../demo/events.ts';
import {
  demoCellsCsv,
  demoObjectionsCsv,
  demoPersonsCsv,
  demoPlacesGeoJson,
  demoZonesGeoJson,
} from '../demo/files.ts';
import type { FileKind, Source } from '../extract/source.ts';
import type { OpenedSource } from '../ports/source-reader.ts';

/** A file of the demo, made while it is read. */
export function openDemo(source: Extract<Source, { kind: 'demo' }>, part: FileKind): OpenedSource {
  let read = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for (const piece of piecesOf(source, part)) {
      read += piece.length;
      yield piece;
    }
  };
  return { gzip: false, chunks: counted(), bytesRead: () => read };
}

function piecesOf(source: Extract<Source, { kind: 'demo' }>, part: FileKind): Iterable<Uint8Array> {
  const { preset, persons, days, seed } = source;
  const settings = { preset, persons, days, seed };
  switch (part) {
    case 'events':
      return demoEvents(settings);
    case 'cells':
      return text(demoCellsCsv(settings));
    case 'persons':
      return text(demoPersonsCsv(settings));
    case 'objections':
      return text(demoObjectionsCsv(settings));
    case 'zones':
      return text(demoZonesGeoJson(settings));
    case 'places':
      return text(demoPlacesGeoJson(settings));
    case 'population':
      throw new Error('the demo has no population file');
  }
}

function text(all: string): Iterable<Uint8Array> {
  return [new TextEncoder().encode(all)];
}
