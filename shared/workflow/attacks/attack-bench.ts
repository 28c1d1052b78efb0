import type { AttackReport } from '../../evidence/attack-report.ts';
import type { AttackMark, RecoveredReplay } from '../../ipc/attack-findings.ts';
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

/** What was tried on one recipe under one policy, and what was found. */
interface Tried {
  readonly key: string;
  readonly reports: Map<AttackName, AttackReport>;
  marks: readonly AttackMark[];
  replay: RecoveredReplay | undefined;
}

/** Tries attacks on candidates and keeps what they came to, so that main is told the same as the officer. */
export class AttackBench {
  private readonly ports: Pick<ReviewPorts, 'breathe' | 'now'>;
  private kept: Tried[] = [];

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
    const tried = this.triedOn(recipe, policy);
    const { reports } = tried;
    for (const attack of attackNames) {
      if (!wanted.includes(attack) || reports.has(attack)) continue;
      const told = (done: number, total: number) => ({ stage: 'attacking', attack, done, total }) as const;
      working.onProgress(told(0, 0));
      // oxlint-disable-next-line no-await-in-loop -- one attack after the other, so that each has the whole machine
      const noted = noting(await material());
      // oxlint-disable-next-line no-await-in-loop -- as above
      reports.set(attack, await driven(attacks[attack](noted.material), working, this.ports, told));
      tried.marks = [...tried.marks, ...noted.marks];
      tried.replay ??= noted.replay();
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
    const { reports } = this.triedOn(recipe, policy);
    return attackNames.flatMap((attack) => reports.get(attack) ?? []);
  }

  /** Where it found something. */
  marks(recipe: Recipe, policy: Policy): AttackMark[] {
    return [...this.triedOn(recipe, policy).marks];
  }

  replay(recipe: Recipe, policy: Policy): RecoveredReplay | undefined {
    return this.triedOn(recipe, policy).replay;
  }

  private triedOn(recipe: Recipe, policy: Policy): Tried {
    const key = keyOf(recipe, policy);
    const fresh: Tried = { key, reports: new Map(), marks: [], replay: undefined };
    const found = this.kept.find((one) => one.key === key) ?? fresh;
    this.kept = [found, ...this.kept.filter((one) => one !== found)].slice(0, recipesKept);
    return found;
  }
}

/** The material with somebody who notes what is found on the way; a path only where nobody is behind the events. */
function noting(material: AttackMaterial): {
  readonly material: AttackMaterial;
  readonly marks: readonly AttackMark[];
  readonly replay: () => RecoveredReplay | undefined;
} {
  const marks: AttackMark[] = [];
  let path: RecoveredReplay | undefined;
  const noted: AttackMaterial = {
    ...material,
    mark: (mark) => void marks.push(mark),
    ...(material.extract.isGenerated && { replay: (found: RecoveredReplay) => void (path = found) }),
  };
  return { material: noted, marks, replay: () => path };
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
