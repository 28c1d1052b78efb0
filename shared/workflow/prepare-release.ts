import type { Json } from '../base/json.ts';
import { inEnglish } from '../bundle/particular.ts';
import type { BundleContents } from '../bundle/seal.ts';
import { byPrimaryKey } from '../bundle/table-columns.ts';
import { tableFaults } from '../bundle/table-faults.ts';
import type { GateResult } from '../evidence/gate.ts';
import { releaseGates } from '../evidence/release-gates.ts';
import type { Candidate } from '../ipc/vault-contract.ts';
import type { Policy } from '../policy/policy.ts';
import type { FootfallRow } from '../products/footfall-table.ts';
import { rowsOfCandidate } from './rows-of-candidate.ts';

/** What the signer adds to a candidate. */
export interface ReleaseFacts {
  readonly organisation: string;
  readonly comment: string;
  /** Used when the recipe bears none, `YYYY-MM-DD`. */
  readonly releaseDate: string;
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
  const rows = [...rowsOfCandidate(candidate)].toSorted(byPrimaryKey);
  const zoneIds = new Set(candidate.zones.map(({ zoneId }) => zoneId));
  const gates = releaseGates({
    recipe,
    policy,
    organisation: facts.organisation,
    objections: candidate.understanding.objections,
    persons: candidate.rowPersons,
    status: candidate.rowStatus,
    raw: candidate.rowRaw,
    tableFaults: tableFaults(rows, recipe, zoneIds).map((fault) => inEnglish(fault.particular)),
  });
  return {
    gates,
    contents: {
      recipe,
      policy,
      organisation: facts.organisation,
      rows,
      zones: zoneCollection(candidate),
      evidence: evidenceOf(candidate, gates, rows, facts.comment),
      software: facts.software,
    },
  };
}

function zoneCollection({ zones }: Candidate): BundleContents['zones'] {
  return {
    type: 'FeatureCollection',
    features: zones.map(({ zoneId, name, polygons }) => ({
      properties: { zone_id: zoneId, name },
      geometry:
        polygons.length === 1
          ? { type: 'Polygon', coordinates: polygons[0] ?? [] }
          : { type: 'MultiPolygon', coordinates: polygons },
    })),
  };
}

/**
 * Counts per stage and reason, the gates and the comment. Extract names, times of single events and raw counts of groups
 * stay out; the smallest published group is told by its lower bound alone, the threshold.
 */
function evidenceOf(
  { understanding, groupsPublished, groupsSuppressed }: Candidate,
  gates: readonly GateResult[],
  rows: readonly FootfallRow[],
  comment: string,
): Json {
  const { rowsRead, rowsKept, dropped, persons, objections, timeZone, firstDay, lastDay } = understanding;
  return {
    stages: {
      pseudonymiseAndMinimise: { rowsRead, rowsKept, dropped, persons, objections: objections as Json },
      generalise: { timeZone, firstDay, lastDay },
      aggregateAndProtect: { groupsPublished, groupsSuppressed, rowsInTable: rows.length },
    },
    gates: gates.map(({ id, kind, outcome, detail }) => {
      const { smallest: _, ...told } = detail;
      return { id, kind, outcome, detail: told };
    }),
    comment,
  };
}
