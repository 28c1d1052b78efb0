import { readInstant } from '../bundle/instant.ts';
import type { OpenedBundle, VerificationReport } from '../bundle/report.ts';
import type { ZoneCollection } from '../bundle/zones.ts';
import { allHomes, unknownHome, type ReleasedTables, type TableColumns } from '../ipc/candidate.ts';
import type { InspectedBundle } from '../ipc/inspected-bundle.ts';
import type { ZoneShape } from '../ipc/view.ts';
import { dwellBandLabels, frequencyBandLabels, totalCategory } from '../products/bands.ts';
import type { Product } from '../products/product.ts';
import type { GroupStatus, TableRow } from '../products/table-row.ts';
import { ageBandLabels, genders, unknownCategory } from '../recipe/age-bands.ts';

type Contents = NonNullable<InspectedBundle['contents']>;

const statusCodes: Readonly<Record<GroupStatus, number>> = { published: 0, suppressed: 1, zero: 2 };

/** The file a report is about. */
export interface InspectedFile {
  readonly fileName: string;
  readonly sizeBytes: number;
}

/**
 * What the desk is shown of a verified bundle: every check, every signature, and the tables as columns. Rows that name no zone
 * of the bundle or no time cannot be shown and are left out; the checks tell of them.
 */
export function inspectBundle(file: InspectedFile, report: VerificationReport): InspectedBundle {
  return {
    ...file,
    outcome: report.outcome,
    ...(report.releaseDigest === undefined ? {} : { digest: report.releaseDigest }),
    checks: report.checks.map((check) =>
      check.ok
        ? { id: check.id, ok: true, ...(check.notes && { notes: [...check.notes] }) }
        : { ...check, particulars: [...check.particulars] },
    ),
    signatures: report.signatures.map((one) => ({ ...one, confirmed: [...one.confirmed] })),
    ...(report.contents === undefined ? {} : { contents: contentsOf(report.contents) }),
  };
}

function contentsOf(opened: OpenedBundle): Contents {
  const { release, recipe, policy, evidence, build } = opened;
  return {
    releaseId: release.id,
    organisation: release.organisation,
    recipe,
    policy,
    evidence,
    build,
    ledger: release.ledger,
    ...releasedTables(opened),
  };
}

/** The tables of a bundle as columns, with what their indices stand for. */
export function releasedTables({
  recipe,
  zones,
  tables,
}: Pick<OpenedBundle, 'recipe' | 'zones' | 'tables'>): ReleasedTables {
  const unknown = recipe.missingCategory === 'own';
  const bands = ageBandLabels(recipe.ageBreaks);
  const labels = {
    zones: zones.features.map(zoneShape).toSorted((a, b) => a.level - b.level),
    ages: [...bands, ...(unknown && bands.length > 0 ? [unknownCategory] : [])],
    genders: recipe.byGender ? genders.filter((gender) => unknown || gender !== unknownCategory) : [],
    dwellBands: [...dwellBandLabels(recipe.dwellBreaks)],
    frequencyBands: [...frequencyBandLabels(recipe.frequencyBreaks)],
  };
  return {
    ...labels,
    tables: tables.map(({ product, rows }) => columnsOf(product, rows, labels)),
  };
}

function columnsOf(
  product: Product,
  all: readonly TableRow[],
  labels: Omit<ReleasedTables, 'tables'>,
): TableColumns {
  const zoneAt = indexOf(labels.zones.map(({ zoneId }) => zoneId));
  const knows = (id: string | undefined): boolean =>
    id === undefined || id === unknownCategory || id === totalCategory || zoneAt.has(id);
  const rows = all.filter(
    ({ zoneId, destinationId, homeId, start }) =>
      zoneAt.has(zoneId) &&
      knows(destinationId) &&
      knows(homeId) &&
      (start === undefined || readInstant(start) !== undefined),
  );
  const homes = new Map([...zoneAt, [unknownCategory, unknownHome], [totalCategory, allHomes]]);
  const bands = product === 'dwell' ? labels.dwellBands : labels.frequencyBands;
  const column = (has: boolean, of: (row: TableRow) => number): Int32Array =>
    has ? Int32Array.from(rows, of) : new Int32Array();
  const labelled = (list: readonly string[], of: (row: TableRow) => string | undefined): Int32Array => {
    const at = indexOf([...list, totalCategory]);
    return column(
      rows.some((row) => of(row) !== undefined),
      (row) => at.get(of(row) ?? '') ?? list.length,
    );
  };
  return {
    product,
    zone: column(true, ({ zoneId }) => zoneAt.get(zoneId) ?? -1),
    other: column(product === 'flows' || product === 'catchment', ({ destinationId, homeId }) =>
      destinationId === undefined
        ? (homes.get(homeId ?? '') ?? unknownHome)
        : (zoneAt.get(destinationId) ?? -1),
    ),
    start: column(
      rows.some(({ start }) => start !== undefined),
      ({ start }) => readInstant(start ?? '')?.seconds ?? 0,
    ),
    band: labelled(bands, ({ band }) => band),
    age: labelled(labels.ages, ({ ageBand }) => ageBand),
    gender: labelled(labels.genders, ({ gender }) => gender),
    persons: column(true, ({ persons }) => persons ?? -1),
    estimate: column(
      rows.some(({ estimate }) => estimate !== undefined),
      ({ estimate }) => estimate ?? -1,
    ),
    trips: column(
      rows.some(({ trips }) => trips !== undefined),
      ({ trips }) => trips ?? -1,
    ),
    status: Uint8Array.from(rows, ({ status }) => statusCodes[status]),
  };
}

function indexOf(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, i) => [key, i]));
}

function zoneShape({ properties, geometry }: ZoneCollection['features'][number]): ZoneShape {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return {
    zoneId: properties.zone_id,
    name: properties.name ?? properties.zone_id,
    level: properties.level,
    ...(properties.parent !== undefined && { parent: properties.parent }),
    polygons: polygons.map((rings) =>
      rings.map((ring) =>
        ring.map(([longitude = 0, latitude = 0]): [number, number] => [longitude, latitude]),
      ),
    ),
  };
}
