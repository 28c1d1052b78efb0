import { objectionRows, personRows } from '../../plan/read-rows.ts';
import type { PersonRegister } from '../person-register.ts';
import { describeRows, objectRows } from '../register-rows.ts';
import { describesPersons } from './describes-persons.ts';
import type { ExtractFiles } from './extract-files.ts';

/** Reads what the file of persons, and the events, say about persons. */
export async function readPersons(files: ExtractFiles, persons: PersonRegister): Promise<void> {
  const { sources, mappings, key } = files.order;
  const described = [
    { source: sources.persons, mapping: mappings.persons, kind: 'persons' as const },
    { source: sources.events, mapping: mappings.events, kind: 'events' as const },
  ];
  for (const { source, mapping, kind } of described) {
    if (!source || !mapping || !describesPersons(mapping)) continue;
    await files.table(
      { kind, source, mapping, statement: (from, as) => personRows(from, as, key) },
      ({ rows }) => describeRows(persons, rows),
    );
  }
}

/** Reads the objection register. Returns its latest as-of time, seconds since 1970, -1 for none. */
export async function readObjections(files: ExtractFiles, persons: PersonRegister): Promise<number> {
  const { sources, mappings, key } = files.order;
  let latest = -1;
  if (!sources.objections || !mappings.objections) return latest;
  const { objections } = mappings;
  await files.table(
    {
      kind: 'objections',
      source: sources.objections,
      mapping: objections,
      statement: (from, as) => objectionRows(from, as, key),
    },
    ({ rows }) => {
      latest = Math.max(latest, objectRows(persons, rows));
    },
  );
  return latest;
}
