import { describe, expect, it } from 'vitest';
import { guessKind } from '../../../renderer/desk/state/guess-kind.ts';
import { newestOnly } from '../../../renderer/desk/state/newest-only.ts';
import { settled } from './fake-services.ts';

describe('the kind of a dropped file', () => {
  it.each([
    ['zones.geojson', 'zones'],
    ['population.csv', 'population'],
    ['Einwohner_2026.csv', 'population'],
    ['Widersprueche-2026.csv', 'objections'],
    ['cells.csv', 'cells'],
    ['town.csv.gz', 'events'],
    ['sensitive-places.geojson', 'places'],
    ['Orte.csv', 'places'],
  ] as const)('%s is taken for %s', (name, kind) => {
    expect(guessKind(name, {})).toBe(kind);
  });
});

describe('newest only', () => {
  it('works on the newest of those that wait, one at a time', async () => {
    const done: number[] = [];
    const ask = newestOnly<number>(async (wish) => {
      await settled();
      done.push(wish);
    });
    ask(1);
    ask(2);
    ask(3);
    await settled();
    await settled();
    await settled();
    expect(done).toEqual([1, 3]);
  });
});
