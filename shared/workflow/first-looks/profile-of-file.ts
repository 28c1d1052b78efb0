import type { Area } from '../../extract/area.ts';
import { clocksHaveOffset } from '../../extract/clock-format.ts';
import { refuseDateInFolder } from '../../extract/date-in-folder.ts';
import { findingsOf, type LookedAt } from '../../extract/findings.ts';
import type { NamedCells } from '../../extract/name-cells.ts';
import { profileOfColumn } from '../../extract/profile-of-column.ts';
import type { ColumnRole, FileProfile } from '../../extract/profile.ts';
import { readingOf } from '../../extract/reading-of.ts';
import { sizeOf } from '../../extract/source.ts';
import { timeFormatOf, timesHaveOffset } from '../../extract/time-format.ts';
import { nameOf } from '../loading/name-of.ts';
import type { LookedFile } from './looked-file.ts';

/** The profile of a file, with what the other files tell of it: how its cells are named, and where the extract lies. Refuses as `refuseDateInFolder`. */
export function profileOf(
  { kind, source, look, guesses: guessed }: LookedFile,
  named: NamedCells,
  area: Area | undefined,
): FileProfile {
  const guesses = named.guesses ?? guessed;
  const roles = look.names.map((_, index) => guesses[index]?.role ?? 'ignored');
  const timeColumn = roles.findIndex((role) => timeRoles.has(role));
  const valuesOf = (column: number) => look.rows.map((row) => row[column]?.trim() ?? '');
  const times = timeColumn === -1 ? [] : valuesOf(timeColumn);
  const clock = roles.indexOf('clock');
  const timeFormat = timeFormatOf(times);
  const reading = { ...readingOf({ ...look, roles }), ...named.reading };
  const lookedAt: LookedAt = { ...look, roles, timeFormat, area, degreesE7: reading.degreesE7 };
  const columns = look.names.map((name, index) =>
    profileOfColumn(
      { index, name, ...(guesses[index] ?? unguessed), cellForm: named.forms?.[index] },
      valuesOf(index),
      {
        timeFormat: index === timeColumn ? timeFormat : undefined,
        areDays: clock !== -1,
        degreesE7: reading.degreesE7 === true,
      },
    ),
  );
  if (kind === 'events' && timeFormat === undefined) refuseDateInFolder(source);
  const findings = [...findingsOf(lookedAt), ...(named.findings ?? [])];
  return {
    kind,
    name: nameOf(source),
    sizeBytes: sizeOf(source),
    dialect: look.dialect,
    ...(timeFormat === undefined ? {} : { timeFormat }),
    hasOffset: clock === -1 ? timesHaveOffset(timeFormat, times) : clocksHaveOffset(valuesOf(clock)),
    rowsLookedAt: look.rows.length + look.ragged,
    columns,
    ...(Object.keys(reading).length === 0 ? {} : { reading }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

const unguessed = { role: 'ignored', reason: 'none' } as const;

const timeRoles: ReadonlySet<ColumnRole> = new Set(['time', 'asOf', 'validFrom', 'validTo']);
