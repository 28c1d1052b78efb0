import { MappingProfile } from '../../shared/extract/mapping-profile.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { KeptMappingProfile } from '../../shared/ipc/kept-mapping-profile.ts';
import { Refusal } from '../../shared/base/failure.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import type { MappingStore } from './ports/mapping-store.ts';
import { readFormFile } from './read-form-file.ts';

const mappingLimit = 4 * 1024 * 1024;

interface MappingPorts {
  readonly mappings: MappingStore;
  readonly dialogs: Dialogs;
  readonly files: Files;
}

/** Keeps a mapping, under its id where it has one: so it is renamed and replaced as well. */
export function mappingSave({ mappings }: Pick<MappingPorts, 'mappings'>): Handler<'mapping.save'> {
  return ({ profile, id }) => mappings.save(profile, id);
}

export function mappingDiscard({ mappings }: Pick<MappingPorts, 'mappings'>): Handler<'mapping.discard'> {
  return async ({ id }) => {
    await mappings.discard(id);
    return {};
  };
}

/** Writes a kept mapping as JSON that people can read and the command line takes. */
export function mappingExport({ mappings, dialogs, files }: MappingPorts): Handler<'mapping.export'> {
  return async ({ id }) => {
    const { profile } = await find(mappings, id);
    const path = await dialogs.saveFile(
      'mapping',
      `${profile.name.replaceAll(/[^\p{L}\p{N} ._-]/gu, '_')}.json`,
    );
    if (path === undefined) return undefined;
    await files.write(path, new TextEncoder().encode(`${JSON.stringify(profile, null, 2)}\n`));
    return { name: files.name(path) };
  };
}

/** Keeps a mapping from a file of the officer's choice. One of a name that is taken gets a number behind it. */
export function mappingImport({ mappings, dialogs, files }: MappingPorts): Handler<'mapping.import'> {
  return async () => {
    const path = await dialogs.openFile('mapping');
    if (path === undefined) return undefined;
    const bytes = await files.read(path, mappingLimit);
    const profile = readFormFile({ bytes, name: files.name(path) }, MappingProfile, 'mapping-invalid');
    const { kept } = await mappings.list();
    return mappings.save({ ...profile, name: freeName(profile.name, kept) });
  };
}

async function find(mappings: MappingStore, id: string): Promise<KeptMappingProfile> {
  const found = (await mappings.list()).kept.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new Refusal('mapping-gone', 'This mapping is not kept any more. It may have been deleted elsewhere.');
}

function freeName(name: string, kept: readonly KeptMappingProfile[], number = 1): string {
  const free = number === 1 ? name : `${name.slice(0, 74)} (${number})`;
  return kept.some(({ profile }) => profile.name === free) ? freeName(name, kept, number + 1) : free;
}
