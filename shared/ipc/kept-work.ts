import { z } from 'zod';
import { Mappings } from '../extract/profile.ts';
import { FileKind, Source } from '../extract/source.ts';
import { Policy } from '../policy/policy.ts';
import { Recipe, ZoneSource } from '../recipe/recipe.ts';

/** How many steps back and forth are kept beside the present one. */
export const keptSteps = 20;

const KeptRecipe = z.strictObject({ recipe: Recipe, policy: Policy, preset: z.string().max(300) });

/** One state of recipe and policy that undo can reach, with the recipe put aside for comparison. */
export const KeptStep = KeptRecipe.extend({ kept: KeptRecipe.exactOptional() });
export type KeptStep = z.infer<typeof KeptStep>;

/** What tells one file of an extract, or several read as one, from another without its path or a row of it. `sizeBytes` is the size when opened. */
export const KeptFile = z.strictObject({
  kind: FileKind,
  name: z.string().min(1).max(511),
  sizeBytes: z.int().nonnegative(),
});
export type KeptFile = z.infer<typeof KeptFile>;

const DemoSource = Source.options[1];

/**
 * Work in progress, as far as it may lie on disk: what somebody decided, never a row, an identifier, a count or a path. Confirmations are
 * not part of it: nothing comes back ticked.
 */
export const Work = z.strictObject({
  extract: z.discriminatedUnion('kind', [
    DemoSource,
    z.strictObject({
      kind: z.literal('files'),
      files: z.array(KeptFile).min(1).max(FileKind.options.length),
    }),
  ]),
  mappings: Mappings.partial(),
  /** Names a zone for times without an offset. */
  timeZone: z.string().max(100),
  zones: ZoneSource,
  noRegisterReason: z.string().max(2000),
  /** Oldest first. */
  before: z.array(KeptStep).max(keptSteps),
  present: KeptStep,
  /** What was undone, the next one first. */
  after: z.array(KeptStep).max(keptSteps),
  organisation: z.string().max(200),
  comment: z.string().max(4000),
});
export type Work = z.infer<typeof Work>;

/** A name main gives to work: 16 bytes in hexadecimal. */
export const WorkId = z.string().regex(/^[0-9a-f]{32}$/);

/** Work as it lies on disk. `changedAt` is UTC, to the second, by the clock of the machine. */
export const KeptWork = z.strictObject({
  version: z.literal(1),
  id: WorkId,
  changedAt: z.string().max(40),
  work: Work,
});
export type KeptWork = z.infer<typeof KeptWork>;

/** All work that is kept, newest first, and the names of files that could not be read and were set aside. */
export const KeptDrafts = z.strictObject({ kept: z.array(KeptWork), setAside: z.array(z.string()) });
export type KeptDrafts = z.infer<typeof KeptDrafts>;
