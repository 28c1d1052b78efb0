import { z } from 'zod';
import { Refusal } from '../../../shared/base/failure.ts';
import type { OpenedBundle, VerificationReport } from '../../../shared/bundle/report.ts';
import type { Trust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { GateResult } from '../../../shared/evidence/gate.ts';
import { termGates } from '../../../shared/evidence/release-gates.ts';
import type { KeptDecision, Obstruction } from '../../../shared/ipc/decision.ts';
import {
  type LedgerEntry,
  type ReleaseEntry,
  releasesOf,
  withdrawalOf,
} from '../../../shared/ledger/ledger-entry.ts';
import type { Crypto } from '../../../shared/ports/crypto.ts';
import { type SignOff, signOff } from '../../../shared/workflow/sign-off.ts';
import type { BundlePaths } from '../bundle-paths.ts';
import type { DecisionStore } from '../ports/decision-store.ts';
import type { Files } from '../ports/files.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { TrustStore } from '../ports/trust-store.ts';

const bundleLimit = 1024 * 1024 * 1024;
const Told = z.looseObject({ gates: z.array(GateResult) });
/** Checks that say what is still missing, not that something is wrong. */
const stillMissing: ReadonlySet<string | undefined> = new Set(['E_APPROVALS', 'E_UNKNOWN_KEY']);

export interface SubjectPorts {
  readonly files: Files;
  readonly trust: TrustStore;
  readonly crypto: Crypto;
  readonly paths: BundlePaths;
  readonly ledger: Pick<Ledger, 'read'>;
  readonly decisions: DecisionStore;
}

/** A bundle somebody is to decide about, read and verified from disk. */
export interface ReadSubject {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly trust: Trust;
  readonly report: VerificationReport;
  readonly contents: OpenedBundle;
  readonly signOff: SignOff;
  readonly gates: readonly GateResult[];
  readonly attested: readonly GateResult[];
  readonly kept: readonly KeptDecision[];
  /** The release as the ledger of this workstation has it. */
  readonly inLedger: boolean;
  /** The last release of the same title in that ledger. */
  readonly earlier?: ReleaseEntry;
  readonly obstructions: readonly Obstruction[];
}

/** Reads the file the desk looks at again. Refuses `bundle-not-open`, `bundle-changed` and `bundle-broken`. */
export async function readSubject(digest: string, ports: SubjectPorts): Promise<ReadSubject> {
  const path = ports.paths.get(digest);
  if (path === undefined)
    throw new Refusal('bundle-not-open', 'This bundle is no longer open. Open it again.');
  const fileName = ports.files.name(path);
  const bytes = await ports.files.read(path, bundleLimit);
  const trust = await ports.trust.load();
  const report = await verifyBundle(bytes, trust, ports.crypto);
  if (report.releaseDigest !== digest)
    throw new Refusal(
      'bundle-changed',
      `${fileName} was changed since it was opened: it holds another release now. Open it again.`,
      { name: fileName },
    );
  const { contents } = report;
  if (contents === undefined)
    throw new Refusal(
      'bundle-broken',
      `${fileName} does not hold together, so there is nothing to decide about. Get the file again from its sender.`,
      { name: fileName },
    );
  const read = { path, fileName, bytes, digest, trust, report, contents };
  const gates = termGates({ ...contents, organisation: contents.release.organisation });
  const attested = attestedGates(contents);
  const kept = await ports.decisions.about(digest);
  const { signatures } = report;
  const entries = contents.policy.demo ? [] : (await ports.ledger.read('release')).entries;
  const earlier = releaseBefore(entries, { digest, title: contents.release.title });
  const inLedger = entries.some(({ releaseDigest }) => releaseDigest === digest);
  return {
    ...read,
    signOff: signOff(
      { signatures, policy: contents.policy, trust, ledger: contents.release.ledger },
      ports.crypto,
    ),
    gates,
    attested,
    kept,
    inLedger,
    ...(earlier !== undefined && { earlier }),
    obstructions: obstructionsOf({ report, gates, attested, kept }),
  };
}

/** The gates as the preparer's evidence tells them; none where they cannot be read. */
function attestedGates({ evidence }: OpenedBundle): readonly GateResult[] {
  return Told.safeParse(evidence).data?.gates ?? [];
}

/** The last release of a title that was recorded before this one and was not withdrawn. */
function releaseBefore(
  entries: readonly LedgerEntry[],
  { digest, title }: { readonly digest: string; readonly title: string },
): ReleaseEntry | undefined {
  const own = entries.find((entry) => entry.kind === 'release' && entry.releaseDigest === digest);
  return releasesOf(entries).findLast(
    (entry) =>
      entry.title === title &&
      entry.releaseDigest !== digest &&
      entry.sequence < (own?.sequence ?? Infinity) &&
      withdrawalOf(entries, entry.releaseDigest) === undefined,
  );
}

interface Found {
  readonly report: VerificationReport;
  readonly gates: readonly GateResult[];
  readonly attested: readonly GateResult[];
  readonly kept: readonly KeptDecision[];
}

function obstructionsOf({ report, gates, attested, kept }: Found): readonly Obstruction[] {
  const codes = report.checks.filter(({ ok }) => !ok).map(({ code }) => code);
  const found: readonly (readonly [Obstruction, boolean])[] = [
    ['withdrawn', kept.some(({ decision }) => decision === 'withdraw')],
    ['checks', codes.some((code) => !stillMissing.has(code))],
    ['preparer-unknown', codes.includes('E_UNKNOWN_KEY')],
    ['gates', attested.length === 0 || [...gates, ...attested].some(({ outcome }) => outcome !== 'pass')],
    ['demo', report.demo],
    ['released', report.outcome === 'release'],
  ];
  return found.filter(([, holds]) => holds).map(([name]) => name);
}
