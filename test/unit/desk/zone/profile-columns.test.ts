import { expect, it } from 'vitest';
import {
  hiddenRuns,
  profileColumns,
  publishedPath,
} from '../../../../renderer/desk/features/zone/profile-columns.ts';
import { zoneStates, type ZoneState } from '../../../../shared/ipc/view.ts';

const states = (...names: ZoneState[]) => Uint8Array.from(names.map((name) => zoneStates.indexOf(name)));

it('keeps each bin while there is room', () => {
  const columns = profileColumns(states('published', 'suppressed', 'empty'), Int32Array.of(40, 0, 0), 10);
  expect(columns).toEqual([
    { state: 'published', value: 40 },
    { state: 'suppressed', value: 0 },
    { state: 'empty', value: 0 },
  ]);
});

it('shows the largest published value where bins share a column', () => {
  const shown = profileColumns(
    states('published', 'suppressed', 'published', 'suppressed', 'suppressed', 'empty'),
    Int32Array.of(40, 0, 90, 0, 0, 0),
    2,
  );
  expect(shown).toEqual([
    { state: 'published', value: 90 },
    { state: 'suppressed', value: 0 },
  ]);
});

it('never draws a figure of a hidden bin, even if one were sent', () => {
  const [column] = profileColumns(states('suppressed'), Int32Array.of(3), 10);
  expect(column).toEqual({ state: 'suppressed', value: 0 });
  expect(publishedPath([{ state: 'suppressed', value: 3 }], 3, 48)).toBe('');
});

it('joins neighbouring hidden columns', () => {
  const columns = profileColumns(
    states('suppressed', 'suppressed', 'published', 'suppressed'),
    Int32Array.of(0, 0, 5, 0),
    10,
  );
  expect(hiddenRuns(columns)).toEqual([
    { from: 0, to: 2 },
    { from: 3, to: 4 },
  ]);
});

it('draws the largest value as high as the picture', () => {
  expect(publishedPath([{ state: 'published', value: 50 }], 50, 48)).toBe('M0 48v-48.00h0.85v48.00z');
});
