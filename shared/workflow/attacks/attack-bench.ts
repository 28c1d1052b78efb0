import type { AttackReport } from '../../evidence/attack-report.ts';
import type { AttackMark, AttackSliver, RecoveredReplay } from '../../ipc/attack-findings.ts';
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

/** A recipe under a policy. */
interface Asked {
  readonly recipe: Recipe;
  readonly policy: Policy;
}

/** What was tried on one recipe under one policy, and what was found. */
interface Tried {
  readonly key: string;
  readonly reports: Map<AttackName, AttackReport>;
  marks: readonly AttackMark[];
  slivers: readonly AttackSliver[];
  replay: RecoveredReplay | undefined;
  /** Which earlier releases were subtracted from. */
  subtractedFrom: string;
}

/** Why subtraction is to be tried anew: there are other earlier releases by now. */
const earlierChanged = 'earlier-changed';

/** Tries attacks on candidates and keeps what they came to, so that main is told the same as the officer. */
export class AttackBench {
  private readonly ports: Pick<ReviewPorts, 'breathe' | 'now'>;
  private readonly earlierOf: (asked: Asked) => string;
  private kept: Tried[] = [];

  /** `earlierOf`: changes whenever a candidate would be held against other earlier releases. */
  constructor(ports: Pick<ReviewPorts, 'breathe' | 'now'>, earlierOf: (asked: Asked) => string = () => '') {
    this.ports = ports;
    this.earlierOf = earlierOf;
  }

  /** Tries those of `wanted` that were not tried on this recipe yet; the answer has all of them, in the order of the cards. */
  async run(
    asked: Asked,
    wanted: readonly AttackName[],
    material: () => Promise<AttackMaterial>,
    working: Working,
  ): Promise<AttackReport[]> {
    const { recipe, policy } = asked;
    const tried = this.triedOn(recipe, policy);
    const { reports } = tried;
    this.dropOutdated(tried, asked);
    for (const attack of attackNames) {
      if (!wanted.includes(attack) || reports.has(attack)) continue;
      const told = (done: number, total: number) => ({ stage: 'attacking', attack, done, total }) as const;
      working.onProgress(told(0, 0));
      // oxlint-disable-next-line no-await-in-loop -- one attack after the other, so that each has the whole machine
      const noted = noting(await material());
      // oxlint-disable-next-line no-await-in-loop -- as above
      reports.set(attack, await driven(attacks[attack](noted.material), working, this.ports, told));
      tried.marks = [...tried.marks, ...noted.marks];
      tried.slivers = [...tried.slivers, ...noted.slivers];
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
    const tried = this.triedOn(recipe, policy);
    const reports = attackNames.flatMap((attack) => tried.reports.get(attack) ?? []);
    if (!this.isOutdated(tried, { recipe, policy })) return reports;
    return reports.map((report) => (report.attack === 'subtraction' ? toTryAnew(report) : report));
  }

  /** Where it found something. */
  marks(recipe: Recipe, policy: Policy): AttackMark[] {
    return [...this.triedOn(recipe, policy).marks];
  }

  /** Where slivers between zone maps show somebody. */
  slivers(recipe: Recipe, policy: Policy): AttackSliver[] {
    return [...this.triedOn(recipe, policy).slivers];
  }

  replay(recipe: Recipe, policy: Policy): RecoveredReplay | undefined {
    return this.triedOn(recipe, policy).replay;
  }

  private isOutdated({ subtractedFrom }: Tried, asked: Asked): boolean {
    return subtractedFrom !== this.earlierOf(asked);
  }

  /** Forgets what subtraction came to when other earlier releases are known by now. */
  private dropOutdated(tried: Tried, asked: Asked): void {
    if (!this.isOutdated(tried, asked)) return;
    tried.subtractedFrom = this.earlierOf(asked);
    tried.reports.delete('subtraction');
    tried.marks = tried.marks.filter(({ attack }) => attack !== 'subtraction');
    tried.slivers = [];
  }

  private triedOn(recipe: Recipe, policy: Policy): Tried {
    const key = keyOf(recipe, policy);
    const fresh: Tried = {
      key,
      reports: new Map(),
      marks: [],
      slivers: [],
      replay: undefined,
      subtractedFrom: this.earlierOf({ recipe, policy }),
    };
    const found = this.kept.find((one) => one.key === key) ?? fresh;
    this.kept = [found, ...this.kept.filter((one) => one !== found)].slice(0, recipesKept);
    return found;
  }
}

/** The material with somebody who notes what is found on the way; a path only where nobody is behind the events. */
function noting(material: AttackMaterial): {
  readonly material: AttackMaterial;
  readonly marks: readonly AttackMark[];
  readonly slivers: readonly AttackSliver[];
  readonly replay: () => RecoveredReplay | undefined;
} {
  const marks: AttackMark[] = [];
  const slivers: AttackSliver[] = [];
  let path: RecoveredReplay | undefined;
  const noted: AttackMaterial = {
    ...material,
    mark: (mark) => void marks.push(mark),
    sliver: (sliver) => void slivers.push(sliver),
    ...(material.extract.isGenerated && { replay: (found: RecoveredReplay) => void (path = found) }),
  };
  return { material: noted, marks, slivers, replay: () => path };
}

function toTryAnew({ attack, version, seed }: AttackReport): AttackReport {
  const outcome = 'notTested' as const;
  return { attack, version, outcome, reason: earlierChanged, seed, parameters: {}, figures: {} };
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
