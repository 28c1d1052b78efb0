import type { Json } from '../../shared/base/json.ts';
import { verifyBundle } from '../../shared/bundle/verify.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { DecisionChanges } from '../../shared/ipc/decision.ts';
import { changedBundle, type ChangedBundle } from '../../shared/workflow/compare-bundles/changed-bundle.ts';
import { readSubject, type SubjectPorts } from './decide/read-subject.ts';
import type { Ledger } from './ports/ledger.ts';

/** Compares a bundle with the release of the same title before it, as this workstation's ledger keeps it. */
export function decisionChanges(
  ports: Omit<SubjectPorts, 'ledger'> & { readonly ledger: Ledger },
): Handler<'decision.changes'> {
  return async ({ digest }) => {
    const { earlier, contents, report, trust } = await readSubject(digest, ports);
    if (earlier === undefined) return undefined;
    const before = await verifyBundle(await ports.ledger.kept(earlier), trust, ports.crypto);
    if (before.contents === undefined) throw new Error('a kept bundle does not hold');
    const changed = changedBundle(
      { contents: before.contents, signatures: before.signatures, releaseDigest: earlier.releaseDigest },
      { contents, signatures: report.signatures, releaseDigest: digest },
    );
    return told(changed);
  };
}

function told({ earlier, period, recipe, policy, zones, tables }: ChangedBundle): DecisionChanges {
  return {
    earlier: { releaseId: earlier.releaseId, releaseDate: earlier.releaseDate },
    relation: period.relation,
    before: period.earlier,
    after: period.later,
    recipe: recipe.map(asText),
    policy: policy.map(asText),
    zones: {
      added: zones.added.length,
      removed: zones.removed.length,
      reshaped: zones.reshaped.length,
    },
    tables: tables.map(({ product, standsIn, figures }) => {
      const { same, raised, lowered, newlyShown, newlyHidden } = figures;
      return { product, standsIn, same, raised, lowered, newlyShown, newlyHidden };
    }),
  };
}

function asText({ key, from, to }: ChangedBundle['recipe'][number]): DecisionChanges['recipe'][number] {
  return { key, from: jsonText(from), to: jsonText(to) };
}

function jsonText(value: Json | undefined): string {
  return value === undefined ? '' : JSON.stringify(value);
}
