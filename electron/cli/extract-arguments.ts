import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { Refusal } from '../../shared/base/failure.ts';
import { acceptOffer } from '../../shared/extract/accept-offer.ts';
import { withReadingOfColumns } from '../../shared/extract/reading-of-columns.ts';
import { ColumnRole, type FileProfile, type Mapping, type Mappings } from '../../shared/extract/profile.ts';
import { plainRole } from '../../shared/extract/sectors.ts';
import { FileKind, type Source, type Sources } from '../../shared/extract/source.ts';
import { suggestedMappings } from '../../shared/workflow/profile-files.ts';
import { sourceOfPaths } from '../node/extract-paths.ts';
import { mappingsOfFile } from './mapping-argument.ts';

/** Options that name the files of an extract. */
export const extractOptions = {
  events: { type: 'string', multiple: true },
  cells: { type: 'string', multiple: true },
  persons: { type: 'string', multiple: true },
  objections: { type: 'string', multiple: true },
  zones: { type: 'string' },
  places: { type: 'string' },
  population: { type: 'string' },
  mapping: { type: 'string' },
  map: { type: 'string', multiple: true },
} as const;

export interface ExtractArguments {
  readonly events?: readonly string[] | undefined;
  readonly cells?: readonly string[] | undefined;
  readonly persons?: readonly string[] | undefined;
  readonly objections?: readonly string[] | undefined;
  readonly zones?: string | undefined;
  readonly places?: string | undefined;
  readonly population?: string | undefined;
  readonly mapping?: string | undefined;
  readonly map?: readonly string[] | undefined;
}

/** The files of an extract as the vault is told of them, and the paths behind their tokens. */
export interface ExtractFiles {
  readonly sources: Sources;
  readonly paths: ReadonlyMap<string, string>;
  /** Why there is no objection register, from `--objections none:REASON`. */
  readonly noRegisterReason: string;
}

export const extractHelp = `  --events F      events, as CSV, CSV.gz or Parquet (required); given several times, or for a folder, all files are
                  read as one, which holds for cells, persons and objections too
  --cells F       cell reference: where each cell stands
  --persons F     person attributes: age or birth year, gender, consent, SIMs of one person, holder
  --objections F  objection register, or none:REASON to record why there is none
  --zones F       zones, GeoJSON polygons
  --places F      sensitive places, GeoJSON or CSV with latitude, longitude and category
  --population F  inhabitants, CSV with zone_id, age_band, gender and persons, to extrapolate to
  --mapping F     reads files by a mapping that the application wrote to a file; --map corrects it
  --map KIND.ROLE=COLUMN
                  corrects a guessed column, by name or number from 1: --map events.person=imsi
  --map KIND.accept=OFFER
                  takes what \`profile\` offers to mend: --map cells.accept=swapAxes`;

/** Looks at the files named by options. Refuses what cannot be opened, and a call without events. */
export async function extractFiles(options: ExtractArguments): Promise<ExtractFiles> {
  const paths = new Map<string, string>();
  const sources: Partial<Record<FileKind, Source>> = {};
  const issue = (path: string): string => {
    const token = randomBytes(16).toString('hex');
    paths.set(token, path);
    return token;
  };
  const none = noneGiven(options);
  for (const kind of FileKind.options) {
    const given = [options[kind] ?? []].flat();
    if (given.length === 0 || (kind === 'objections' && none !== undefined)) continue;
    const absolute = given.map((path) => resolve(path));
    // oxlint-disable-next-line no-await-in-loop -- the first file that cannot be opened is the one named
    sources[kind] = await sourceOfPaths(kind, absolute, issue);
  }
  const { events, ...others } = sources;
  if (!events)
    throw new Refusal('bad-option', 'Say which events to open: --events FILE.', { option: 'events' });
  return { sources: { events, ...others }, paths, noRegisterReason: none ?? '' };
}

/** The reason of `--objections none:REASON`. */
function noneGiven({ objections: [first = ''] = [] }: ExtractArguments): string | undefined {
  return /^none:(.*)$/s.exec(first)?.[1]?.trim();
}

/** The suggested mappings with the corrections of `--map`. */
export function correctedMappings(
  profiles: readonly FileProfile[],
  corrections: readonly string[],
): Mappings {
  const mappings = { ...suggestedMappings(profiles) };
  for (const correction of corrections) {
    const kept = mappingsOfFile(profiles, mappings, correction);
    if (kept) {
      Object.assign(mappings, kept);
      continue;
    }
    const accepted = acceptedOffer(profiles, mappings, correction);
    if (accepted) {
      mappings[accepted.kind] = accepted.mapping;
      continue;
    }
    const { kind, role, column } = readCorrection(profiles, correction);
    const mapping = mappings[kind];
    if (mapping === undefined) throw badCorrection(correction);
    const several = plainRole(role) !== undefined;
    const roles = mapping.roles.map((one, i) =>
      i === column ? role : one === role && !several ? 'ignored' : one,
    );
    const profile = profiles.find((one) => one.kind === kind);
    mappings[kind] = withReadingOfColumns({ ...mapping, roles }, profile);
  }
  return mappings;
}

/** The mapping of a file with an offer taken, where a correction says `KIND.accept=OFFER`. Refuses an offer that no finding makes. */
function acceptedOffer(
  profiles: readonly FileProfile[],
  mappings: Mappings,
  correction: string,
): { readonly kind: keyof Mappings; readonly mapping: Mapping } | undefined {
  const match = /^(events|cells|persons|objections)\.accept=(\w+)$/.exec(correction);
  if (!match) return undefined;
  const kind = match[1] as keyof Mappings;
  const findings = profiles.find((one) => one.kind === kind)?.findings ?? [];
  const finding = findings.find(({ offer }) => offer === match[2]);
  const mapping = mappings[kind];
  if (!finding || !mapping)
    throw new Refusal('bad-option', `--map ${correction}: nothing of the kind is offered for this file.`, {
      option: 'map',
    });
  return { kind, mapping: acceptOffer(mapping, finding) };
}

interface Correction {
  readonly kind: keyof Mappings;
  readonly role: ColumnRole;
  readonly column: number;
}

function readCorrection(profiles: readonly FileProfile[], correction: string): Correction {
  const match = /^(events|cells|persons|objections)\.(\w+)=(.+)$/.exec(correction);
  const role = ColumnRole.safeParse(match?.[2]);
  const profile = profiles.find((one) => one.kind === match?.[1]);
  if (match === null || profile === undefined || !role.success) throw badCorrection(correction);
  const kind = match[1] as keyof Mappings;
  return { kind, role: role.data, column: columnIndex(profile, match[3] ?? '') };
}

function badCorrection(correction: string): Refusal {
  const message = `--map ${correction} is not KIND.ROLE=COLUMN of an opened file.`;
  return new Refusal('bad-option', message, { option: 'map' });
}

function columnIndex(profile: FileProfile, named: string): number {
  const byName = profile.columns.findIndex(({ name }) => name === named);
  const byNumber = /^\d+$/.test(named) ? Number(named) - 1 : -1;
  const index = byName === -1 ? byNumber : byName;
  if (index < 0 || index >= profile.columns.length)
    throw new Refusal(
      'bad-option',
      `${profile.name} has no column ${named}: it has ${profile.columns.map(({ name }) => name).join(', ')}.`,
      {
        option: 'map',
      },
    );
  return index;
}
