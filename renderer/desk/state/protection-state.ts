import type { Failure } from '../../../shared/base/failure.ts';
import type { ProtectionReport } from '../../../shared/ipc/protection.ts';
import type { View, ZoneShape } from '../../../shared/ipc/view.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Product } from '../../../shared/products/product.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

/** How far hiding the groups that protect others is, for the recipe that is shown. Only `done` may be signed. */
export type Protecting =
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly done: number | undefined; readonly total: number }
  | { readonly kind: 'cancelling' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'done' };

export interface ProtectionSlice {
  readonly protecting: Protecting;
  /** What protection made of the recipes it was worked out for, by `protectionKey`; the newest last. */
  readonly reports: ReadonlyMap<string, ProtectionReport>;
  /** The last report there was: shown dimmed while another is worked out. */
  readonly lastReport: ProtectionReport | undefined;
  /** Why it could not be worked out; kept until somebody has read it. */
  readonly protectionFailure: Failure | undefined;
  /** Waits a while, then works protection out, unless it is already for this recipe. */
  readonly refreshProtection: () => void;
  readonly protectNow: () => void;
  readonly cancelProtection: () => void;
  readonly dismissProtectionFailure: () => void;
}

/** A recipe that was put aside to be compared with, called B; the one that is tuned is A. */
export interface Kept {
  readonly recipe: Recipe;
  readonly policy: Policy;
  readonly preset: string;
}

/** One recipe of a comparison as it was counted: its figures and its map, of the whole period. */
export interface ComparedSide extends Kept {
  readonly shapes: readonly ZoneShape[];
  readonly view: View;
}

/** A, which is tuned, and B, which was kept, in one table. */
export interface Compared {
  readonly product: Product;
  readonly a: ComparedSide;
  readonly b: ComparedSide;
}

export interface CompareSlice {
  readonly comparing: boolean;
  /** Both sides as they were last counted; while `draft` has moved on they are of another pair. */
  readonly compared: Compared | undefined;
  readonly compareFailure: Failure | undefined;
  /** Whether B is being protected, because it was put aside before that was done or the vault knows it no longer. */
  readonly catchingUp: boolean;
  /** Puts the recipe as it is aside as B. */
  readonly keepRecipe: () => void;
  readonly forgetKept: () => void;
  readonly openCompare: (open: boolean) => void;
  /** A and B change places, as one step that can be undone. */
  readonly switchRecipes: () => void;
  readonly refreshCompare: () => void;
  /** Has B protected where that is missing. */
  readonly catchUp: () => void;
}
