import { Refusal } from '../base/failure.ts';
import type { FileProfile, Mapping, Mappings } from '../extract/profile.ts';
import type { FileKind, Sources } from '../extract/source.ts';
import type { FirstLooks } from '../ipc/first-looks.ts';
import type { SourceReader } from '../ports/source-reader.ts';
import { lookAtFiles, type LookHow } from './first-looks/look-at-files.ts';

/** The profiles of all files of an extract, for whom none is any use without the others: refuses as the first file that is refused. */
export async function profileFiles(
  reader: SourceReader,
  sources: Sources,
  signal: AbortSignal,
  how: LookHow = {},
): Promise<readonly FileProfile[]> {
  return allProfiles(await lookAtFiles(reader, sources, signal, how));
}

/** The profiles of all files that were looked at. Refuses as the first file that was refused. */
export function allProfiles({ profiles, refused: [first] }: FirstLooks): readonly FileProfile[] {
  if (first === undefined) return profiles;
  const { code, message, detail } = first.failure;
  throw new Refusal(code, message, detail);
}

/** The mappings that profiles suggest. */
export function suggestedMappings(profiles: readonly FileProfile[]): Mappings {
  const of = (kind: FileKind): Mapping | undefined => {
    const profile = profiles.find((one) => one.kind === kind);
    return (
      profile && {
        dialect: profile.dialect,
        hasOffset: profile.hasOffset,
        roles: profile.columns.map((column) => column.role),
        ...(profile.timeFormat === undefined ? {} : { timeFormat: profile.timeFormat }),
        ...(profile.reading === undefined ? {} : { reading: profile.reading }),
      }
    );
  };
  const events = of('events');
  if (!events)
    throw new Refusal('events-missing', 'There is no events file: choose one.', { kind: 'events' });
  const [cells, persons, objections] = [of('cells'), of('persons'), of('objections')];
  return { events, ...(cells && { cells }), ...(persons && { persons }), ...(objections && { objections }) };
}
