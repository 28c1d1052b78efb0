import { z } from 'zod';
import { Dialect, Mappings } from '../extract/profile.ts';
import { FileKind, Sources } from '../extract/source.ts';
import { RejectedLine, Understanding } from '../extract/understanding.ts';
import { AttackReport } from '../evidence/attack-report.ts';
import { EarlierName } from '../evidence/earlier-name.ts';
import { AttackName } from '../policy/attack-limits.ts';
import { Policy } from '../policy/policy.ts';
import { Recipe, ZoneSource } from '../recipe/recipe.ts';
import { AttackMark, AttackSliver, RecoveredReplay } from './attack-findings.ts';
import { CallFailure } from './call-failure.ts';
import { Candidate } from './candidate.ts';
import { ByteColumn } from './columns.ts';
import { ExtractFindings, FindingsRequest } from './extract-findings.ts';
import { ExtractRisk, ExtractRiskRequest, RiskPart } from './extract-risk.ts';
import { FirstLooks } from './first-looks.ts';
import { GroupRange, ProtectionReport, RangesRequest } from './protection.ts';
import { RemediesRequest, Remedy } from './remedies.ts';
import { StatusAnswer } from './status.ts';
import { View, ViewRequest, ZoneShape } from './view.ts';

/** A recipe under a policy. */
const Asked = z.strictObject({ recipe: Recipe, policy: Policy });

const ChosenDialects = z.partialRecord(FileKind, Dialect);

/** Calls the desk may make of the vault. */
export const deskCalls = {
  /**
   * A first look at each file: dialect, columns and guessed roles, or why it is refused. What was seen is remembered while its file is chosen, so that
   * it is not opened for the next look. Can be cancelled.
   */
  profile: {
    /** `dialects`: how the officer says a file is written, where the guess was wrong. */
    request: z.strictObject({ sources: Sources, dialects: ChosenDialects.optional() }),
    response: FirstLooks,
  },
  /** Forgets what first looks saw of files that are not among these any more. */
  forgetOthers: {
    request: z.strictObject({ sources: Sources.partial(), dialects: ChosenDialects.optional() }),
    response: z.strictObject({}),
  },
  /** Reads everything into memory; replaces what was loaded before. Reports progress, can be cancelled. */
  load: {
    request: z.strictObject({
      sources: Sources,
      mappings: Mappings,
      timeZone: z.string(),
      zones: ZoneSource,
      noRegisterReason: z.string(),
    }),
    response: Understanding,
  },
  /** Shapes of the recipe's zones; recomputes zones and presences when they changed. */
  zones: {
    request: z.strictObject({ recipe: Recipe }),
    response: z.array(ZoneShape),
  },
  view: { request: ViewRequest, response: View },
  /** Hides what must be hidden to protect others, in all tables of the recipe; views that follow show it. Reports progress, can be cancelled. */
  protect: { request: z.strictObject({ recipe: Recipe, policy: Policy }), response: ProtectionReport },
  /** Tries attacks on what the recipe would release, after protecting it. Reports progress, can be cancelled; what was tried before is kept. */
  attack: {
    request: z.strictObject({ recipe: Recipe, policy: Policy, attacks: z.array(AttackName).min(1) }),
    response: z.array(AttackReport),
  },
  /** Where the attacks that were tried found something: zones over the whole period, for the officer's map and histogram. */
  attackMarks: { request: Asked, response: z.array(AttackMark) },
  /** Slivers between zones of this release and of earlier ones through which subtraction found something. */
  attackSlivers: { request: Asked, response: z.array(AttackSliver) },
  /** The path recovered best, where nobody is behind the events and recovery was tried; otherwise none. */
  replay: { request: Asked, response: z.strictObject({ path: RecoveredReplay.optional() }) },
  /** Plants invented people in a copy of the extract and tries on them the attacks on persons. Reports progress, can be cancelled. */
  plant: { request: Asked, response: z.array(AttackReport) },
  /** What would keep an attack within its limit, found by trying. Reports progress, can be cancelled. */
  remedies: { request: RemediesRequest, response: z.array(Remedy) },
  /** What losing the extract itself would mean. Reports progress, can be cancelled; what was measured before is kept. */
  extractRisk: { request: ExtractRiskRequest, response: ExtractRisk },
  /** What looks remarkable about the extract. Can be cancelled. */
  extractFindings: { request: FindingsRequest, response: ExtractFindings },
  /** What a reader can work out about the hidden groups of one zone at one time, after `protect`. */
  ranges: { request: RangesRequest, response: z.array(GroupRange) },
} as const;

/** Calls only main may make. */
export const mainCalls = {
  candidate: { request: Asked, response: Candidate },
  /**
   * A page of the lines that were rejected, for a file of the officer's choice; objections are not among them. `name` is that of the extract,
   * `listed` how many there are in all pages, `more` how many were counted only.
   */
  rejects: {
    request: z.strictObject({
      from: z.int().nonnegative(),
      most: z.int().min(1).max(100_000),
    }),
    response: z.strictObject({
      name: z.string(),
      rejects: z.array(RejectedLine),
      listed: z.int().nonnegative(),
      more: z.int().nonnegative(),
    }),
  },
  /**
   * Names the earlier releases whose figures readers may have beside those of the recipe, in place of those named before for its
   * period. The answer are digests of those that the vault does not hold yet: they are to follow.
   */
  nameEarlier: {
    request: Asked.extend({ releases: z.array(EarlierName) }),
    response: z.array(EarlierName.shape.releaseDigest),
  },
  /** Hands over the bundle of an earlier release that was named: public data, from the ledger. */
  handEarlier: {
    request: z.strictObject({ releaseDigest: EarlierName.shape.releaseDigest, bundle: ByteColumn }),
    response: z.strictObject({}),
  },
} as const;

/** Calls only the look-up window may make: what it asks and is told reaches neither the desk nor main. */
export const lookUpCalls = {
  /** What one identifier is in the extract and would be in the recipe. Changes nothing and is not kept. */
  status: {
    request: z.strictObject({ identifier: z.string().min(1).max(1024), recipe: Recipe }),
    /** `hasRegister`: whether an objection register was opened at all. */
    response: StatusAnswer.extend({ hasRegister: z.boolean() }),
  },
} as const;

export const vaultCalls = { ...deskCalls, ...mainCalls, ...lookUpCalls };
export type VaultCall = keyof typeof vaultCalls;
export type VaultRequest<C extends VaultCall> = z.infer<(typeof vaultCalls)[C]['request']>;
export type VaultResponse<C extends VaultCall> = z.infer<(typeof vaultCalls)[C]['response']>;

/** How far a load has come; `bytes` counts the files as they lie on disk. Or how far protection has: `done` of `total` blocks. */
export const Progress = z.discriminatedUnion('stage', [
  z.strictObject({
    stage: z.enum(['cells', 'persons', 'objections', 'events', 'places', 'sorting', 'zones']),
    bytes: z.int().nonnegative(),
    totalBytes: z.int().nonnegative(),
    rows: z.int().nonnegative(),
  }),
  z.strictObject({
    stage: z.literal('protecting'),
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  z.strictObject({
    stage: z.literal('attacking'),
    attack: AttackName,
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  z.strictObject({
    stage: z.literal('measuring'),
    part: RiskPart,
    /** Of the whole measurement, all parts together. */
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
]);
export type Progress = z.infer<typeof Progress>;

/** Messages to the vault: a call with its number, or the wish to cancel one. */
export const ToVault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('call'), id: z.int(), call: z.string(), request: z.unknown() }),
  z.strictObject({ kind: z.literal('cancel'), id: z.int() }),
]);
export type ToVault = z.infer<typeof ToVault>;

/** Messages from the vault, each bearing the number of its call. */
export const FromVault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), id: z.int(), progress: Progress }),
  z.strictObject({ kind: z.literal('done'), id: z.int(), response: z.unknown() }),
  z.strictObject({ kind: z.literal('failed'), id: z.int(), failure: CallFailure }),
]);
export type FromVault = z.infer<typeof FromVault>;
