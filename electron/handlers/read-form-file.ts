import type { z } from 'zod';
import { Refusal } from '../../shared/base/failure.ts';
import { inEnglish, refusalDetail } from '../../shared/bundle/particular.ts';
import { readForm } from '../../shared/bundle/schema-fault.ts';
import { parseJsonText } from './json-text.ts';

/** JSON of a file as `form` reads it. Refuses with `code` and, in words of either language, the first field that does not fit. */
export function readFormFile<T>(
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
  form: z.ZodType<T>,
  code: string,
): T {
  const read = readForm(parseJsonText(bytes, name), name, form);
  if (read.ok) return read.value;
  throw new Refusal(code, `${inEnglish(read.fault)} Correct the file.`, {
    name,
    ...refusalDetail(read.fault),
  });
}
