import { z } from 'zod';

/** Kinds of place whose visitors a release must not show; the bundle names the kinds that were masked, never a place. */
export const sensitiveCategories = [
  'hospital',
  'addictionHelp',
  'pregnancyAdvice',
  'psychiatry',
  'worship',
  'party',
  'union',
  'court',
  'prison',
  'shelter',
  'asylum',
  'sexWork',
  'military',
  'school',
] as const;
export const SensitiveCategory = z.enum(sensitiveCategories);
export type SensitiveCategory = z.infer<typeof SensitiveCategory>;

/** Places of these categories are masked: every network cell within `radiusMetres` of one counts nobody. */
export const SensitivePlaces = z.strictObject({
  categories: z
    .array(SensitiveCategory)
    .max(sensitiveCategories.length)
    .refine((list) => new Set(list).size === list.length, { error: 'a category stands twice' }),
  radiusMetres: z.int().min(0).max(5000),
});
export type SensitivePlaces = Readonly<z.infer<typeof SensitivePlaces>>;
