import type { NativeDuckDb } from './native-duckdb.ts';

/** What is counted in SQL. Seconds since 1970 UTC; `offset` is local time minus UTC, constant over the extract. */
export interface SqlOrder {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  readonly maximumGapSeconds: number;
  readonly maximumNightGapSeconds: number;
}

/**
 * Five products in SQL, from tables `events (person, second, cell, zone)`, zone -1 for none, and `people (person, age, gender,
 * holder)`, holder -1 for none. Groups come as `tableGroups` gives them, with totals over all that adds up.
 */
export class ProductsBySql {
  private readonly sql: NativeDuckDb;
  private readonly order: SqlOrder;

  constructor(sql: NativeDuckDb, order: SqlOrder) {
    this.sql = sql;
    this.order = order;
  }

  /** Makes the tables `stays` and `moments (person, zone, start, stop)`, `dayparts`, `days` and `hours (start, stop)`. */
  async prepare(): Promise<void> {
    await this.sql.rows(`CREATE TABLE moments AS
      SELECT DISTINCT person, zone, second AS start, second + 1 AS stop FROM events WHERE zone >= 0`);
    await this.collapseHandovers();
    await this.makeStays();
    const { from, to, offset } = this.order;
    const bins = async (name: string, hours: readonly number[]): Promise<unknown> =>
      this.sql.rows(`CREATE TABLE ${name} AS
        SELECT start, lead(start) OVER (ORDER BY start) AS stop
        FROM (SELECT day * 86400 + hour * 3600 - ${offset} AS start
          FROM range(${from} // 86400 - 3, ${to} // 86400 + 3) AS d(day), unnest([${hours.join(', ')}]) AS h(hour))
        QUALIFY stop > ${from} AND start < ${to}`);
    await bins('dayparts', [6, 10, 16, 22]);
    await bins('days', [0]);
    await bins(
      'hours',
      Array.from({ length: 24 }, (_, hour) => hour),
    );
  }

  /** Marks by pointer doubling which events are reached when each leads to the next in its zone within 600 s, or to the next. */
  private async collapseHandovers(): Promise<void> {
    await this.sql.rows(`CREATE TABLE ordered AS
      SELECT person, second, zone, row_number() OVER (PARTITION BY person ORDER BY second, cell) AS n
      FROM (SELECT DISTINCT person, second, cell, zone FROM events)`);
    await this.sql.rows(`CREATE TABLE leads AS
      SELECT person, n, CASE WHEN zone >= 0 AND lead(second) OVER same - second <= 600 THEN lead(n) OVER same
        ELSE n + 1 END AS goal
      FROM ordered WINDOW same AS (PARTITION BY person, zone ORDER BY n)`);
    await this.sql.rows('CREATE TABLE reached AS SELECT DISTINCT person, 1::BIGINT AS n FROM ordered');
    const [[most] = []] = await this.sql.rows('SELECT max(n)::INTEGER FROM ordered');
    for (let steps = 1; steps < Number(most); steps *= 2) {
      await this.sql.rows(
        'INSERT INTO reached SELECT r.person, goal FROM reached AS r JOIN leads USING (person, n)',
      );
      await this.sql.rows(`CREATE OR REPLACE TABLE leads AS
        SELECT a.person, a.n, b.goal FROM leads AS a JOIN leads AS b ON b.person = a.person AND b.n = a.goal`);
    }
    await this.sql.rows(`CREATE TABLE settled AS
      SELECT person, n, second,
        last_value(CASE WHEN r.n IS NULL THEN NULL ELSE zone END IGNORE NULLS) OVER (PARTITION BY person ORDER BY n) AS zone
      FROM ordered LEFT JOIN (SELECT DISTINCT person, n FROM reached) AS r USING (person, n)`);
  }

  private async makeStays(): Promise<void> {
    const { offset, maximumGapSeconds, maximumNightGapSeconds } = this.order;
    await this.sql.rows(`CREATE TABLE stays AS
      WITH clocked AS (SELECT *, ((second + ${offset}) // 3600) % 24 AS hour, hour >= 23 OR hour < 9 AS night FROM settled),
      gaps AS (
        SELECT *, lead(second) OVER w - second AS gap, lead(zone) OVER w = zone AS same,
          night AND lead(night) OVER w AS nightly
        FROM clocked WINDOW w AS (PARTITION BY person ORDER BY n)),
      bridged AS (
        SELECT *, coalesce(same AND gap <= if(nightly, ${maximumNightGapSeconds}, ${maximumGapSeconds}), false) AS goes_on
        FROM gaps),
      edges AS (
        SELECT *, coalesce(lag(goes_on) OVER w, false) AS came_on,
          CASE WHEN gap <= 900 THEN second + gap // 2 ELSE second + 450 END AS late,
          CASE WHEN lag(gap) OVER w <= 900 THEN lag(second) OVER w + lag(gap) OVER w // 2 ELSE second - 450 END AS early
        FROM bridged WINDOW w AS (PARTITION BY person ORDER BY n)),
      numbered AS (
        SELECT *, count(*) FILTER (NOT came_on) OVER (PARTITION BY person ORDER BY n) AS stay FROM edges)
      SELECT person, any_value(zone) AS zone, min(early) FILTER (NOT came_on) AS start,
        max(late) FILTER (NOT goes_on) AS stop
      FROM numbered GROUP BY person, stay HAVING any_value(zone) >= 0 AND start < stop`);
  }

  /** Seconds of all stays. */
  async staySeconds(): Promise<number> {
    const [[seconds] = []] = await this.sql.rows('SELECT sum(stop - start)::DOUBLE FROM stays');
    return Number(seconds);
  }

  private async groups(
    members: string,
    keys: readonly string[],
    additive: readonly string[],
  ): Promise<Map<string, string>> {
    const columns = [...keys, ...additive, 'age', 'gender'];
    const rows = await this.sql.rows(`
      SELECT concat_ws('|', ${columns.map((one) => `coalesce(${one}::VARCHAR, '*')`).join(', ')}),
        concat(count(DISTINCT person), '/', count(DISTINCT if(holder = -1, -1 - person, holder)))
      FROM (SELECT DISTINCT * FROM (${members})) JOIN people USING (person)
      GROUP BY ${keys.join(', ')}, CUBE (${[...additive, 'age', 'gender'].join(', ')})`);
    return new Map(rows.map(([key, counts]) => [String(key), String(counts)]));
  }

  private band(value: string, breaks: readonly number[]): string {
    return `len(list_filter([${breaks.join(', ')}]::BIGINT[], lower_bound -> ${value} >= lower_bound))`;
  }

  /** Rows of stays or moments cut at bins and to the period. */
  private cut(table: string, bins: string): string {
    const { from, to } = this.order;
    return `SELECT person, zone, b.start AS bin, least(s.stop, b.stop, ${to}) - greatest(s.start, b.start, ${from}) AS seconds
      FROM ${table} AS s JOIN ${bins} AS b ON s.start < b.stop AND s.stop > b.start WHERE seconds > 0`;
  }

  async footfall(table: 'stays' | 'moments'): Promise<Map<string, string>> {
    return this.groups(`SELECT person, zone, bin FROM (${this.cut(table, 'hours')})`, ['zone', 'bin'], []);
  }

  async dwell(breaks: readonly number[]): Promise<Map<string, string>> {
    return this.groups(
      `SELECT person, zone, bin, ${this.band(
        'sum(seconds)',
        breaks.map((minutes) => minutes * 60),
      )} AS band
        FROM (${this.cut('stays', 'dayparts')}) GROUP BY person, zone, bin`,
      ['zone', 'bin'],
      ['band'],
    );
  }

  async flows(maximumTripMinutes: number): Promise<Map<string, string>> {
    const { from, to } = this.order;
    return this.groups(
      `SELECT person, origin, zone, b.start AS bin
        FROM (SELECT *, lag(zone) OVER w AS origin, start - lag(stop) OVER w AS trip
          FROM stays WINDOW w AS (PARTITION BY person ORDER BY start)) AS s
        JOIN dayparts AS b ON s.start >= b.start AND s.start < b.stop
        WHERE origin <> zone AND trip <= ${maximumTripMinutes * 60} AND s.start >= ${from} AND s.start < ${to}`,
      ['origin', 'zone', 'bin'],
      [],
    );
  }

  async frequency(table: 'stays' | 'moments', breaks: readonly number[]): Promise<Map<string, string>> {
    return this.groups(
      `SELECT person, zone, ${this.band('count(DISTINCT bin)', breaks)} AS band
        FROM (${this.cut(table, 'days')}) GROUP BY person, zone`,
      ['zone'],
      ['band'],
    );
  }

  /** Homes by the most night slots over all the extract; among equal ones the zone that is first in `ranks (zone, rank)`. */
  async catchment(table: 'stays' | 'moments', minimumNights: number): Promise<Map<string, string>> {
    await this.sql.rows(`CREATE OR REPLACE TABLE homes AS
      WITH slots AS (
        SELECT DISTINCT person, zone, unnest(range(start // 900, (stop - 1) // 900 + 1)) * 900 + ${this.order.offset} AS local
        FROM ${table}),
      nights AS (
        SELECT person, zone, count(*) AS slots, count(DISTINCT (local + 7200) // 86400) AS nights
        FROM slots WHERE (local // 3600) % 24 IN (22, 23, 0, 1, 2, 3, 4, 5) GROUP BY person, zone)
      SELECT person, zone AS home FROM nights JOIN ranks USING (zone) WHERE nights >= ${minimumNights}
      QUALIFY row_number() OVER (PARTITION BY person ORDER BY slots DESC, rank) = 1`);
    return this.groups(
      `SELECT person, zone, coalesce(home, -1) AS home FROM (${this.cut(table, 'days')}) LEFT JOIN homes USING (person)`,
      ['zone'],
      ['home'],
    );
  }

  /** Persons at one cell with events in so many hours on so many of the days that have events. */
  async machines(minimumHours: number, minimumShareOfDays: number): Promise<number> {
    const [[count] = []] = await this.sql.rows(`
      WITH hourly AS (SELECT DISTINCT person, cell, (second + ${this.order.offset}) // 3600 AS hour FROM events),
      daily AS (SELECT person, hour // 24 AS day FROM hourly GROUP BY ALL HAVING count(DISTINCT hour) >= ${minimumHours}),
      still AS (SELECT person FROM hourly GROUP BY person HAVING count(DISTINCT cell) = 1)
      SELECT count(*)::INTEGER FROM (SELECT person FROM daily SEMI JOIN still USING (person) GROUP BY person
        HAVING count(*) >= ${minimumShareOfDays} * (SELECT count(DISTINCT hour // 24) FROM hourly))`);
    return Number(count);
  }
}
