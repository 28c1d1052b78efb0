import { Refusal } from '../base/failure.ts';
import { genders, unknownCategory } from '../recipe/age-bands.ts';
import type { PopulationRow } from './population-file.ts';

/** Inhabitants of a release's zones: `persons[(zone * ageBands.length + age) * genders.length + gender]`. */
export interface Population {
  readonly zoneIds: readonly string[];
  readonly ageBands: readonly string[];
  readonly genders: readonly string[];
  readonly persons: Float64Array;
}

/** What a release needs of a population file; no age bands or no gender: the file's are added up. */
export interface PopulationNeeds {
  readonly zoneIds: readonly string[];
  readonly ageBands: readonly string[];
  readonly byGender: boolean;
  readonly fileName: string;
}

/** The only value of a dimension that the release does not break down by. */
export const everyone = 'all';

/**
 * Brings a population file to the zones and bands of a release. Genders are those the file states. Zones of the file that
 * the release does not have are left out. Refuses a file that lacks a zone (`population-zone-missing`), has a band or gender
 * of its own (`population-band`, `population-gender`), or states one of them for some zones only (`population-incomplete`).
 */
export function populationOf(rows: readonly PopulationRow[], needs: PopulationNeeds): Population {
  const { zoneIds } = needs;
  const zoneIndex = new Map(zoneIds.map((zoneId, i) => [zoneId, i]));
  const used = rows.filter(({ zoneId }) => zoneIndex.has(zoneId));
  checkZones(used, needs);
  checkKnown(used, needs);
  const byAge = needs.ageBands.length > 0;
  const bands = byAge ? needs.ageBands : [...new Set(used.map(({ ageBand }) => ageBand))];
  const stated = [...new Set(used.map(({ gender }) => gender))];
  checkComplete(used, bands, stated, needs);
  const ageBands = byAge ? bands : [everyone];
  const sexes = needs.byGender ? genders.filter((gender) => stated.includes(gender)) : [everyone];
  const persons = new Float64Array(zoneIds.length * ageBands.length * sexes.length);
  for (const row of used) {
    const age = byAge ? ageBands.indexOf(row.ageBand) : 0;
    const gender = needs.byGender ? sexes.findIndex((sex) => sex === row.gender) : 0;
    const at = ((zoneIndex.get(row.zoneId) ?? 0) * ageBands.length + age) * sexes.length + gender;
    persons[at] = (persons[at] ?? 0) + row.persons;
  }
  return { zoneIds, ageBands, genders: sexes, persons };
}

function checkZones(used: readonly PopulationRow[], { zoneIds, fileName }: PopulationNeeds): void {
  const stated = new Set(used.map(({ zoneId }) => zoneId));
  const missing = zoneIds.filter((zoneId) => !stated.has(zoneId));
  const [zone] = missing;
  if (zone === undefined) return;
  throw new Refusal(
    'population-zone-missing',
    `${fileName} lacks ${missing.length} of ${zoneIds.length} zones, the first is ${zone}: add its inhabitants or leave extrapolation out.`,
    { file: fileName, zone, missing: missing.length, zones: zoneIds.length },
  );
}

function checkKnown(used: readonly PopulationRow[], needs: PopulationNeeds): void {
  const known = genders.filter((gender) => gender !== unknownCategory);
  for (const row of used) {
    if (needs.ageBands.length > 0 && !needs.ageBands.includes(row.ageBand))
      throw foreign('population-band', `age band ${row.ageBand}`, row, needs);
    if (needs.byGender && !known.some((gender) => gender === row.gender))
      throw foreign('population-gender', `gender ${row.gender}`, row, needs);
  }
}

function checkComplete(
  used: readonly PopulationRow[],
  bands: readonly string[],
  stated: readonly string[],
  { zoneIds, fileName }: PopulationNeeds,
): void {
  const keys = new Set(used.map((row) => JSON.stringify([row.zoneId, row.ageBand, row.gender])));
  for (const zone of zoneIds)
    for (const ageBand of bands)
      for (const gender of stated) {
        if (keys.has(JSON.stringify([zone, ageBand, gender]))) continue;
        throw new Refusal(
          'population-incomplete',
          `${fileName} does not say how many of zone ${zone} have age ${ageBand} and gender ${gender}: add the row, 0 is a number.`,
          { file: fileName, zone, ageBand, gender },
        );
      }
}

function foreign(
  code: string,
  what: string,
  { line }: PopulationRow,
  { fileName }: PopulationNeeds,
): Refusal {
  return new Refusal(
    code,
    `${fileName}, line ${line}: the release has no ${what}. Bands and genders of the file must be those of the recipe.`,
    { file: fileName, line, what },
  );
}
