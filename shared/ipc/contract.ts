import { z } from 'zod';
import { FileKind, maximumParts, Source, Sources } from '../extract/source.ts';
import { EngineChoice } from '../policy/engine-choice.ts';
import { Policy } from '../policy/policy.ts';
import { Recipe } from '../recipe/recipe.ts';
import {
  BundleAttackAnswer,
  BundleAttackRequest,
  CompareRequest,
  JudgeRequest,
  PrintRequest,
} from './bundle-calls.ts';
import { BundleComparison } from './bundle-comparison.ts';
import {
  DecisionChanges,
  DecisionOutcome,
  DecisionRequest,
  DecisionSubject,
  ElsewhereOutcome,
  KnownSigner,
  PendingSigning,
} from './decision.ts';
import { InspectedBundle } from './inspected-bundle.ts';
import { JudgedRule } from './judged-rule.ts';
import { MappingProfile } from '../extract/mapping-profile.ts';
import { KeptMappingProfile, KeptMappingProfiles } from './kept-mapping-profile.ts';
import { KeptDrafts, KeptWork, Work, WorkId } from './kept-work.ts';
import { LedgerOverview } from './ledger-overview.ts';
import { SealOutcome } from './seal-outcome.ts';
import { LedgerTakenIn, TrustChange, TrustOverview } from './trust-overview.ts';
import { CallFailure } from './call-failure.ts';
import type { Channel } from './channels.ts';

const answer = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), failure: CallFailure }),
  ]);
const nothing = z.strictObject({});
/** What somebody chose for a kind of file: one file, or several. */
const ChosenSource = z.discriminatedUnion('kind', [Source.options[0], Source.options[2]]);
export type ChosenSource = z.infer<typeof ChosenSource>;

export const Settings = z.strictObject({
  language: z.enum(['de', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
});
export type Settings = z.infer<typeof Settings>;

/** What the look-up window is opened with, beside its port. */
export const LookUpSubject = z.strictObject({ recipe: Recipe, settings: Settings });
export type LookUpSubject = z.infer<typeof LookUpSubject>;

/** A signing key the officer has chosen: never the key, only what it is called. */
export const KeyInfo = z.strictObject({ handle: z.string(), label: z.string(), fingerprint: z.string() });
export type KeyInfo = z.infer<typeof KeyInfo>;

/** Map material the officer opened: GeoJSON text, or a handle under which main serves the bytes of a PMTiles file. */
export const Basemap = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('geojson'), name: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('pmtiles'), name: z.string(), url: z.string() }),
]);
export type Basemap = z.infer<typeof Basemap>;

/** A recipe of the officer's own, under the name of its file. */
export const RecipeFile = z.strictObject({ name: z.string(), recipe: Recipe });
export type RecipeFile = z.infer<typeof RecipeFile>;

/** What a start, a second start or the menu asks the desk to open. */
export const Opening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('demo') }),
  /** The menu asks for the look-up window, which the desk alone knows the recipe for. */
  z.strictObject({ kind: z.literal('lookUp') }),
  z.strictObject({
    kind: z.literal('extract'),
    files: z.array(z.strictObject({ kind: FileKind, source: ChosenSource })),
  }),
  z.strictObject({ kind: z.literal('bundle'), bundle: InspectedBundle }),
  /** What was asked for could not be opened. */
  z.strictObject({ kind: z.literal('failed'), failure: CallFailure }),
]);
export type Opening = z.infer<typeof Opening>;

/** The vault ended without being asked to. `at` is UTC, to the second. */
export const VaultGone = z.strictObject({ at: z.string(), reason: z.string() });
export type VaultGone = z.infer<typeof VaultGone>;

/** A release as the officer wants it sealed. */
const sealing = {
  recipe: Recipe,
  policy: Policy,
  organisation: z.string().min(1).max(120),
  comment: z.string().max(2000),
};

/** What crosses between desk and main: one entry a channel, checked on both sides. `undefined` answers mean "closed the dialog". */
export const contract = {
  'app.start': {
    request: nothing,
    response: answer(
      z.strictObject({
        version: z.string(),
        settings: Settings,
        opening: Opening,
        /** Work that was left, kept since. */
        drafts: KeptDrafts,
      }),
    ),
  },
  /** Keeps work in progress under its name, or under a new one, which the answer tells. */
  'draft.save': {
    request: z.strictObject({ id: WorkId.optional(), work: Work }),
    response: answer(KeptWork),
  },
  'draft.discard': { request: KeptWork.pick({ id: true }), response: answer(nothing) },
  /** How files were read, kept on this workstation for the next ones of the same layout. */
  'mapping.list': { request: nothing, response: answer(KeptMappingProfiles) },
  /** Keeps a mapping under its id, or under a new one. Refuses `mapping-name-taken`. */
  'mapping.save': {
    request: z.strictObject({ id: WorkId.optional(), profile: MappingProfile }),
    response: answer(KeptMappingProfile),
  },
  'mapping.discard': { request: KeptMappingProfile.pick({ id: true }), response: answer(nothing) },
  /** Writes a mapping to a file of the officer's choice and tells the file's name. Refuses `mapping-gone`. */
  'mapping.export': {
    request: KeptMappingProfile.pick({ id: true }),
    response: answer(z.strictObject({ name: z.string() }).optional()),
  },
  /** Keeps the mapping of a file of the officer's choice. Refuses `mapping-invalid`. */
  'mapping.import': { request: nothing, response: answer(KeptMappingProfile.optional()) },
  'settings.save': { request: Settings, response: answer(nothing) },
  /**
   * Starts a fresh vault for the files chosen so far, whose port arrives as `vaultPortMessage`; an older vault is destroyed first. The answer
   * tells what reads them, and why. Refuses `native-forbidden` and `native-missing`.
   */
  'review.open': {
    request: z.strictObject({
      sources: Sources.partial(),
      policy: Policy.pick({ nativeEngine: true, spill: true }),
    }),
    response: answer(EngineChoice),
  },
  /**
   * Ends the vault, which is the wipe. `deleteRejects`: files with rejected lines written in this review are deleted too. The answer names them by what became
   * of them.
   */
  'review.close': {
    request: z.strictObject({ deleteRejects: z.boolean().optional() }),
    response: answer(
      z.strictObject({
        wipedAt: z.string(),
        rejectsDeleted: z.array(z.string()).optional(),
        rejectsLeft: z.array(z.string()).optional(),
      }),
    ),
  },
  /**
   * Writes the lines that were rejected to a file of the officer's choice: file, number and reason. Tells its name, how many are listed and how many
   * more there are. Refuses `vault-gone`.
   */
  'rejects.save': {
    request: z.strictObject({ suggestedName: z.string().min(1).max(120) }),
    response: answer(
      z
        .strictObject({
          name: z.string(),
          listed: z.int().nonnegative(),
          more: z.int().nonnegative(),
        })
        .optional(),
    ),
  },
  /**
   * Hands the vault what the ledger keeps of earlier releases that readers may hold against this one. Before each subtraction, so that it
   * is always the ledger of now. Refuses as the ledger does, and `vault-gone`.
   */
  'attack.earlier': {
    request: z.strictObject({ recipe: Recipe, policy: Policy }),
    response: answer(nothing),
  },
  /** Opens the window in which an identifier is looked up; it speaks to the vault alone. Refuses `vault-gone`. */
  'lookup.open': { request: z.strictObject({ recipe: Recipe }), response: answer(nothing) },
  /** Asks for files of a kind, one or several, or for a folder of them. */
  'files.choose': {
    request: z.strictObject({ kind: FileKind, folder: z.boolean() }),
    response: answer(ChosenSource.optional()),
  },
  /** Files or folders dropped on the window. Only the preload can name their paths; the page hands it the files. */
  'files.dropped': {
    request: z.strictObject({
      paths: z.array(z.string().min(1).max(4096)).min(1).max(maximumParts),
      kind: FileKind,
    }),
    response: answer(ChosenSource),
  },
  'policy.open': { request: nothing, response: answer(Policy.optional()) },
  'recipe.open': { request: nothing, response: answer(RecipeFile.optional()) },
  /** Writes the recipe to a file of the officer's choice and tells the file's name. */
  'recipe.save': {
    request: z.strictObject({ recipe: Recipe, suggestedName: z.string().min(1).max(120) }),
    response: answer(z.strictObject({ name: z.string() }).optional()),
  },
  'basemap.open': { request: nothing, response: answer(Basemap.optional()) },
  'key.create': {
    request: z.strictObject({ label: z.string().min(1).max(80) }),
    response: answer(KeyInfo.optional()),
  },
  'key.choose': { request: nothing, response: answer(KeyInfo.optional()) },
  /** Fetches the candidate from the vault, re-evaluates every gate, has the officer sign in the seal window, writes and reads back. */
  'release.seal': {
    request: z.strictObject({ ...sealing, keyHandle: z.string().optional() }),
    response: answer(SealOutcome),
  },
  /** The same up to the signature, which is made elsewhere: writes the preparer's statement; the sealed bundle waits here. */
  'release.elsewhere': {
    request: z.strictObject({ ...sealing, fingerprint: z.string() }),
    response: answer(ElsewhereOutcome),
  },
  /** Whom the trust list of this workstation knows. */
  'signers.list': { request: nothing, response: answer(z.array(KnownSigner)) },
  /** Whom this machine believes. Refuses where a list cannot be read. */
  'trust.lists': { request: nothing, response: answer(TrustOverview) },
  /**
   * Takes in a publisher's signed list of the officer's choice. The first of a publisher needs the fingerprint of its root keys, as somebody
   * was told it by letter or voice; nothing tells the desk what it should be. Refuses as `acceptTrustList`.
   */
  'trust.import': {
    request: z.strictObject({ fingerprint: z.string().min(1).max(200).optional() }),
    response: answer(TrustChange.optional()),
  },
  /**
   * Takes in a state of a publisher's ledger, two files of the officer's choice. Nothing where a dialog was closed. Refuses `ledger-state-form`,
   * `ledger-state-key`, `ledger-state-fork` and `ledger-state-older`; nothing is remembered then.
   */
  'ledger.remember': { request: nothing, response: answer(LedgerTakenIn.optional()) },
  /** What somebody who decides about an opened bundle must see. Refuses `bundle-not-open`, `bundle-changed`, `bundle-broken`. */
  'decision.look': {
    request: DecisionRequest.pick({ digest: true }),
    response: answer(DecisionSubject),
  },
  /** What changed since the last release of the same title in this ledger; nothing where there is none. */
  'decision.changes': {
    request: DecisionRequest.pick({ digest: true }),
    response: answer(DecisionChanges.optional()),
  },
  /** Approves, rejects or withdraws with a key file: verifies again from disk, has it signed in the seal window, writes or keeps. */
  'decision.sign': {
    request: DecisionRequest.extend({ keyHandle: z.string() }),
    response: answer(DecisionOutcome),
  },
  /** The same for a key that is elsewhere: writes the statement, which then waits for its signature. */
  'decision.elsewhere': {
    request: DecisionRequest.extend({ fingerprint: z.string() }),
    response: answer(PendingSigning.optional()),
  },
  'pending.list': { request: nothing, response: answer(z.array(PendingSigning)) },
  /** Takes the `.sig` of a statement that waits, and goes on as with a key file. */
  'pending.import': {
    request: PendingSigning.pick({ id: true }),
    response: answer(DecisionOutcome),
  },
  'pending.drop': { request: PendingSigning.pick({ id: true }), response: answer(nothing) },
  /** What this workstation released before. Refuses as the ledger does. */
  'ledger.overview': { request: nothing, response: answer(LedgerOverview) },
  'bundle.choose': { request: nothing, response: answer(InspectedBundle.optional()) },
  /** Reads and verifies an opened bundle anew. Refuses `bundle-not-open`, `bundle-changed`. */
  'bundle.again': {
    request: DecisionRequest.pick({ digest: true }),
    response: answer(InspectedBundle),
  },
  /** Shows the file of the last export in the system's file manager. */
  'bundle.reveal': { request: nothing, response: answer(nothing) },
  'bundle.judge': { request: JudgeRequest, response: answer(z.array(JudgedRule)) },
  /** One run at a time; progress comes as `bundleAttackMessage`. */
  'bundle.attack': { request: BundleAttackRequest, response: answer(BundleAttackAnswer) },
  'bundle.attack.stop': { request: nothing, response: answer(nothing) },
  'bundle.compare': { request: CompareRequest, response: answer(BundleComparison) },
  'bundle.print': {
    request: PrintRequest,
    response: answer(z.strictObject({ name: z.string() }).optional()),
  },
} as const satisfies Record<Channel, { readonly request: z.ZodType; readonly response: z.ZodType }>;

export type Request<C extends Channel> = z.infer<(typeof contract)[C]['request']>;
export type Response<C extends Channel> = z.infer<(typeof contract)[C]['response']>;
/** What a call that went well brings. */
export type Value<C extends Channel> = Extract<Response<C>, { readonly ok: true }>['value'];
/** A handler returns the value or throws a `Refusal`; the binding makes the answer of it. */
export type Handler<C extends Channel> = (request: Request<C>) => Promise<Value<C>>;
export type Handlers = { readonly [C in Channel]: Handler<C> };
