import { z } from 'zod';
import { MappingProfile } from '../extract/mapping-profile.ts';
import { WorkId } from './kept-work.ts';

/** A mapping as it lies on this workstation, under an id main gave it. `changedAt` is UTC, to the second. */
export const KeptMappingProfile = z.strictObject({
  id: WorkId,
  changedAt: z.string().max(40),
  profile: MappingProfile,
});
export type KeptMappingProfile = z.infer<typeof KeptMappingProfile>;

/** All that are kept, by name, and the names of files that could not be read and were set aside. */
export const KeptMappingProfiles = z.strictObject({
  kept: z.array(KeptMappingProfile),
  setAside: z.array(z.string()),
});
export type KeptMappingProfiles = z.infer<typeof KeptMappingProfiles>;
