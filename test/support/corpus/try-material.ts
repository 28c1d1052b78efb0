import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import { attackNames, type AttackName } from '../../../shared/policy/attack-limits.ts';
import { AttackBench } from '../../../shared/workflow/attacks/attack-bench.ts';
import type { AttackMaterial } from '../../../shared/workflow/attacks/attack-material.ts';
import { alone, hurried } from './corpus-material.ts';

/** What one attack said of one release. */
export interface Tried {
  readonly attack: AttackName;
  readonly report: AttackReport;
  readonly isAlarm: boolean;
  /** Processor time of this process, milliseconds. */
  readonly milliseconds: number;
}

/** Tries attacks on a release of the corpus, the same way as a review does. */
export async function tryMaterial(
  material: AttackMaterial,
  attacks: readonly AttackName[] = attackNames,
): Promise<readonly Tried[]> {
  const { recipe, policy } = material;
  const bench = new AttackBench(hurried);
  const tried: Tried[] = [];
  for (const attack of attacks) {
    const before = process.cpuUsage();
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that each is timed alone
    const [report] = await bench.run({ recipe, policy }, [attack], async () => material, alone);
    const { user, system } = process.cpuUsage(before);
    if (!report) throw new Error(`${attack} was not tried`);
    const isAlarm = report.outcome === 'fail' || tellsOfEverybody(report, policy.wholeGroupSlack);
    tried.push({ attack, report, isAlarm, milliseconds: (user + system) / 1000 });
  }
  return tried;
}

/** Facts about everybody of a group are an alarm where the policy forbids them. */
function tellsOfEverybody({ attack, figures }: AttackReport, slack: number | null): boolean {
  return (
    attack === 'whole-groups' && slack !== null && (figures['everyone'] ?? 0) + (figures['allBut'] ?? 0) > 0
  );
}
