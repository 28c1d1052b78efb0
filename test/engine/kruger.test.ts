import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { presets } from '../../shared/recipe/presets.ts';
import { publishedGroups } from '../support/candidate-groups.ts';
import { krugerBySql, krugerPath } from '../support/kruger-by-sql.ts';
import { openReview } from '../support/open-review.ts';

const timeLimit = 30_000;

it(
  'publishes of 81,379 real posts what SQL counts, group for group',
  async (test) => {
    if (!existsSync(krugerPath)) {
      if (process.env['CI'] !== undefined) throw new Error(`${krugerPath} is needed in CI and absent`);
      return test.skip('the data beside the repository is absent');
    }
    const open = openReview(await startEngine());
    const understanding = await open.load(
      { events: readFileSync(krugerPath) },
      { timeZone: 'Africa/Johannesburg' },
    );
    const candidate = await open.candidate({
      ...presets.conservative,
      timeZone: 'Africa/Johannesburg',
      zones: { kind: 'h3', resolution: 6 },
      timeBin: 'day',
      minimumPersons: 5,
      roundingBase: 1,
    });
    open.close();
    const sql = await krugerBySql(5);

    expect(sql.groups.size).toBeGreaterThan(100);
    expect(publishedGroups(candidate)).toEqual(
      new Map([...sql.groups].map(([group, persons]) => [`${group.replace('|', '||')}|||`, persons])),
    );
    expect(candidate.protection.tables[0]?.published).toBe(sql.groups.size);
    expect(sql.badTimes).toBeGreaterThan(0);
    expect(understanding).toMatchObject({
      rowsRead: sql.rows,
      rowsKept: sql.distinct,
      persons: sql.persons,
      dropped: {
        ragged: 0,
        badTime: sql.badTimes,
        missingPerson: 0,
        unknownCell: 0,
        badPosition: sql.rows - sql.badTimes - sql.usable,
        objection: 0,
        outsideZones: 0,
        duplicate: sql.usable - sql.distinct,
      },
    });
  },
  timeLimit,
);
