import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityTimes, type CityTimes, type ProtectTimes } from './city.ts';
import { benchExtract, type BenchExtract } from './extract-files.ts';
import { loadRows } from './load/load-rows.ts';
import { nativeRecount } from './native-recount.ts';
import { nativeLoad } from './native.ts';
import { ourTimes } from './ours.ts';
import { presenceColumns, recountTimes } from './recount.ts';
import { windowTimes } from './window.ts';

const folder = join('out', 'bench');
mkdirSync(folder, { recursive: true });
const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [1, 10];
/** Millions of events up to which the window is measured too. */
const largestInWindow = 10;
const vault = [];
const loads = [];
const choices = [];
const window = [];
for (const size of sizes) {
  const extract = await benchExtract(folder, size);
  loads.push(...(await loadRows(size, extract)));
  const rows = await vaultRows(size, extract);
  vault.push(rows.vault);
  choices.push(rows.choices);
  if (size <= largestInWindow) window.push(await windowRow(size, extract));
}
process.stdout.write(
  'Loading, each in a process of its own, from opening to presence columns, on two threads:\n',
);
console.table(loads);
process.stdout.write('In the vault, against native DuckDB 1.5 on two threads in the same run:\n');
console.table(vault);
process.stdout.write('From a choice to its counted view in the vault, on two threads (medians, ms):\n');
console.table(choices);
process.stdout.write('In the window (medians; without a GPU the map is drawn in software):\n');
console.table(window);
const cityTook = await cityTimes();
const city = cityRow(cityTook);
process.stdout.write(
  'All five products of the city (100,000 people, 14 days, 60 zones), protected and audited:\n',
);
console.table([city]);
const protecting = cityTook.protect.map(protectRow);
console.table(protecting);
process.stdout.write('The attacks on it, one after the other:\n');
const attacks = cityTook.attacks.map(({ attack, took, outcome }) => ({
  attack,
  seconds: round(took / 1000),
  outcome,
}));
console.table(attacks);
writeFileSync(
  join(folder, 'bench.json'),
  `${JSON.stringify({ loads, vault, choices, window, city, protecting, attacks }, undefined, 2)}\n`,
);

async function vaultRows(
  size: number,
  files: BenchExtract,
): Promise<Record<'vault' | 'choices', Record<string, number>>> {
  const host = size <= largestInWindow ? 'wasm' : 'native';
  const { load, extract, peakBytes } = await ourTimes(files, host);
  const { recount, alone, ...choice } = await recountTimes(extract);
  const presences = presenceColumns(extract);
  const nativeLoaded = await nativeLoad(files);
  const native = await nativeRecount(presences);
  const inVault = {
    'million events': size,
    'load, s': load / 1000,
    'load ratio': load / nativeLoaded,
    'hourly recount, ms': recount,
    'on one thread': alone,
    'recount ratio': recount / native,
    'threshold ratio': choice.threshold / native,
    'peak memory, GiB': peakBytes / 2 ** 30,
    'three times the presence columns and 1 GiB': (3 * 12 * presences.zone.length) / 2 ** 30 + 1,
  };
  return { vault: rounded(inVault), choices: rounded({ 'million events': size, ...choice }) };
}

function rounded(row: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, round(value)]));
}

async function windowRow(size: number, extract: BenchExtract): Promise<Record<string, number>> {
  const times = await windowTimes(extract);
  return {
    'million events': size,
    'demo to both pictures, s': round(times.demoOpened / 1000),
    'threshold to both pictures, ms': round(times.threshold),
    'slowest threshold, ms': round(times.thresholdSlowest),
    'drawing alone, ms': round(times.drawingAlone),
    'time bin to both pictures, ms': round(times.timeBin),
    'slowest time bin, ms': round(times.timeBinSlowest),
    'grid to both pictures, ms': round(times.grid),
    'slowest grid, ms': round(times.gridSlowest),
  };
}

function cityRow(times: CityTimes): Record<string, number> {
  return {
    groups: times.groups,
    'count all five, s': round(times.count / 1000),
    'changed threshold, ms': round(times.threshold),
    'exact or narrow': times.exactOrNarrow,
    'not tested': times.notTested,
  };
}

function protectRow({ threads, took, processor, longestStretch }: ProtectTimes): Record<string, number> {
  return {
    threads,
    'protect and audit, s': round(took / 1000),
    'processor time, s': round(processor / 1000),
    'longest stretch, ms': round(longestStretch),
  };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
