import { z } from 'zod';
import { FileProfile } from '../extract/profile.ts';
import { FileKind } from '../extract/source.ts';
import { CallFailure } from './call-failure.ts';

/** A file that could not be looked at, and why. */
export const RefusedFile = z.strictObject({ kind: FileKind, failure: CallFailure });
export type RefusedFile = z.infer<typeof RefusedFile>;

/** What first looks at the files of an extract found; `refused` in the order in which the files were refused. */
export const FirstLooks = z.strictObject({
  profiles: z.array(FileProfile),
  refused: z.array(RefusedFile),
});
export type FirstLooks = z.infer<typeof FirstLooks>;
