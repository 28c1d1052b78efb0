import { Map as LibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { ZoneShape } from '../../../../shared/ipc/view.ts';
import { type ArcFeatures, noArcs } from './arc-geojson.ts';
import { arcLayer, headImage } from './arc-layers.ts';
import type { BasemapParts } from './basemap-parts.ts';
import { boxesOver } from './boxes-over.ts';
import { clearPadding } from './clear-padding.ts';
import { mercator, type Outline, zoneOutlines, zonesCovered } from './covered-zones.ts';
import { foundFeatures, foundImage } from './found-zones.ts';
import { type Frames, framesOf } from './frames.ts';
import { readMapColors } from './map-colors.ts';
import {
  arrowImage,
  dotImage,
  foundSign,
  hatchImage,
  patternPixelRatio,
  sliverHatch,
} from './pattern-images.ts';
import { holdPicture } from './hold-picture.ts';
import { putData } from './put-data.ts';
import { recolor } from './recolor.ts';
import { sliverFeatures, sliverImage, sliverLayer, type SliverShape } from './slivers.ts';
import { borderFeature, zoneBounds } from './zone-geojson.ts';
import { areaLayer, brushLayer, mapFont, nameLayer, namesThatFit } from './zone-layers.ts';
import { changedPaints } from './zone-paint.ts';
import { type DrawnZones, noFeatures, stateful, zoneLayers, zoneSources, zoneStyle } from './zone-style.ts';

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** What lies under the pointer: a flow or a sliver before the zone below it. */
export interface Pointed {
  readonly zone: number | undefined;
  readonly arc: number | undefined;
  /** A sliver between two zone maps. */
  readonly sliver: number | undefined;
}

/** What happens on the map; points are pixels from its upper left corner. */
export interface ZoneCanvasEvents {
  readonly onHover: (pointed: Pointed, point: Pixel) => void;
  readonly onClick: (zone: number | undefined) => void;
}

const worldWidthAtZoomZero = 512;
/** How near to a flow or a sliver the pointer must be, in pixels. */
const reach = 3;
const images = {
  hatch: hatchImage,
  [headImage]: arrowImage,
  [foundImage]: foundSign,
  [sliverImage]: sliverHatch,
};
const noSlivers: readonly SliverShape[] = [];

/** The drawn map: it keeps what is shown and repaints only what changes. Call `destroy` when done. */
export class ZoneCanvas {
  readonly #map: LibreMap;
  readonly #frames: Frames;
  readonly #container: HTMLElement;
  #shapes: readonly ZoneShape[] = [];
  #outlines: readonly Outline[] = [];
  #paints = new Int8Array(0);
  #brushed: ReadonlySet<number> = new Set();
  #selected: number | undefined;
  #active: number | undefined;
  #arcs: ArcFeatures = noArcs;
  #activeArc: number | undefined;
  #found: readonly number[] = [];
  #slivers = noSlivers;
  #basemap: BasemapParts | undefined;
  #moved = false;
  /** Size of the element for which the map was last moved to show all zones. */
  #fitted = '';
  /** The style is loaded and holds the zones. */
  #ready = false;
  /** The font of the labels is there. */
  #lettered = false;
  #gone = false;
  /** The last whole picture stands until the next one is whole. */
  #held = false;
  #due: number | undefined;

  constructor(container: HTMLElement, label: string, events: ZoneCanvasEvents) {
    setWorkerUrl(new URL(workerUrl, document.baseURI).href);
    this.#container = container;
    this.#map = new LibreMap({
      container,
      style: { version: 8, sources: {}, layers: [] },
      attributionControl: false,
      fadeDuration: 0,
      dragRotate: false,
      touchPitch: false,
      maxPitch: 0,
      renderWorldCopies: false,
      reduceMotion: true,
      locale: { 'Map.Title': label },
    });
    this.#frames = framesOf(this.#map);
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#listen(events);
    void document.fonts.load(`600 24px "${mapFont}"`).finally(() => {
      this.#lettered = true;
      if (!this.#gone) this.restyle();
    });
  }

  #listen(events: ZoneCanvasEvents): void {
    const map = this.#map;
    map.setMissingStyleImageResolver((id) => this.#addPattern(id));
    map.on('style.load', () => this.#restore());
    map.on('zoomend', () => this.#nameWhatFits());
    map.on('mousemove', (event) => events.onHover(this.#pointed(event.point), event.point));
    map.on('mouseout', (event) =>
      events.onHover({ zone: undefined, arc: undefined, sliver: undefined }, event.point),
    );
    map.on('click', (event) => events.onClick(this.#zoneAt(event.point)));
    map.on('movestart', (event) => {
      if ((event as { readonly originalEvent?: unknown }).originalEvent !== undefined) this.#moved = true;
    });
    map.on('resize', () => this.#fill());
  }

  /** After the element or the screen's resolution changed. */
  #fill(): void {
    if (this.#map.getPixelRatio() !== devicePixelRatio) this.#map.setPixelRatio(devicePixelRatio);
    if (!this.#moved && this.#fitted !== this.#size()) this.fit();
  }

  #size(): string {
    return `${this.#container.clientWidth} ${this.#container.clientHeight}`;
  }

  #pointed(point: Pixel): Pointed {
    const arc = this.#arcs.lines.features.length === 0 ? undefined : this.#near(point, arcLayer);
    const sliver = this.#slivers.length === 0 ? undefined : this.#near(point, sliverLayer);
    return { zone: this.#zoneAt(point), arc, sliver };
  }

  #near({ x, y }: Pixel, layer: string): number | undefined {
    if (!this.#ready) return undefined;
    const box = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ] as [[number, number], [number, number]];
    const found = this.#map.queryRenderedFeatures(box, { layers: [layer] })[0]?.id;
    return typeof found === 'number' ? found : undefined;
  }

  #zoneAt(point: Pixel): number | undefined {
    if (!this.#ready) return undefined;
    const found = this.#map.queryRenderedFeatures([point.x, point.y], { layers: [areaLayer] })[0]?.id;
    return typeof found === 'number' ? found : undefined;
  }

  #drawn(): DrawnZones {
    const [shapes, arcs, found, slivers] = [this.#shapes, this.#arcs, this.#found, this.#slivers];
    return { shapes, arcs, found, slivers, basemap: this.#basemap };
  }

  #restore(): void {
    if (this.#map.getSource('zones') === undefined) return;
    this.#ready = true;
    const [paints, brushed] = [this.#paints, this.#brushed];
    [this.#paints, this.#brushed] = [new Int8Array(0), new Set()];
    this.paint(paints);
    this.brush(brushed);
    this.#outline('selected', this.#selected);
    this.#outline('active', this.#active);
    this.#nameWhatFits();
  }

  #outline(source: 'selected' | 'active', zone: number | undefined): void {
    if (!this.#ready) return;
    const shape = zone === undefined ? undefined : this.#shapes[zone];
    const features = shape === undefined || zone === undefined ? [] : [borderFeature(shape, zone)];
    putData(this.#map, source, { type: 'FeatureCollection', features });
  }

  #nameWhatFits(): void {
    if (this.#ready) this.#map.setFilter(nameLayer, namesThatFit(this.#map.getZoom()));
  }

  #setState(zone: number, state: Readonly<Record<string, unknown>>): void {
    for (const source of stateful) this.#map.setFeatureState({ source, id: zone }, state);
  }

  #addPattern(id: string): void {
    if (!this.#map.hasImage(id)) this.#map.addImage(id, this.#pattern(id), { pixelRatio: patternPixelRatio });
  }

  #pattern(id: string): ImageData {
    const draw = new Map(Object.entries(images)).get(id) ?? dotImage;
    return draw(readMapColors(this.#container));
  }

  /** Keeps the picture as it is until the next one is whole. */
  #hold(): void {
    if (this.#held) return;
    this.#held = true;
    this.#container.dataset['held'] = '';
    holdPicture(this.#map, this.#frames, () => {
      this.#held = false;
      delete this.#container.dataset['held'];
    });
  }

  /** Gives what is drawn the colours of another theme, and shows it once all of it has them. */
  recolor(): void {
    if (!this.#ready) return this.restyle();
    this.#hold();
    recolor(this.#map, zoneLayers(this.#drawn(), this.#container));
    for (const id of this.#map.listImages()) this.#map.updateImage(id, this.#pattern(id));
  }

  /** Builds the style anew, once for all reasons of a frame: the first zones, another basemap. */
  restyle(): void {
    const shown = this.#ready;
    this.#ready = false;
    if (this.#lettered) this.#due ??= this.#anew();
    if (shown) this.#hold();
  }

  /** Asked for before the picture is held: the map must not be done with the old style in the frame in which the new one comes. */
  #anew(): number {
    return requestAnimationFrame(() => {
      this.#due = undefined;
      this.#ready = false;
      this.#map.setStyle(zoneStyle(this.#drawn(), this.#container), { diff: false });
    });
  }

  /** Other zones; the map moves to show all of them. */
  show(shapes: readonly ZoneShape[]): void {
    this.#shapes = shapes;
    this.#outlines = zoneOutlines(shapes);
    this.#moved = false;
    if (this.#ready) this.#replaceZones();
    else this.restyle();
    this.fit();
  }

  /** Puts other zones into the style that is there, which keeps all else that is loaded. */
  #replaceZones(): void {
    this.#hold();
    for (const [source, data] of Object.entries(zoneSources(this.#shapes))) putData(this.#map, source, data);
    for (const source of stateful) this.#map.removeFeatureState({ source });
    this.markFound(this.#found);
    recolor(this.#map, zoneLayers(this.#drawn(), this.#container));
    this.#restore();
  }

  setBasemap(basemap: BasemapParts | undefined): void {
    this.#basemap = basemap;
    this.restyle();
  }

  /** Paints every zone by its code; only zones whose code is new are touched. */
  paint(paints: Int8Array): void {
    if (this.#ready)
      for (const zone of changedPaints(this.#paints, paints)) this.#setState(zone, { paint: paints[zone] });
    this.#paints = new Int8Array(paints);
  }

  brush(zones: ReadonlySet<number>): void {
    if (this.#ready) {
      for (const zone of this.#brushed) if (!zones.has(zone)) this.#setState(zone, { brushed: false });
      for (const zone of zones) if (!this.#brushed.has(zone)) this.#setState(zone, { brushed: true });
      this.#map.setLayoutProperty(brushLayer, 'visibility', zones.size === 0 ? 'none' : 'visible');
    }
    this.#brushed = zones;
  }

  /** Marks zones where an attack found something, in place of those marked before. */
  markFound(zones: readonly number[]): void {
    this.#found = zones;
    if (!this.#ready) return;
    const { borders, signs } = foundFeatures(this.#shapes, zones);
    putData(this.#map, 'found', borders);
    putData(this.#map, 'found-signs', signs);
  }

  /** Draws slivers between two zone maps in place of those drawn before. */
  cut(slivers: readonly SliverShape[]): void {
    this.#slivers = slivers;
    if (this.#ready) putData(this.#map, 'slivers', sliverFeatures(slivers));
  }

  select(zone: number | undefined): void {
    this.#selected = zone;
    this.#outline('selected', zone);
  }

  /** Marks the zone under the pointer or the keyboard. */
  point(zone: number | undefined): void {
    if (zone === this.#active) return;
    this.#active = zone;
    this.#outline('active', zone);
    this.#map.getCanvas().style.cursor = zone === undefined ? '' : 'pointer';
  }

  /** Draws flows in place of those drawn before. */
  flow(arcs: ArcFeatures): void {
    this.#arcs = arcs;
    if (!this.#ready) return;
    putData(this.#map, 'arcs', arcs.lines);
    putData(this.#map, 'arc-heads', arcs.heads);
    this.#activeArc = undefined;
    putData(this.#map, 'arc-active', noFeatures);
  }

  /** Marks the flow under the pointer. */
  pointArc(arc: number | undefined): void {
    if (arc === this.#activeArc) return;
    this.#activeArc = arc;
    if (!this.#ready) return;
    const features = this.#arcs.lines.features.filter(({ id }) => id === arc);
    putData(this.#map, 'arc-active', { type: 'FeatureCollection', features });
  }

  /** What the map is called in the language of the interface. */
  name(label: string): void {
    this.#map.getCanvas().setAttribute('aria-label', label);
  }

  /** Where a place lies on the map, in pixels. */
  locate(place: readonly [number, number]): Pixel {
    return this.#map.project([place[0], place[1]]);
  }

  fit(): void {
    const bounds = zoneBounds(this.#shapes);
    this.#fitted = this.#size();
    if (bounds === undefined) return;
    const [west, south, east, north] = bounds;
    const { clientWidth: width, clientHeight: height } = this.#container;
    const padding = clearPadding(this.#outlines, { width, height, boxes: boxesOver(this.#container) });
    this.#map.fitBounds([west, south, east, north], { padding, animate: false, maxZoom: 16 });
  }

  /** Shows all zones again when what lies over the map has grown over one; not after the map was moved by hand. */
  settle(): void {
    if (this.#moved || this.#shapes.length === 0) return;
    const { clientWidth, clientHeight } = this.#container;
    const scale = worldWidthAtZoomZero * 2 ** this.#map.getZoom();
    const { lng, lat } = this.#map.getCenter();
    const [x, y] = mercator(lng, lat);
    const placing = { scale, x: clientWidth / 2 - x * scale, y: clientHeight / 2 - y * scale };
    if (zonesCovered(this.#outlines, placing, boxesOver(this.#container))) this.fit();
  }

  zoom(steps: number): void {
    this.#moved = true;
    this.#map.zoomTo(this.#map.getZoom() + steps, { animate: false });
  }

  destroy(): void {
    this.#gone = true;
    if (this.#due !== undefined) cancelAnimationFrame(this.#due);
    this.#map.remove();
  }
}
