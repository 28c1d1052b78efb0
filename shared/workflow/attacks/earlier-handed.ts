import type { EarlierName } from '../../evidence/earlier-name.ts';
import type { VaultRequest } from '../../ipc/vault-contract.ts';
import type { EarlierRelease } from '../../ledger/compare-releases.ts';
import type { Released } from '../../ledger/released.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import { keptRelease } from '../kept-release.ts';

/** What main named lately for so many periods is kept, with the releases it stands for. */
const periodsKept = 4;

/** Earlier releases that figures of a candidate are held against, and what they are called. */
export interface EarlierKnown {
  readonly names: readonly EarlierName[];
  readonly releases: readonly EarlierRelease[];
}

interface Asked {
  readonly recipe: Recipe;
  readonly policy: Policy;
}

/** Earlier releases of this workstation as main hands them to the vault: all of it was published. */
export class EarlierHanded {
  private named = new Map<string, readonly EarlierName[]>();
  private readonly held = new Map<string, Released>();

  /** Digests of those named that were not handed over yet. What nobody names any more is let go. */
  name({ releases, ...asked }: VaultRequest<'nameEarlier'>): string[] {
    const key = keyOf(asked);
    const others = [...this.named].filter(([known]) => known !== key);
    this.named = new Map([...others, [key, releases] as const].slice(-periodsKept));
    const wanted = new Set([...this.named.values()].flat().map(({ releaseDigest }) => releaseDigest));
    for (const digest of this.held.keys()) if (!wanted.has(digest)) this.held.delete(digest);
    return releases.map(({ releaseDigest }) => releaseDigest).filter((digest) => !this.held.has(digest));
  }

  hand({ releaseDigest, bundle }: VaultRequest<'handEarlier'>): void {
    this.held.set(releaseDigest, keptRelease(bundle));
  }

  /** What a candidate is held against; nothing where main named nothing for it, or it is a demonstration. */
  of(asked: Asked): EarlierKnown | undefined {
    const names = asked.policy.demo ? undefined : this.named.get(keyOf(asked));
    if (names === undefined) return undefined;
    const releases = names.map(({ releaseId, releaseDigest }) => {
      const released = this.held.get(releaseDigest);
      if (released === undefined) throw new Error('an earlier release was named and not handed over');
      return { id: releaseId, released };
    });
    return { names, releases };
  }

  /** Changes whenever a candidate would be held against other releases than before. */
  keyOf(asked: Asked): string {
    return (this.of(asked)?.names ?? []).map(({ releaseDigest }) => releaseDigest).join(' ');
  }
}

function keyOf({ recipe: { period, timeZone }, policy: { demo } }: Asked): string {
  return JSON.stringify([period, timeZone, demo]);
}
