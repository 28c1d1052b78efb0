import type { AttackReport } from '../../evidence/attack-report.ts';
import type { AttackMark, AttackSliver, RecoveredReplay } from '../../ipc/attack-findings.ts';
import type { RemediesRequest, Remedy } from '../../ipc/remedies.ts';
import type { AttackName } from '../../policy/attack-limits.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import { candidateOfReview, type Reviewed } from '../candidate-of-review.ts';
import { Counter } from '../counter.ts';
import { Protector, type Protected } from '../protector.ts';
import type { ReviewPorts, Working } from '../review-ports.ts';
import { tallyOf } from '../stage-tally.ts';
import { AttackBench } from './attack-bench.ts';
import type { AttackMaterial } from './attack-material.ts';
import { EarlierHanded } from './earlier-handed.ts';
import { findRemedies, type TryOut } from './find-remedies.ts';
import { plantPeople } from './planted-people.ts';
import { remedyLadders } from './remedy-ladders.ts';
import { seedOf } from './seed-of.ts';
import { thresholdAlone } from './threshold-alone.ts';

/** A recipe under a policy, as the desk asks about it. */
interface Asked {
  readonly recipe: Recipe;
  readonly policy: Policy;
}

type Ports = Pick<ReviewPorts, 'solver' | 'random' | 'breathe' | 'now'>;

/** Attacks on persons that can be tried on invented ones alone. */
const onPersons: readonly AttackName[] = ['membership', 'recovery'];

/** Attacks what recipes would release of one extract. */
export class Attacker {
  private readonly reviewed: Reviewed;
  private readonly protector: Protector;
  private readonly ports: Ports;
  private readonly bench: AttackBench;
  private readonly earlier: EarlierHanded;
  private kept: { readonly key: string; readonly material: AttackMaterial } | undefined;

  constructor(reviewed: Reviewed, protector: Protector, ports: Ports, earlier = new EarlierHanded()) {
    this.reviewed = reviewed;
    this.protector = protector;
    this.ports = ports;
    this.earlier = earlier;
    this.bench = new AttackBench(ports, (asked) => earlier.keyOf(asked));
  }

  /** What was tried on a recipe so far. */
  known({ recipe, policy }: Asked): AttackReport[] {
    return this.bench.known(recipe, policy);
  }

  /** Where something was found on a recipe so far. */
  marks({ recipe, policy }: Asked): AttackMark[] {
    return this.bench.marks(recipe, policy);
  }

  /** Slivers between zone maps through which something was found on a recipe so far. */
  slivers({ recipe, policy }: Asked): AttackSliver[] {
    return this.bench.slivers(recipe, policy);
  }

  /** The path recovered best, where nobody is behind the events and recovery was tried. */
  replay({ recipe, policy }: Asked): RecoveredReplay | undefined {
    return this.bench.replay(recipe, policy);
  }

  async attack(asked: Asked, wanted: readonly AttackName[], working: Working): Promise<AttackReport[]> {
    return this.bench.run(asked, wanted, async () => this.materialOf(asked, working), working);
  }

  async remedies({ recipe, policy, attack }: RemediesRequest, working: Working): Promise<Remedy[]> {
    const { extract, counter } = this.reviewed;
    const places = extract.places.map(({ category }) => category);
    const tryOut: TryOut = async (changed, how) => {
      const quick = how === 'counted' && changed.guarantee.kind === 'classical';
      const protection = quick ? thresholdAlone(changed, counter) : undefined;
      const asked = { recipe: changed, policy };
      const material = await this.material(asked, working, protection);
      return this.bench.once(attack, { ...material, ...this.earlierOf(asked) }, working);
    };
    return findRemedies(recipe, remedyLadders(recipe, policy, { attack, places }), tryOut, (done, total) =>
      working.onProgress({ stage: 'attacking', attack, done, total }),
    );
  }

  /**
   * Plants invented people in a copy of the extract, takes it through the whole pipeline and tries the attacks on persons on them
   * alone. The extract and the candidate stay as they are; the copy is gone afterwards.
   */
  async plant(asked: Asked, working: Working): Promise<AttackReport[]> {
    const { recipe, policy } = asked;
    const { extract, isPlanted } = plantPeople(this.reviewed.extract, JSON.stringify(recipe));
    const counter = new Counter(extract, this.ports.random);
    const tally = (of: Recipe): ReturnType<typeof tallyOf> => tallyOf(extract, counter, of);
    const planted = new Attacker({ extract, counter, tally }, new Protector(counter, this.ports), this.ports);
    const material = { ...(await planted.material({ recipe, policy }, working)), among: isPlanted };
    const reports: AttackReport[] = [];
    for (const attack of onPersons) {
      working.onProgress({ stage: 'attacking', attack, done: 0, total: 0 });
      // oxlint-disable-next-line no-await-in-loop -- one attack after the other, so that each has the whole machine
      reports.push(await this.bench.once(attack, material, working));
    }
    return reports;
  }

  /** The material of a recipe, kept until another one is asked for: attacks are tried one call after the other. */
  private async materialOf(asked: Asked, working: Working): Promise<AttackMaterial> {
    const key = JSON.stringify([asked.recipe, asked.policy]);
    if (this.kept?.key !== key) this.kept = { key, material: await this.material(asked, working) };
    return { ...this.kept.material, ...this.earlierOf(asked) };
  }

  private earlierOf(asked: Asked): Pick<AttackMaterial, 'earlier' | 'earlierNames'> {
    const known = this.earlier.of(asked);
    return known === undefined ? {} : { earlier: known.releases, earlierNames: known.names };
  }

  private async material(
    { recipe, policy }: Asked,
    working: Working,
    quick?: Protected,
  ): Promise<AttackMaterial> {
    const { extract, counter } = this.reviewed;
    const protection = quick ?? (await this.protector.protect(recipe, policy, working));
    const shown: Recipe = recipe.zeroGroups === 'shown' ? recipe : { ...recipe, suppressedGroups: 'omit' };
    const released = candidateOfReview(this.reviewed, shown, protection, []);
    const solver = await this.ports.solver();
    const seed = seedOf(recipe, released);
    return { recipe, policy, extract, counter, protection, released, solver, seed };
  }
}
