import { describe, expect, it } from 'vitest';
import { sealBundle } from '../../../../shared/bundle/seal.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';
import type { EarlierName } from '../../../../shared/evidence/earlier-name.ts';
import { AttackMark, AttackSliver } from '../../../../shared/ipc/attack-findings.ts';
import type { Released, ReleasedZone } from '../../../../shared/ledger/released.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { attackEvidence, attestedAttacks } from '../../../../shared/workflow/attack-evidence.ts';
import { EarlierHanded } from '../../../../shared/workflow/attacks/earlier-handed.ts';
import { subtraction } from '../../../../shared/workflow/attacks/subtraction-card.ts';
import { highsSolver } from '../../../support/highs.ts';
import { smallContents, smallRecipe } from '../../../support/small-bundle.ts';
import { inA, releaseWith, squareAt } from '../../../support/small-release.ts';
import { wholeRun } from '../../../support/whole-run.ts';

const solver = await highsSolver();
const nameOf = (at: number): EarlierName => ({
  releaseId: `freigabe-2026-05-1${at}-0000000${at}`,
  releaseDate: `2026-05-1${at}`,
  releaseDigest: `${at}`.repeat(64),
});

interface Shown {
  readonly report: AttackReport;
  readonly marks: readonly AttackMark[];
  readonly slivers: readonly AttackSliver[];
}

function tried(released: Released, ...earlier: readonly Released[]): Shown {
  const marks: AttackMark[] = [];
  const slivers: AttackSliver[] = [];
  const names = earlier.map((_, at) => nameOf(at + 1));
  const report = wholeRun(
    subtraction({
      released,
      earlier: earlier.map((one, at) => ({ id: names[at]?.releaseId ?? '', released: one })),
      earlierNames: names,
      solver,
      mark: (mark) => void marks.push(AttackMark.parse(mark)),
      sliver: (sliver) => void slivers.push(AttackSliver.parse(sliver)),
    }),
  );
  return { report, marks, slivers };
}

/** One zone from 12 degrees east on, a little wider than the square `a` for a positive number. */
const wide = (zoneId: string, degrees: number): readonly ReleasedZone[] => {
  const [east, south, north] = [12.01 + degrees, 51, 51.01];
  const ring = [
    [12, south],
    [east, south],
    [east, north],
    [12, north],
    [12, south],
  ] as const;
  return [{ zoneId, level: 0, polygons: [[ring]] }];
};
const inZone = (zoneId: string, persons: number) => ({ footfall: [{ ...inA(persons), zoneId }] });

describe('subtraction from earlier releases', () => {
  it('names those it was held against by id, date and digest, in the report and in the evidence', () => {
    const elsewhere = releaseWith({}, { footfall: [{ ...inA(40), zoneId: 'far' }] }, [
      { zoneId: 'far', level: 0, polygons: [squareAt(900)] },
    ]);
    const { report } = tried(
      releaseWith({}, { footfall: [inA(40)] }),
      releaseWith({}, { footfall: [inA(40)] }),
      elsewhere,
    );
    expect(report).toMatchObject({ outcome: 'pass', earlier: [nameOf(1)], parameters: { compared: 1 } });
    expect(attestedAttacks({ attacks: attackEvidence([report], 'classical') })).toMatchObject([
      { attack: 'subtraction', earlier: [nameOf(1)] },
    ]);
  });

  it('marks the figure of this release where the larger group lies in an earlier one', () => {
    const earlier = releaseWith({}, inZone('old', 43), wide('old', 0.001));
    const { report, marks, slivers } = tried(releaseWith({}, inZone('new', 40), wide('new', 0)), earlier);
    expect(report.figures).toMatchObject({ foundZoneMaps: 1, slivers: 1 });
    expect(marks).toEqual([{ attack: 'subtraction', zoneId: 'new', persons: 40 }]);
    expect(slivers).toMatchObject([
      { zoneId: 'new', earlierZoneId: 'old', releaseId: nameOf(1).releaseId, isEarlierLarger: true },
    ]);
  });

  it('tells the sliver of each of two earlier releases, and no number of people with it', () => {
    const earlier = [0.002, 0.001].map((degrees) => releaseWith({}, inZone('old', 40), wide('old', degrees)));
    const { slivers } = tried(releaseWith({}, inZone('new', 42), wide('new', 0.003)), ...earlier);
    expect(slivers.map(({ releaseId, isEarlierLarger }) => [releaseId, isEarlierLarger])).toEqual([
      [nameOf(1).releaseId, false],
      [nameOf(2).releaseId, false],
    ]);
    expect(slivers[1]?.squareMetres).toBeGreaterThan(1.9 * (slivers[0]?.squareMetres ?? 0));
    expect(JSON.stringify(slivers)).not.toMatch(/persons|"(40|42|2)"/);
  });
});

describe('earlier releases in the vault', () => {
  const sealed = sealBundle(smallContents(), nodeCrypto);
  const name = { ...nameOf(1), releaseId: sealed.releaseId, releaseDigest: sealed.releaseDigest };
  const asked = { recipe: smallRecipe, policy: builtInPolicies.solo };
  const hand = { releaseDigest: name.releaseDigest, bundle: sealed.bytes };

  it('are asked for once, and then held for the period they were named for', () => {
    const handed = new EarlierHanded();
    expect(handed.of(asked)).toBeUndefined();
    expect(handed.name({ ...asked, releases: [name] })).toEqual([name.releaseDigest]);
    handed.hand(hand);
    expect(handed.name({ ...asked, releases: [name] })).toEqual([]);
    const known = handed.of(asked);
    expect(known?.names).toEqual([name]);
    expect(known?.releases[0]?.released.tables[0]?.persons.length).toBeGreaterThan(0);
    const otherDay = { ...smallRecipe, period: { from: '2026-06-01', to: '2026-06-02' } };
    expect(handed.of({ ...asked, recipe: otherDay })).toBeUndefined();
  });

  it('are let go when nothing names them any more, and change the key by which results are kept', () => {
    const handed = new EarlierHanded();
    handed.name({ ...asked, releases: [name] });
    handed.hand(hand);
    expect(handed.keyOf(asked)).toBe(name.releaseDigest);
    handed.name({ ...asked, releases: [] });
    expect(handed.keyOf(asked)).toBe('');
    expect(handed.of(asked)).toEqual({ names: [], releases: [] });
    expect(handed.name({ ...asked, releases: [name] })).toEqual([name.releaseDigest]);
  });

  it('are none for a demonstration, whatever was named', () => {
    const handed = new EarlierHanded();
    const demo = { ...asked, policy: builtInPolicies.demo };
    handed.name({ ...demo, releases: [name] });
    handed.hand(hand);
    expect(handed.of(demo)).toBeUndefined();
  });
});
