import type { AttackReport } from '../../evidence/attack-report.ts';
import { attackNames, type AttackName } from '../../policy/attack-limits.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import { driven } from '../driven.ts';
import type { ReviewPorts, Working } from '../review-ports.ts';
import type { Attack, AttackMaterial } from './attack-material.ts';
import { membership } from './membership-card.ts';
import { reconstruction } from './reconstruction-card.ts';
import { recovery } from './recovery-card.ts';
import { wholeGroupFacts } from './whole-groups-card.ts';
import { subtraction } from './subtraction-card.ts';
import { promise, recoverableBlanks, smallGroups, usefulness } from './rule-cards.ts';

/** Reports of how many recipes are kept: two let two recipes be looked at in turn. */
const recipesKept = 4;

const attacks: Readonly<Record<AttackName, Attack>> = {
  'small-groups': atOnce(smallGroups),
  'recoverable-blanks': atOnce(recoverableBlanks),
  subtraction,
  'whole-groups': wholeGroupFacts,
  membership,
  recovery,
  reconstruction,
  promise: atOnce(promise),
  usefulness: atOnce(usefulness),
};

/** Tries attacks on candidates and keeps what they came to, so that main is told the same as the officer. */
export class AttackBench {
  private readonly ports: Pick<ReviewPorts, 'breathe' | 'now'>;
  private kept: { readonly key: string; readonly reports: Map<AttackName, AttackReport> }[] = [];

  constructor(ports: Pick<ReviewPorts, 'breathe' | 'now'>) {
    this.ports = ports;
  }

  /** Tries those of `wanted` that were not tried on this recipe yet; the answer has all of them, in the order of the cards. */
  async run(
    { recipe, policy }: { readonly recipe: Recipe; readonly policy: Policy },
    wanted: readonly AttackName[],
    material: () => Promise<AttackMaterial>,
    working: Working,
  ): Promise<AttackReport[]> {
    const reports = this.reportsOf(recipe, policy);
    for (const attack of attackNames) {
      const run = attacks[attack];
      if (!wanted.includes(attack) || reports.has(attack)) continue;
      const told = (done: number, total: number) => ({ stage: 'attacking', attack, done, total }) as const;
      working.onProgress(told(0, 0));
      // oxlint-disable-next-line no-await-in-loop -- one attack after the other, so that each has the whole machine
      reports.set(attack, await driven(run(await material()), working, this.ports, told));
    }
    return this.known(recipe, policy).filter(({ attack }) => wanted.includes(attack));
  }

  /** Tries one attack on a recipe that is only being thought of; nothing is kept. Progress is the asker's to tell. */
  async once(attack: AttackName, material: AttackMaterial, { signal }: Working): Promise<AttackReport> {
    const working = { signal, onProgress: () => undefined };
    return driven(attacks[attack](material), working, this.ports);
  }

  /** What was tried on this recipe under this policy so far, in the order of the cards. */
  known(recipe: Recipe, policy: Policy): AttackReport[] {
    const reports = this.reportsOf(recipe, policy);
    return attackNames.flatMap((attack) => reports.get(attack) ?? []);
  }

  private reportsOf(recipe: Recipe, policy: Policy): Map<AttackName, AttackReport> {
    const key = keyOf(recipe, policy);
    const found = this.kept.find((one) => one.key === key) ?? { key, reports: new Map() };
    this.kept = [found, ...this.kept.filter((one) => one !== found)].slice(0, recipesKept);
    return found.reports;
  }
}

function* once(report: AttackReport): ReturnType<Attack> {
  yield { done: 0, total: 1 };
  return report;
}

function atOnce(attack: (material: AttackMaterial) => AttackReport): Attack {
  return (material) => once(attack(material));
}

/** Words about the release change no figure; of the policy anything may. */
function keyOf(asked: Recipe, policy: Policy): string {
  const { terms: _, title: __, releaseDate: ___, ...recipe } = asked;
  return JSON.stringify([recipe, policy]);
}
