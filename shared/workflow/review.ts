import { Refusal } from '../base/failure.ts';
import type { Steps } from '../base/steps.ts';
import type { Understanding } from '../extract/understanding.ts';
import type { VaultRequest, VaultResponse } from '../ipc/vault-contract.ts';
import { absoluteMinimumPersons } from '../policy/policy.ts';
import { EarlierHanded } from './attacks/earlier-handed.ts';
import { candidateOfReview } from './candidate-of-review.ts';
import { Counter } from './counter.ts';
import { driven } from './driven.ts';
import { extractFindings } from './extract-findings/extract-findings.ts';
import { lookAtFiles } from './first-looks/look-at-files.ts';
import { RememberedLooks } from './first-looks/remembered-looks.ts';
import { loadExtract } from './load-extract.ts';
import { loadedReview, type LoadedReview } from './loaded-review.ts';
import type { ReviewPorts, Working } from './review-ports.ts';
import { statusLookUp } from './status-look-up.ts';
import { understand } from './understanding.ts';
import { viewOfReview } from './view-of-review.ts';
import { zoneShapesOf } from './zone-shapes.ts';

/** One review of one extract: everything the vault can be asked, on raw data that never leaves it. */
export class Review {
  private readonly ports: ReviewPorts;
  private lastLoad: Promise<unknown> = Promise.resolve();
  private loaded: LoadedReview | undefined;
  private readonly earlier = new EarlierHanded();
  private readonly remembered = new RememberedLooks();

  constructor(ports: ReviewPorts) {
    let solver: ReturnType<ReviewPorts['solver']> | undefined;
    this.ports = { ...ports, solver: async () => (solver ??= ports.solver()) };
  }

  async profile(
    { sources, dialects }: VaultRequest<'profile'>,
    signal: AbortSignal,
  ): Promise<VaultResponse<'profile'>> {
    const { reader, engine } = this.ports;
    const { remembered } = this;
    const inSteps = this.inSteps(signal);
    return lookAtFiles(reader, sources, signal, { dialects, scan: engine.scan, inSteps, remembered });
  }

  forgetOthers(chosen: VaultRequest<'forgetOthers'>): VaultResponse<'forgetOthers'> {
    this.remembered.keepOnly(chosen);
    return {};
  }

  /**
   * Replaces what was loaded; when it fails or is cancelled the former extract stays. Loads follow each other, because
   * they share the engine: one that was cancelled ends before the next begins.
   */
  async load(request: VaultRequest<'load'>, working: Working): Promise<Understanding> {
    const before = this.lastLoad;
    const load = before.then(async () => this.loadNow(request, working));
    this.lastLoad = load.catch(() => undefined);
    return load;
  }

  private async loadNow(
    { sources, mappings, timeZone, zones, noRegisterReason }: VaultRequest<'load'>,
    { signal, onProgress }: Working,
  ): Promise<Understanding> {
    signal.throwIfAborted();
    const { engine, reader, newKey, random } = this.ports;
    const inSteps = this.inSteps(signal);
    const extract = await loadExtract({
      engine,
      reader,
      sources,
      mappings,
      timeZone,
      noRegisterReason,
      key: newKey(),
      signal,
      onProgress,
      inSteps,
      thread: this.ports.blockPool,
    });
    await this.ports.breathe();
    signal.throwIfAborted();
    const counter = new Counter(extract, random, this.ports.blockPool?.askForHelp);
    const understood = await inSteps(understand(extract, counter, zones));
    signal.throwIfAborted();
    this.loaded = loadedReview({ extract, counter, understanding: understood }, this.ports, this.earlier);
    return understood;
  }

  zones({ recipe }: VaultRequest<'zones'>): VaultResponse<'zones'> {
    return zoneShapesOf(this.need().counter.place(recipe));
  }

  view(request: VaultRequest<'view'>): VaultResponse<'view'> {
    const started = this.ports.now();
    const view = viewOfReview(this.need(), request);
    return { ...view, workMilliseconds: this.ports.now() - started };
  }

  /** As `view`, in steps where something has to be counted first: meanwhile other calls are answered, and it can be called off. */
  async viewInSteps(
    request: VaultRequest<'view'>,
    { signal }: Pick<Working, 'signal'>,
  ): Promise<VaultResponse<'view'>> {
    const started = this.ports.now();
    const { counter, protector } = this.need();
    const { recipe, policy, product, brush } = request;
    if (protector.known(product, recipe, policy) === undefined)
      await driven(
        counter.preparing(product, recipe, brush !== undefined),
        { signal, onProgress: () => undefined },
        this.ports,
      );
    return { ...this.view(request), workMilliseconds: this.ports.now() - started };
  }

  async protect(
    { recipe, policy }: VaultRequest<'protect'>,
    working: Working,
  ): Promise<VaultResponse<'protect'>> {
    const { protector } = this.need();
    return (await protector.protect(recipe, policy, working)).report;
  }

  async ranges(request: VaultRequest<'ranges'>, { signal }: Working): Promise<VaultResponse<'ranges'>> {
    return this.need().protector.ranges(request, signal);
  }

  async attack(
    { attacks, ...asked }: VaultRequest<'attack'>,
    working: Working,
  ): Promise<VaultResponse<'attack'>> {
    return this.need().attacker.attack(asked, attacks, working);
  }

  attackMarks(asked: VaultRequest<'attackMarks'>): VaultResponse<'attackMarks'> {
    return this.need().attacker.marks(asked);
  }

  attackSlivers(asked: VaultRequest<'attackSlivers'>): VaultResponse<'attackSlivers'> {
    return this.need().attacker.slivers(asked);
  }

  nameEarlier(request: VaultRequest<'nameEarlier'>): VaultResponse<'nameEarlier'> {
    return this.earlier.name(request);
  }

  handEarlier(request: VaultRequest<'handEarlier'>): VaultResponse<'handEarlier'> {
    this.earlier.hand(request);
    return {};
  }

  replay(asked: VaultRequest<'replay'>): VaultResponse<'replay'> {
    return { path: this.need().attacker.replay(asked) };
  }

  async plant(asked: VaultRequest<'plant'>, working: Working): Promise<VaultResponse<'plant'>> {
    return this.need().attacker.plant(asked, working);
  }

  async remedies(request: VaultRequest<'remedies'>, working: Working): Promise<VaultResponse<'remedies'>> {
    return this.need().attacker.remedies(request, working);
  }

  async extractRisk(
    { recipe }: VaultRequest<'extractRisk'>,
    working: Working,
  ): Promise<VaultResponse<'extractRisk'>> {
    return this.need().risks.report(recipe, working);
  }

  async extractFindings(
    { minimumPersons }: VaultRequest<'extractFindings'>,
    { signal }: Working,
  ): Promise<VaultResponse<'extractFindings'>> {
    const { extract, understanding } = this.need();
    const { firstSecond: first = 0, lastSecond: last = 0 } = understanding;
    const floor = Math.max(minimumPersons, absoluteMinimumPersons);
    return this.inSteps(signal)(extractFindings(extract, { first, last }, floor));
  }

  /** A page of the rejected lines. */
  rejects({ from, most }: VaultRequest<'rejects'>): VaultResponse<'rejects'> {
    const { name, rejects, allRejects } = this.need().extract;
    if (allRejects === undefined)
      return { name, rejects: rejects.slice(from, from + most), listed: rejects.length, more: 0 };
    return { name, rejects: allRejects.slice(from, most), listed: allRejects.length, more: allRejects.more };
  }

  async candidate(
    { recipe, policy }: VaultRequest<'candidate'>,
    working: Working,
  ): Promise<VaultResponse<'candidate'>> {
    const loaded = this.need();
    const protection = await loaded.protector.forRelease(recipe, policy, working);
    return candidateOfReview(loaded, recipe, protection, loaded.attacker.known({ recipe, policy }));
  }

  async status({ identifier, recipe }: VaultRequest<'status'>): Promise<VaultResponse<'status'>> {
    const { extract, counter } = this.need();
    const answer = await statusLookUp({ extract, counter }, recipe, identifier);
    return { ...answer, hasRegister: extract.objections.kind === 'register' };
  }

  /** Drives long work with pauses, telling nobody how far it has come, until it is called off. */
  private inSteps(signal: AbortSignal): <T>(work: Steps<T>) => Promise<T> {
    return async (work) => driven(work, { signal, onProgress: () => undefined }, this.ports);
  }

  private need(): LoadedReview {
    if (!this.loaded) throw new Refusal('nothing-loaded', 'No extract is loaded yet: open one first.');
    return this.loaded;
  }
}
