import { expect, it } from 'vitest';
import { unknownHome } from '../../../renderer/desk/state/unknown-home.ts';

const group = (zone: number, persons: number, ageBand?: string) => ({
  zone,
  persons,
  ...(ageBand === undefined ? {} : { ageBand }),
});

it('adds up released groups without a known home', () => {
  const groups = [group(2, 90, '0-17'), group(-1, 40, '0-17'), group(-1, 50, '18+')];
  expect(unknownHome({ groups }, false)).toBe(90);
});

it('takes the released total where there is one, and never adds parts to it', () => {
  const groups = [group(-1, 40, '0-17'), group(-1, 50, '18+'), group(-1, 100, 'all')];
  expect(unknownHome({ groups }, true)).toBe(100);
  expect(unknownHome({ groups: groups.slice(0, 2) }, true)).toBe('hidden');
});

it('says that it is hidden, unless the list of groups was cut', () => {
  expect(unknownHome({ groups: [group(2, 90)] }, false)).toBe('hidden');
  const many = Array.from({ length: 200 }, (_, zone) => group(zone, 30));
  expect(unknownHome({ groups: many }, false)).toBeUndefined();
});
