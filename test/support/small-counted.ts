import { offsetTable } from '../../shared/base/time-zone.ts';
import type { Understanding } from '../../shared/extract/understanding.ts';
import { groupsBySize } from '../../shared/risk/histogram.ts';
import type { Counted } from '../../shared/workflow/counted.ts';

const firstHour = 1_777_888_800;

/** Counts of 3 zones (`a`, `b`, `c`), 2 hours and 2 classes, in that order: 12 numbers. */
export function smallCounted(raw: readonly number[]): Counted {
  const counts = Int32Array.from(raw);
  return {
    placed: {
      shapes: ['a', 'b', 'c'].map((zoneId) => ({ zoneId, name: zoneId, polygons: [] })),
      zoneOfCell: new Int32Array(0),
      presences: {
        zoneStarts: new Int32Array(4),
        slot: new Int32Array(0),
        person: new Int32Array(0),
        firstSlot: 0,
        slots: 0,
        outsideZones: 0,
      },
    },
    bins: {
      starts: Int32Array.of(firstHour, firstHour + 3600),
      seconds: Int32Array.of(3600, 3600),
      firstSlot: firstHour / 900,
      binOfSlot: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1),
    },
    breakdown: {
      classes: [{ gender: 'female' }, { gender: 'male' }],
      classOfPerson: new Int32Array(0),
    },
    zone: offsetTable('UTC', firstHour, firstHour + 86_400),
    counts,
    groupsOfSize: groupsBySize(counts),
    firstDay: 20_577,
    lastDay: 20_578,
  };
}

/** An understanding that says nothing in particular. */
export const understood: Understanding = {
  name: 'events.csv',
  rowsRead: 0,
  rowsKept: 0,
  dropped: {
    ragged: 0,
    badTime: 0,
    missingPerson: 0,
    unknownCell: 0,
    badPosition: 0,
    objection: 0,
    outsideZones: 0,
    duplicate: 0,
  },
  rejects: [],
  persons: 0,
  personsWithAge: 0,
  personsWithGender: 0,
  cellsKnown: 0,
  cellsUsed: 0,
  polygons: 0,
  timeZone: 'UTC',
  firstDay: '2026-05-04',
  lastDay: '2026-05-05',
  eventsPerHour: [],
  objections: { kind: 'none', reason: 'test' },
};
