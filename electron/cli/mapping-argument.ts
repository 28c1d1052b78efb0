import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '../../shared/base/failure.ts';
import { fittingMapping, mappedKinds, MappingProfile } from '../../shared/extract/mapping-profile.ts';
import type { FileProfile, Mappings } from '../../shared/extract/profile.ts';
import { readFormFile } from '../handlers/read-form-file.ts';

const prefix = 'file:';

/** Options that say how files are read: a kept mapping first, then corrections by hand. */
export function correctionsOf({
  mapping,
  map,
}: {
  readonly mapping?: string | undefined;
  readonly map?: readonly string[] | undefined;
}): readonly string[] {
  return [...(mapping === undefined ? [] : [`${prefix}${resolve(mapping)}`]), ...(map ?? [])];
}

/** The mappings by a mapping file, where a correction names one. Refuses `mapping-layout` where an opened file is laid out in another way. */
export function mappingsOfFile(
  profiles: readonly FileProfile[],
  mappings: Mappings,
  correction: string,
): Mappings | undefined {
  if (!correction.startsWith(prefix)) return undefined;
  const path = correction.slice(prefix.length);
  const kept = readFormFile({ bytes: bytesOf(path), name: path }, MappingProfile, 'mapping-invalid');
  const read = mappedKinds.flatMap((kind) => {
    const [file, profile] = [kept.files[kind], profiles.find((one) => one.kind === kind)];
    if (file === undefined || profile === undefined) return [];
    const mapping = fittingMapping(file, profile);
    if (mapping === undefined) throw otherLayout(kept.name, profile, file.layouts[0]?.columns ?? []);
    return [[kind, mapping] as const];
  });
  return { ...mappings, ...Object.fromEntries(read) };
}

function bytesOf(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw new Refusal('file-missing', `${path} cannot be read. Choose another mapping file.`, { name: path });
  }
}

function otherLayout(name: string, profile: FileProfile, known: readonly string[]): Refusal {
  const found = profile.columns.map((column) => column.name).join(', ');
  return new Refusal(
    'mapping-layout',
    `The mapping ${name} was kept for other columns (${known.join(', ')}) than ${profile.name} has (${found}).`,
    { name, file: profile.name },
  );
}
