import { districtsOf, type District } from './districts.ts';
import { basemapOf, zonesOf, type DemoBasemap, type DemoZones } from './geojson.ts';
import { gravityOf, runningTotals, type Gravity } from './gravity.ts';
import { networkOf, type DemoCell, type Network } from './network.ts';
import { placesOf, type DemoPlaces } from './places.ts';
import type { DemoSettings } from './settings.ts';
import { townPlans } from './town-plan.ts';

/** The invented place of a preset, without its people. */
interface DemoTown {
  readonly name: string;
  readonly zones: DemoZones;
  readonly basemap: DemoBasemap;
  readonly places: DemoPlaces;
  readonly cells: readonly DemoCell[];
}

/** What people move in: districts, the network and where one goes from where. */
export interface Surroundings {
  readonly districts: readonly District[];
  readonly network: Network;
  readonly homes: Float64Array;
  readonly work: Gravity;
  readonly leisure: Gravity;
  readonly school: Gravity;
}

/** Zones, basemap and cells of a preset; the same for every seed and number of people. */
export function demoTown(settings: Pick<DemoSettings, 'preset'>): DemoTown {
  const plan = townPlans[settings.preset];
  const districts = districtsOf(plan);
  const { cells } = networkOf(plan, districts);
  return {
    name: plan.name,
    zones: zonesOf(plan, districts),
    basemap: basemapOf(plan, districts),
    places: placesOf(districts),
    cells,
  };
}

/** What the people of a preset move in. */
export function surroundingsOf(preset: DemoSettings['preset']): Surroundings {
  const plan = townPlans[preset];
  const districts = districtsOf(plan);
  return {
    districts,
    network: networkOf(plan, districts),
    homes: runningTotals(districts.map((district) => district.weights.homes)),
    work: gravityOf(districts, (district) => district.weights.jobs, 3000),
    leisure: gravityOf(districts, (district) => district.weights.leisure, 1200),
    school: gravityOf(districts, (district) => Math.min(district.weights.homes, 60), 300),
  };
}
