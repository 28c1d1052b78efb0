import { describe, expect, it } from 'vitest';
import { compareReleases } from '../../../shared/ledger/compare-releases.ts';
import type { Finding, NamedFigure } from '../../../shared/ledger/finding.ts';
import { findingsWithin } from '../../../shared/ledger/within-release.ts';
import {
  drawing,
  publishedRows,
  releaseOfRows,
  smallWorld,
  smallWorldRecipe,
  type TruthRow,
} from '../../support/nested-world.ts';

const minimumPersons = 5;

function nameOf({ row }: TruthRow): string {
  return [
    row.zoneId,
    Date.parse(row.start ?? '') / 1000,
    row.ageBand ?? '-',
    row.gender ?? '-',
    row.persons,
  ].join(' ');
}

function nameOfFigure({ group, persons }: NamedFigure): string {
  return [group.zone, group.start, group.age ?? '-', group.gender ?? '-', persons].join(' ');
}

function isInside(inner: TruthRow, outer: TruthRow): boolean {
  return inner.atoms.size < outer.atoms.size && [...inner.atoms].every((atom) => outer.atoms.has(atom));
}

/** Every pair of rows, one inside the other, that differ by fewer than the threshold: looked for one by one. */
function leaks(
  inner: readonly TruthRow[],
  outer: readonly TruthRow[],
): readonly (readonly [TruthRow, TruthRow])[] {
  return inner.flatMap((a) =>
    outer.flatMap((b) => {
      const left = (b.row.persons ?? 0) - (a.row.persons ?? 0);
      return left >= 1 && left < minimumPersons && isInside(a, b) ? [[a, b] as const] : [];
    }),
  );
}

const expected = (pairs: readonly (readonly [TruthRow, TruthRow])[]): readonly string[] =>
  pairs.map(([inner, outer]) => `${nameOf(inner)} < ${nameOf(outer)}`).toSorted();
const found = (findings: readonly Finding[]): readonly string[] =>
  findings
    .flatMap(({ code, smaller, larger }) =>
      code === 'subtraction' && smaller && larger
        ? [`${nameOfFigure(smaller)} < ${nameOfFigure(larger)}`]
        : [],
    )
    .toSorted();

function sameGroup(a: TruthRow, b: TruthRow): boolean {
  return a.atoms.size === b.atoms.size && [...a.atoms].every((atom) => b.atoms.has(atom));
}

/** Two releases of one world and the pairs of figures, one of each, that leak. */
function twoReleases(seed: number): {
  readonly recipes: readonly [ReturnType<typeof smallWorldRecipe>, ReturnType<typeof smallWorldRecipe>];
  readonly rows: readonly [readonly TruthRow[], readonly TruthRow[]];
} {
  const draw = drawing(seed);
  const world = smallWorld(30 + Math.floor(draw() * 60), draw);
  const recipes = [smallWorldRecipe(draw), smallWorldRecipe(draw)] as const;
  return { recipes, rows: [publishedRows(world, recipes[0]), publishedRows(world, recipes[1])] };
}

function between(
  first: readonly TruthRow[],
  second: readonly TruthRow[],
): readonly (readonly [TruthRow, TruthRow])[] {
  const isNew = second.filter((row) => !first.some((other) => sameGroup(row, other)));
  return [...leaks(isNew, first), ...leaks(first, isNew)];
}

describe('random releases of one world', () => {
  it('are found to leak within themselves by exactly the pairs that do', () => {
    let planted = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { recipes, rows } = twoReleases(seed);
      const pairs = expected(leaks(rows[0], rows[0]));
      planted += pairs.length;
      expect(found(findingsWithin(releaseOfRows(recipes[0], rows[0])))).toEqual(pairs);
    }
    expect(planted).toBeGreaterThan(100);
  });

  it('are found to leak together by exactly the pairs that do', () => {
    let planted = 0;
    for (let seed = 1000; seed < 1080; seed++) {
      const { recipes, rows } = twoReleases(seed);
      const pairs = expected(between(...rows));
      planted += pairs.length;
      const [released, later] = [releaseOfRows(recipes[0], rows[0]), releaseOfRows(recipes[1], rows[1])];
      const findings = compareReleases({ id: 'earlier', released }, later);
      expect(found(findings)).toEqual(pairs);
      const wrong = findings.filter(({ code }) => code === 'disagreement' || code === 'figure-changed');
      expect(wrong).toEqual([]);
    }
    expect(planted).toBeGreaterThan(100);
  });

  it('are let through, twenty pairs of them, once no figure leaks', () => {
    let clean = 0;
    for (let seed = 2000; clean < 20; seed++) {
      const { recipes, rows } = twoReleases(seed);
      const [first] = rows;
      let [, second] = rows;
      for (let [pair] = between(first, second); pair !== undefined; [pair] = between(first, second)) {
        const leaking = new Set(pair);
        second = second.filter((row) => !leaking.has(row));
      }
      if (second.length === 0) continue;
      const [released, later] = [releaseOfRows(recipes[0], first), releaseOfRows(recipes[1], second)];
      const findings = compareReleases({ id: 'earlier', released }, later);
      expect(findings.filter(({ code }) => code !== 'combination')).toEqual([]);
      clean++;
    }
  });
});
