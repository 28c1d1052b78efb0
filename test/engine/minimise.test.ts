import { beforeAll, describe, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { readFileSync } from 'node:fs';
import type { Mapping, Mappings } from '../../shared/extract/profile.ts';
import type { Engine } from '../../shared/ports/engine.ts';
import { loadTexts } from '../support/load-files.ts';

const timeLimit = 20_000;
let engine: Engine;
const statements: string[] = [];
const columns: string[] = [];

const noted =
  <T>(read: (name: string) => T) =>
  (name: string): T => {
    columns.push(name);
    return read(name);
  };

/** The same engine, noting what it is asked and which columns its answers have handed out. */
function watched(): Engine {
  return {
    ...engine,
    rows: async (statement) => {
      statements.push(statement);
      const rows = await engine.rows(statement);
      return {
        length: rows.length,
        int32: noted(rows.int32),
        float64: noted(rows.float64),
        uint64: noted(rows.uint64),
        text: noted(rows.text),
      };
    },
  };
}

beforeAll(async () => {
  engine = await startEngine();
}, timeLimit);

const hash = (text: string): string => text.padStart(32, '0');

/** Calls as FlowKit reads them; every other party is `c0ffee` and a number. */
const calls = [
  'start_time,msisdn_counterpart,id,msisdn,location_id,outgoing,duration,tac',
  ...Array.from({ length: 20 }, (_, i) => {
    return `2016-01-01 22:38:${10 + i},${hash(`c0ffee${i}`)},${i},${hash(`a${i % 5}`)},cell1,True,60,92380772.0`;
  }),
  '',
].join('\n');
const cells = 'id,longitude,latitude\ncell1,12.4,51.3\n';

describe('the other party of a call', () => {
  it(
    'stands in no statement, no column and no person',
    async () => {
      const extract = await loadTexts(
        watched(),
        { events: calls, cells },
        {
          mappings: (suggested) => {
            expect(suggested.events.roles[1]).toBe('ignored');
            expect(suggested.events.roles[3]).toBe('person');
            return {
              ...suggested,
              cells: { ...cellsOf(suggested), roles: sites },
            };
          },
        },
      );
      expect(extract.persons).toBe(5);
      expect(statements.length).toBeGreaterThan(1);
      for (const statement of statements) {
        expect(statement).not.toMatch(/counterpart|c0ffee/i);
      }
      const ofEvents = statements.filter((statement) => statement.includes(`'c7': 'VARCHAR'`));
      expect(ofEvents.length).toBe(1);
      // The second column is declared, so that lines of eight fields fit, and never read.
      for (const statement of ofEvents)
        expect(statement.replace(`'c1': 'VARCHAR'`, '')).not.toMatch(/\bc1\b/);
      expect(columns.toSorted().filter((name, i, all) => name !== all[i - 1])).toEqual(
        expect.arrayContaining(['person', 'second', 'cell']),
      );
      expect(columns).not.toContain('c1');
      const parties = await Promise.all(
        Array.from({ length: 20 }, async (_, i) => extract.statusOf(`c0ffee${i}`.padStart(32, '0'))),
      );
      expect(parties.every(({ person }) => person === -1)).toBe(true);
      expect((await extract.statusOf('a3'.padStart(32, '0'))).person).toBe(3);
    },
    timeLimit,
  );

  it(
    'is never guessed to be a person, whatever its values look like',
    async () => {
      const swapped = calls.replace('msisdn_counterpart,id,msisdn', 'called_number,id,caller_x');
      const found = await loadTexts(
        engine,
        { events: swapped, cells },
        {
          mappings: (suggested) => {
            expect(suggested.events.roles.slice(0, 4)).toEqual(['time', 'ignored', 'ignored', 'person']);
            return {
              ...suggested,
              cells: { ...cellsOf(suggested), roles: sites },
            };
          },
        },
      );
      expect(found.persons).toBe(5);
    },
    timeLimit,
  );

  it('has no role that a column could be given', () => {
    const profile = readFileSync(new URL('../../shared/extract/profile.ts', import.meta.url), 'utf8');
    const roles = /ColumnRole = z\.enum\(\[([^\]]*)\]/.exec(profile)?.[1] ?? '';
    expect(roles).toContain('person');
    expect(roles).not.toMatch(/counter|called|other/i);
  });
});

const sites: Mapping['roles'] = ['cell', 'longitude', 'latitude'];

function cellsOf({ cells: mapping }: Mappings): Mapping {
  if (mapping === undefined) throw new Error('the cells were not looked at');
  return mapping;
}
