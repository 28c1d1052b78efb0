import type { Product } from '../../products/product.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import type { Decision, Role } from '../statement.ts';
import type { ReportLanguage } from './language.ts';
import type { ToldOutcome } from './told-evidence.ts';

/** A gate: what it is called, what holds when it passes, and what when it does not. */
export interface GateWords {
  readonly name: string;
  readonly pass: string;
  readonly fail: string;
}

/** Attacks by name, why one was not tested, and figures by name. */
export interface AttackWords {
  readonly attacks: Readonly<
    Record<string, { readonly name: string; readonly asks: string; readonly limits: string }>
  >;
  readonly reasons: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, string>>;
}

/** How the figure of an attack is held against its limit: `unit` is what both count. */
export type AttackUnits = Readonly<Record<string, string>>;

type Plain<Names extends string> = Readonly<Record<Names, string>>;

/** All that a report says in one language, besides the method, the gates and the attacks. */
export interface ReportWords {
  readonly language: ReportLanguage;
  readonly gates: Readonly<Record<string, GateWords>>;
  readonly attack: AttackWords;
  readonly units: AttackUnits;
  readonly title: string;
  readonly demo: string;
  readonly solo: string;
  readonly outcome: Readonly<Record<ToldOutcome, string>>;
  readonly attackOutcome: Readonly<Record<ToldOutcome, string>>;
  readonly gateKind: Plain<'recomputable' | 'attested'>;
  readonly untested: string;
  readonly products: Readonly<Record<Product, string>>;
  readonly profiles: Readonly<Record<Recipe['terms']['recipientProfile'], string>>;
  readonly sections: Plain<
    | 'verified'
    | 'chain'
    | 'ledger'
    | 'decision'
    | 'pictures'
    | 'recipe'
    | 'policy'
    | 'risk'
    | 'attacks'
    | 'utility'
    | 'hidden'
    | 'software'
    | 'limits'
    | 'verify'
  >;
  readonly columns: Plain<
    | 'item'
    | 'told'
    | 'gate'
    | 'outcome'
    | 'words'
    | 'basis'
    | 'rule'
    | 'policy'
    | 'release'
    | 'attack'
    | 'measured'
    | 'allowed'
    | 'figure'
    | 'value'
    | 'table'
    | 'published'
    | 'listed'
    | 'suppressed'
    | 'groups'
    | 'check'
    | 'code'
    | 'found'
    | 'number'
    | 'signer'
    | 'decision'
    | 'key'
    | 'time'
    | 'comment'
    | 'reason'
    | 'rows'
  >;
  readonly terms: Plain<
    | 'title'
    | 'organisation'
    | 'release'
    | 'date'
    | 'purpose'
    | 'legalBasis'
    | 'recipient'
    | 'profile'
    | 'dpia'
    | 'reviewBy'
    | 'period'
    | 'predicate'
    | 'comment'
    | 'notStated'
    | 'digest'
  >;
  /** What a signer decides, in one paragraph. */
  readonly asked: (release: string, policy: string, approvals: number) => string;
  readonly period: (from: string, to: string, timeZone: string) => string;
  readonly rules: Plain<
    | 'minimumPersons'
    | 'roundingBase'
    | 'timeBin'
    | 'guarantee'
    | 'epsilon'
    | 'narrowestRange'
    | 'approvals'
    | 'signing'
    | 'withheld'
    | 'classical'
    | 'differentialPrivacy'
    | 'none'
    | 'atLeast'
    | 'atMost'
    | 'solo'
    | 'dpiaReference'
    | 'recipientProfile'
    | 'reviewBy'
    | 'signerComment'
  >;
  readonly bins: Readonly<Record<Recipe['timeBin'], string>>;
  readonly notes: Plain<
    | 'gates'
    | 'noGates'
    | 'attacks'
    | 'noAttacks'
    | 'noFigures'
    | 'intervals'
    | 'risk'
    | 'noise'
    | 'hidden'
    | 'utility'
    | 'software'
    | 'verify'
    | 'sealed'
    | 'digest'
    | 'verifyText'
    | 'claimed'
    | 'noSignature'
    | 'checkpoint'
    | 'auditHead'
  >;
  readonly limits: readonly string[];
  readonly risk: Plain<'read' | 'kept' | 'persons' | 'objectors' | 'exact' | 'narrow' | 'safe' | 'notTested'>;
  readonly dropped: Readonly<Record<string, string>>;
  readonly map: {
    readonly caption: (product: string) => string;
    readonly alt: (zones: number, shown: number, largest: string) => string;
    readonly legend: (from: string, to: string) => string;
    readonly hidden: string;
    readonly tooMany: string;
  };
  readonly sizes: {
    readonly caption: string;
    readonly alt: (figures: number, threshold: number, below: number) => string;
    readonly threshold: (persons: number) => string;
    readonly axis: string;
    readonly none: string;
  };
  readonly verdict: Plain<'release' | 'prepared' | 'demo' | 'rejected'>;
  readonly checks: Readonly<Record<string, string>>;
  readonly held: Plain<'yes' | 'no'>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly known: Plain<'yes' | 'no'>;
  readonly codeAlt: string;
}
