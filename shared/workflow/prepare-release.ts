import type { Json } from '../base/json.ts';
import type { BundleContents } from '../bundle/bundle-contents.ts';
import { byPrimaryKey } from '../bundle/table-columns.ts';
import { tableFaults } from '../bundle/table-faults.ts';
import { inEnglish } from '../bundle/particular.ts';
import { zoneLevels } from '../bundle/zones.ts';
import type { GateResult } from '../evidence/gate.ts';
import { releaseGates } from '../evidence/release-gates.ts';
import type { Candidate } from '../ipc/candidate.ts';
import type { Policy } from '../policy/policy.ts';
import { evidenceOf } from './evidence-of.ts';
import { rowsOfTable } from './rows-of-candidate.ts';

/** What the signer adds to a candidate. */
export interface ReleaseFacts {
  readonly organisation: string;
  readonly comment: string;
  /** Used when the recipe bears none, `YYYY-MM-DD`. */
  readonly releaseDate: string;
  /** When the release is signed, seconds since 1970 UTC. */
  readonly signedAt: number;
  /** What the ledger says of earlier releases. */
  readonly earlierReleases: GateResult;
  /** What the ledger says of the year's budget. */
  readonly yearlyBudget: readonly GateResult[];
  /** Where the release will stand in the ledger; none for a demonstration. */
  readonly ledger?: BundleContents['ledger'] | undefined;
  readonly software: BundleContents['software'];
}

/** A candidate ready to be sealed, with every gate evaluated on the very rows that will be written. */
export interface PreparedRelease {
  readonly gates: readonly GateResult[];
  readonly contents: BundleContents;
}

/** Evaluates the gates on a candidate and puts together what a bundle of it holds. Nothing may be sealed unless all pass. */
export function prepareRelease(candidate: Candidate, policy: Policy, facts: ReleaseFacts): PreparedRelease {
  const recipe = { ...candidate.recipe, releaseDate: candidate.recipe.releaseDate || facts.releaseDate };
  const tables = candidate.tables.map((table) => ({
    product: table.product,
    rows: [...rowsOfTable(candidate, table)].toSorted(byPrimaryKey),
  }));
  const zones = zoneCollection(candidate);
  const levels = zoneLevels(zones);
  const faults = tables.flatMap((table) => tableFaults(table, recipe, levels));
  const gates = releaseGates({
    recipe,
    policy,
    organisation: facts.organisation,
    comment: facts.comment,
    objections: candidate.understanding.objections,
    places: candidate.understanding.places,
    tables: candidate.tables,
    audit: candidate.protection.audit,
    wholeGroups: candidate.protection.tables,
    attacks: candidate.attacks,
    tableFaults: faults.map(({ particular }) => inEnglish(particular)),
    earlierReleases: facts.earlierReleases,
    yearlyBudget: facts.yearlyBudget,
    signedAt: facts.signedAt,
  });
  const { organisation, software, comment, ledger } = facts;
  const evidence: Json = evidenceOf(candidate, gates, { tables, comment, policy });
  return {
    gates,
    contents: { recipe, policy, organisation, tables, zones, evidence, software, ...(ledger && { ledger }) },
  };
}

function zoneCollection({ zones }: Candidate): BundleContents['zones'] {
  return {
    type: 'FeatureCollection',
    features: zones.map(({ zoneId, name, level, parent, polygons }) => ({
      properties: { zone_id: zoneId, name, level, ...(parent !== undefined && { parent }) },
      geometry:
        polygons.length === 1
          ? { type: 'Polygon', coordinates: polygons[0] ?? [] }
          : { type: 'MultiPolygon', coordinates: polygons },
    })),
  };
}
