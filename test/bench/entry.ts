import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchExtract } from './extract-files.ts';
import { nativeTimes } from './native.ts';
import { ourTimes } from './ours.ts';

const folder = join('out', 'bench');
mkdirSync(folder, { recursive: true });
const millions = process.argv.slice(2).map(Number);
const results = [];
for (const size of millions.length > 0 ? millions : [1, 10]) {
  const extract = await benchExtract(folder, size);
  const ours = await ourTimes(extract);
  const native = await nativeTimes(extract, ours.presences);
  results.push({
    'million events': size,
    'load, s': round(ours.load / 1000),
    'native load, s': round(native.load / 1000),
    'load ratio': round(ours.load / native.load),
    'hourly recount, ms': round(ours.recount),
    'native recount, ms': round(native.recount),
    'recount ratio': round(ours.recount / native.recount),
    'threshold, ms': round(ours.threshold),
    'peak memory / presence columns': round(ours.peakBytes / ours.presenceBytes),
  });
}
console.table(results);
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(results, undefined, 2)}\n`);

function round(value: number): number {
  return Number(value.toPrecision(3));
}
