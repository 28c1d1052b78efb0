import { canonicalJson } from '../base/canonical-json.ts';
import type { TrustList } from '../bundle/trust-list.ts';
import type { TrustChange } from '../ipc/trust-overview.ts';

type Signers = TrustList['signers'];

/** What `after` changes where `before` was held; everything is new where nothing was. Both are of one publisher. */
export function trustChange(before: TrustList | undefined, after: TrustList): TrustChange {
  const { origin, version, expires } = after;
  const told = { origin, version, expires };
  if (before === undefined) return { ...told, ...nothing, kind: 'first', added: idsOf(after.signers) };
  return {
    ...told,
    ...signersBetween(before.signers, after.signers),
    ...revokedBetween(before, after),
    ...rootBetween(before, after),
    kind: version > before.version ? 'newer' : 'same',
    before: before.version,
    rules: canonicalJson(before.policy) !== canonicalJson(after.policy),
    ledgerKeys: !sameLines(before.ledgerKeys, after.ledgerKeys),
  };
}

const nothing: Omit<TrustChange, 'kind' | 'origin' | 'version' | 'expires'> = {
  added: [],
  removed: [],
  altered: [],
  revoked: [],
  reinstated: [],
  rootAdded: 0,
  rootRemoved: 0,
  rules: false,
  ledgerKeys: false,
};

function signersBetween(before: Signers, after: Signers): Pick<TrustChange, 'added' | 'removed' | 'altered'> {
  const [earlier, now] = [idsOf(before), idsOf(after)];
  return {
    added: now.filter((id) => !earlier.includes(id)),
    removed: earlier.filter((id) => !now.includes(id)),
    altered: now.filter((id) => earlier.includes(id) && entriesOf(id, before) !== entriesOf(id, after)),
  };
}

/** Everything a list says of `id`, in an order of its own; a person may stand there with several keys. */
function entriesOf(id: string, signers: Signers): string {
  const own = signers.filter((signer) => signer.id === id);
  return own
    .map(({ roles, ...rest }) => canonicalJson({ ...rest, roles: roles.toSorted() }))
    .toSorted()
    .join('\n');
}

function revokedBetween(before: TrustList, after: TrustList): Pick<TrustChange, 'revoked' | 'reinstated'> {
  const [earlier, now] = [lastGoodsOf(before), lastGoodsOf(after)];
  const name = nameIn([...after.signers, ...before.signers]);
  const revoked = [...now].filter(([fp, lastGood]) => earlier.get(fp) !== lastGood);
  const reinstated = [...earlier].filter(([fp]) => !now.has(fp));
  return {
    revoked: revoked.map(([fp]) => name(fp)),
    reinstated: reinstated.map(([fp]) => name(fp)),
  };
}

function lastGoodsOf({ revoked }: TrustList): ReadonlyMap<string, number> {
  return new Map(revoked.map(({ fp, lastGoodSeq }) => [fp, lastGoodSeq]));
}

function nameIn(signers: Signers): (fp: string) => string {
  return (fp) => signers.find((signer) => signer.fp === fp)?.id ?? fp;
}

function rootBetween(
  before: TrustList,
  after: TrustList,
): Pick<TrustChange, 'rootAdded' | 'rootRemoved' | 'rootThreshold'> {
  const threshold = { before: before.rootThreshold, after: after.rootThreshold };
  return {
    rootAdded: after.rootKeys.filter((key) => !before.rootKeys.includes(key)).length,
    rootRemoved: before.rootKeys.filter((key) => !after.rootKeys.includes(key)).length,
    ...(threshold.before === threshold.after ? {} : { rootThreshold: threshold }),
  };
}

function idsOf(signers: Signers): string[] {
  return [...new Set(signers.map(({ id }) => id))];
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join('\n') === b.toSorted().join('\n');
}
