import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import type { Engine } from '../../shared/ports/engine.ts';
import { productNames } from '../../shared/products/product.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { Counter } from '../../shared/workflow/counter.ts';
import type { LoadedExtract } from '../../shared/workflow/loading/finish-extract.ts';
import { statusLookUp } from '../../shared/workflow/status-look-up.ts';
import { knownBytes } from '../support/known-bytes.ts';
import { loadTexts } from '../support/load-files.ts';

const timeLimit = 30_000;
const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
const row = (who: string, time: string, lat = 51): string => `${who},${time},${lat},12\n`;
const events = [
  'person,time,lat,lon\n',
  ...['a1', 'b1', 'c1', 'd1', 'e1', 'e2'].map((who) => row(who, '2026-05-04T10:00:00Z')),
  row('c1', '2026-05-04T12:00:00Z', 52),
  row('f1', '2026-05-05T10:00:00Z'),
  row('x9', 'no time at all'),
  ...['04', '05'].flatMap((day) => hours.map((hour) => row('m1', `2026-05-${day}T${hour}:30:00Z`))),
].join('');
const persons =
  'person,gender,consent,same_person\na1,female,yes,\nb1,male,no,\nc1,,yes,\nd1,male,yes,\ne1,male,yes,eva\ne2,male,yes,eva\nf1,male,yes,\nm1,male,yes,\n';
const objections =
  'person,as_of\nd1,2026-05-06T00:00:00Z\neva,2026-05-06T00:00:00Z\nz1,2026-05-06T00:00:00Z\n';
const recipe: Recipe = {
  ...presets.conservative,
  timeZone: 'UTC',
  zones: { kind: 'h3', resolution: 6 },
  levels: [],
  ageBreaks: [],
  byGender: true,
};
const files = { events, persons, objections };
let engine: Engine;
let extract: LoadedExtract;
let counter: Counter;

beforeAll(async () => {
  engine = await startEngine();
  extract = await loadTexts(engine, files);
  counter = new Counter(extract, knownBytes(1));
}, timeLimit);

/** Digest of everything an extract holds, its registers included as far as they answer. */
function digest(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    ArrayBuffer.isView(part) ? { view: [...(part as Int32Array)] } : part,
  );
  return createHash('sha256').update(text).digest('hex');
}

const ask = async (who: string, change: Partial<Recipe> = {}) =>
  statusLookUp({ extract, counter }, { ...recipe, ...change }, who);

const no = { wouldCount: false };
const asked: readonly (readonly [string, object, Partial<Recipe>?])[] = [
  ['a1', { inRegister: false, inExtract: true, wouldCount: true, reason: 'counts' }],
  [' a1 ', { inRegister: false, inExtract: true, wouldCount: true, reason: 'counts' }],
  ['A1', { inRegister: false, inExtract: false, ...no, reason: 'notInExtract' }],
  ['d1', { inRegister: true, inExtract: true, ...no, reason: 'objection' }],
  ['e1', { inRegister: true, inExtract: true, ...no, reason: 'objection' }],
  ['e2', { inRegister: true, inExtract: true, ...no, reason: 'objection' }],
  ['eva', { inRegister: true, inExtract: true, ...no, reason: 'objection' }],
  ['z1', { inRegister: true, inExtract: false, ...no, reason: 'objection' }],
  ['x9', { inRegister: false, inExtract: false, ...no, reason: 'notInExtract' }],
  ["o'neil", { inRegister: false, inExtract: false, ...no, reason: 'notInExtract' }],
  ['b1', { inRegister: false, inExtract: true, wouldCount: true, reason: 'counts' }],
  ['b1', { inRegister: false, inExtract: true, ...no, reason: 'withoutConsent' }, { aim: 'offers' }],
  ['a1', { inRegister: false, inExtract: true, wouldCount: true, reason: 'counts' }, { aim: 'offers' }],
  [
    'c1',
    { inRegister: false, inExtract: true, ...no, reason: 'withoutCategory' },
    { missingCategory: 'drop' },
  ],
  [
    'm1',
    { inRegister: false, inExtract: true, wouldCount: true, reason: 'counts' },
    { machineLike: 'count' },
  ],
  ['m1', { inRegister: false, inExtract: true, ...no, reason: 'machineLike' }, { machineLike: 'exclude' }],
  [
    'f1',
    { inRegister: false, inExtract: true, ...no, reason: 'outsideRelease' },
    { period: { from: '2026-05-04', to: '2026-05-04' } },
  ],
];

describe('a look-up', () => {
  it.each<readonly [string, object, Partial<Recipe> | undefined]>(
    asked.map(([who, answer, change]) => [who, answer, change] as const),
  )('of %s answers %j', async (who, answer, change) => expect(await ask(who, change)).toEqual(answer));

  it(
    'changes nothing: extract, answers and tables are the same before and after, to the bit',
    async () => {
      const all = { ...recipe, machineLike: 'exclude' as const, aim: 'offers' as const };
      const tables = (with_: Counter) =>
        productNames.map((product) => digest(with_.count(product, all).table));
      const state = () => digest({ ...extract, rejects: extract.rejects });
      const before = {
        state: state(),
        fresh: tables(new Counter(extract, knownBytes(1))),
        kept: tables(counter),
      };
      for (const who of ['a1', 'd1', 'eva', 'm1', 'never seen', '', 'z1'])
        for (const aim of ['offers', 'statistics'] as const) await ask(who, { aim });
      const after = {
        state: state(),
        fresh: tables(new Counter(extract, knownBytes(1))),
        kept: tables(counter),
      };
      expect(after).toEqual(before);
      expect(after.fresh).toEqual(after.kept);
      expect(await ask('never seen')).toMatchObject({ inExtract: false, inRegister: false });
      const changed = { ...extract, consentOfPerson: extract.consentOfPerson.map(() => 1) };
      expect(digest(changed)).not.toBe(before.state);
    },
    timeLimit,
  );

  it('answers differently of nobody under another key', async () => {
    const other = await loadTexts(engine, files, { key: 'f'.repeat(32) });
    for (const who of ['a1', 'd1', 'eva', 'z1', 'never seen'])
      expect(await other.statusOf(who)).toEqual(await extract.statusOf(who));
  });
});

describe('the command status', () => {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-status-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const entry = new URL('../../electron/cli/entry.ts', import.meta.url).pathname;

  async function run(
    more: readonly string[],
    input = '',
  ): Promise<{ readonly code: number; readonly out: string }> {
    const args = ['--events', path('events.csv', events), '--persons', path('persons.csv', persons)];
    args.push('--objections', path('objections.csv', objections), '--json', ...more);
    return new Promise((done) => {
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', entry, 'status', ...args],
        { cwd: new URL('../..', import.meta.url).pathname },
        (error, out) => done({ code: typeof error?.code === 'number' ? error.code : 0, out }),
      );
      child.stdin?.end(input);
    });
  }

  it(
    'reads the identifier from a file or from standard input and never repeats it',
    async () => {
      const [byFile, byInput, nobody] = await Promise.all([
        run(['--id-file', path('id.txt', 'd1\n')]),
        run(['--set', 'byGender=true'], 'a1\n'),
        run([], '\n'),
      ]);
      expect(byFile.code).toBe(1);
      expect(JSON.parse(byFile.out)).toEqual({
        inRegister: true,
        inExtract: true,
        wouldCount: false,
        reason: 'objection',
      });
      expect(byInput.code).toBe(0);
      expect(JSON.parse(byInput.out)).toMatchObject({ inRegister: false, wouldCount: true });
      expect(`${byFile.out}${byInput.out}`).not.toMatch(/d1|a1/);
      expect(nobody.code).toBe(2);
      expect(JSON.parse(nobody.out)).toMatchObject({ error: { code: 'bad-identifier' } });
    },
    timeLimit,
  );
});
