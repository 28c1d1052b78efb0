import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { MapColors } from './map-colors.ts';

/** What a basemap adds to the style: sources, and layers under and over the areas of the zones. */
export interface BasemapParts {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly below: (colors: MapColors) => readonly LayerSpecification[];
  readonly above: (colors: MapColors) => readonly LayerSpecification[];
  /** What the map material is called and who made it; plain text. */
  readonly attribution: string;
}
