import type { ZoneCollection } from '../bundle/zones.ts';
import { readInstant } from '../bundle/instant.ts';
import type { OpenedBundle, VerificationReport } from '../bundle/report.ts';
import type { InspectedBundle } from '../ipc/inspected-bundle.ts';
import type { ZoneShape } from '../ipc/view.ts';
import type { FootfallRow, GroupStatus } from '../products/footfall-table.ts';

type Contents = NonNullable<InspectedBundle['contents']>;
type BundleClass = Contents['classes'][number];

const statusCodes: Readonly<Record<GroupStatus, number>> = { published: 0, suppressed: 1, zero: 2 };

/** The file a report is about. */
export interface InspectedFile {
  readonly fileName: string;
  readonly sizeBytes: number;
}

/**
 * What the desk is shown of a verified bundle: every check, every signature, and the table as columns. Rows that name no zone
 * of the bundle or no time cannot be shown and are left out; the checks tell of them.
 */
export function inspectBundle(file: InspectedFile, report: VerificationReport): InspectedBundle {
  return {
    ...file,
    outcome: report.outcome,
    ...(report.releaseDigest === undefined ? {} : { digest: report.releaseDigest }),
    checks: report.checks.map((check) =>
      check.ok ? { id: check.id, ok: true } : { ...check, particulars: [...check.particulars] },
    ),
    signatures: report.signatures.map(({ signer, role, decision, claimedTime, fingerprint, known }) => ({
      signer,
      role,
      decision,
      claimedTime,
      fingerprint,
      known,
    })),
    ...(report.contents === undefined ? {} : { contents: contentsOf(report.contents) }),
  };
}

function contentsOf(opened: OpenedBundle): Contents {
  const { release, recipe, policy, evidence, zones } = opened;
  const zoneIndex = indexOf(zones.features.map((feature) => feature.properties.zone_id));
  const rows = opened.rows.filter((row) => zoneIndex.has(row.zoneId) && readInstant(row.start) !== undefined);
  const starts = [...new Set(rows.map((row) => row.start))].toSorted();
  const classes = classesOf(rows);
  const startIndex = indexOf(starts);
  const classIndex = indexOf(classes.map(classKey));
  return {
    releaseId: release.id,
    organisation: release.organisation,
    recipe,
    policy,
    evidence,
    zones: zones.features.map(zoneShape),
    classes,
    starts: Int32Array.from(starts, (start) => readInstant(start)?.seconds ?? 0),
    rowZone: Int32Array.from(rows, (row) => zoneIndex.get(row.zoneId) ?? -1),
    rowBin: Int32Array.from(rows, (row) => startIndex.get(row.start) ?? -1),
    rowClass: Int32Array.from(rows, (row) => classIndex.get(classKey(row)) ?? -1),
    rowPersons: Int32Array.from(rows, (row) => row.persons ?? -1),
    rowStatus: Uint8Array.from(rows, (row) => statusCodes[row.status]),
  };
}

function classesOf(rows: readonly FootfallRow[]): BundleClass[] {
  const found = new Map<string, BundleClass>();
  for (const row of rows) {
    const key = classKey(row);
    if (!found.has(key))
      found.set(key, {
        ...(row.ageBand === undefined ? {} : { ageBand: row.ageBand }),
        ...(row.gender === undefined ? {} : { gender: row.gender }),
      });
  }
  return [...found.values()].toSorted(byClass);
}

function classKey({
  ageBand = '',
  gender = '',
}: {
  ageBand?: string | undefined;
  gender?: string | undefined;
}) {
  return `${ageBand}|${gender}`;
}

function byClass(a: BundleClass, b: BundleClass): number {
  const age = Number.parseInt(a.ageBand ?? '', 10) - Number.parseInt(b.ageBand ?? '', 10);
  if (!Number.isNaN(age) && age !== 0) return age;
  return classKey(a) < classKey(b) ? -1 : 1;
}

function indexOf(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, i) => [key, i]));
}

function zoneShape({ properties, geometry }: ZoneCollection['features'][number]): ZoneShape {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return {
    zoneId: properties.zone_id,
    name: properties.name ?? properties.zone_id,
    polygons: polygons.map((rings) =>
      rings.map((ring) =>
        ring.map(([longitude = 0, latitude = 0]): [number, number] => [longitude, latitude]),
      ),
    ),
  };
}
