import type { Json } from '../../base/json.ts';
import type { OpenedBundle, SeenSignature } from '../../bundle/report.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import { changedEvidence, type ChangedEvidence } from './changed-evidence.ts';
import { changedTables, type ChangedTable } from './changed-tables.ts';
import { changedValues, type ChangedValue } from './changed-values.ts';
import { changedZones, type ChangedZones } from './changed-zones.ts';

/** A bundle to compare: what it holds, who signed it, and its digest. */
export interface BundleToCompare {
  readonly contents: OpenedBundle;
  readonly signatures: readonly SeenSignature[];
  readonly releaseDigest: string;
}

/** What a bundle is called. */
export interface BundleName {
  readonly releaseId: string;
  readonly releaseDigest: string;
  readonly organisation: string;
  readonly title: string;
  readonly releaseDate: string;
}

/** A statement of a bundle, by who made it. */
export type SignerOfBundle = Pick<SeenSignature, 'signer' | 'role' | 'decision' | 'fingerprint'>;

/** What differs between two bundles. Keys are stable; nothing in it is a sentence, and nothing is said of hidden values. */
export interface ChangedBundle {
  readonly version: 1;
  readonly earlier: BundleName;
  readonly later: BundleName;
  /** Whether the same organisation publishes under the same title, so that the later one goes on with the earlier. */
  readonly isSameSeries: boolean;
  /** Parameters of the recipe but its period, and limits of the policy, by key: `terms.purpose`, `minimumPersons`. */
  readonly recipe: readonly ChangedValue[];
  readonly policy: readonly ChangedValue[];
  readonly period: {
    readonly earlier: NonNullable<Recipe['period']>;
    readonly later: NonNullable<Recipe['period']>;
    readonly relation: 'same' | 'overlapping' | 'apart';
  };
  readonly zones: ChangedZones;
  readonly tables: readonly ChangedTable[];
  readonly evidence: ChangedEvidence;
  readonly software: readonly ChangedValue[];
  readonly signers: {
    readonly earlier: readonly SignerOfBundle[];
    readonly later: readonly SignerOfBundle[];
  };
}

/** What differs between two bundles, by what is written in them; at once, since it only reads. */
export function changedBundle(earlier: BundleToCompare, later: BundleToCompare): ChangedBundle {
  const [before, after] = [earlier.contents, later.contents];
  const [first, second] = [before, after].map(({ release }) => release.period);
  if (first === undefined || second === undefined) throw new Error('a bundle has a period');
  return {
    version: 1,
    earlier: nameOf(earlier),
    later: nameOf(later),
    isSameSeries:
      before.release.organisation === after.release.organisation &&
      before.recipe.title === after.recipe.title,
    recipe: changedValues(withoutPeriod(before.recipe), withoutPeriod(after.recipe)),
    policy: changedValues(before.policy, after.policy),
    period: { earlier: first, later: second, relation: relationOf(first, second) },
    zones: changedZones(before.zones, after.zones),
    tables: changedTables(before.tables, after.tables),
    evidence: changedEvidence(before.evidence, after.evidence),
    software: changedValues(before.build, after.build),
    signers: { earlier: earlier.signatures.map(signerOf), later: later.signatures.map(signerOf) },
  };
}

function nameOf({ contents: { release }, releaseDigest }: BundleToCompare): BundleName {
  const { id, organisation, title, releaseDate } = release;
  return { releaseId: id, releaseDigest, organisation, title, releaseDate };
}

function withoutPeriod({ period: _period, ...rest }: Recipe): Json {
  return rest;
}

type Period = NonNullable<Recipe['period']>;

function relationOf(first: Period, second: Period): ChangedBundle['period']['relation'] {
  if (first.from === second.from && first.to === second.to) return 'same';
  return first.from <= second.to && second.from <= first.to ? 'overlapping' : 'apart';
}

function signerOf({ signer, role, decision, fingerprint }: SeenSignature): SignerOfBundle {
  return { signer, role, decision, fingerprint };
}
