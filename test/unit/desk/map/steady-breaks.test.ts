import { expect, it } from 'vitest';
import { classBreaks } from '../../../../renderer/desk/features/map/class-breaks.ts';
import { steadyBreaks } from '../../../../renderer/desk/features/map/steady-breaks.ts';

const noon = Array.from({ length: 100 }, (_, i) => 30 + i * 20);

it('keeps the classes while the values stay alike', () => {
  const breaks = classBreaks(noon, 7);
  expect(
    steadyBreaks(
      breaks,
      noon.map((value) => Math.round(value * 1.2)),
      7,
    ),
  ).toBe(breaks);
});

it('cuts anew when nearly all zones would share one colour', () => {
  const breaks = classBreaks(noon, 7);
  const night = noon.map((value) => Math.round(value / 20));
  expect(steadyBreaks(breaks, night, 7)).toEqual(classBreaks(night, 7));
});

it('keeps the classes when everything is hidden', () => {
  expect(steadyBreaks([30, 100], [0, 0], 7)).toEqual([30, 100]);
});
