import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missedBy, scoreOf, tryCorpus, type CorpusScore } from '../support/corpus/score.ts';

const folder = join('out', 'bench');
mkdirSync(folder, { recursive: true });
const all = await tryCorpus(true, (done) => {
  const missed = missedBy(done);
  const { kind, name } = done.one;
  const words =
    kind === 'clean' ? 'clean' : missed.length === 0 ? 'caught' : `missed by ${missed.join(', ')}`;
  process.stdout.write(`${kind}: ${name}: ${words}\n`);
});
const score = scoreOf(all);
process.stdout.write('Releases with a planted leak, and clean ones:\n');
console.table(score.attacks.map(row));
const { pairs, others, clean } = score;
process.stdout.write(
  `Pairs ${pairs.right} of ${pairs.of}, other leaks ${others.right} of ${others.of}, ` +
    `clean without an alarm ${clean.right} of ${clean.of}.\n`,
);
for (const one of [...score.missed, ...score.falseAlarms]) process.stdout.write(`${one}\n`);
writeFileSync(
  join(folder, 'attacks.json'),
  `${JSON.stringify({ ...score, releases: releases() }, undefined, 2)}\n`,
);
process.exit(pairs.right === pairs.of && clean.right === clean.of ? 0 : 1);

function row({
  attack,
  caught,
  leaks,
  falseAlarms,
  clean: of,
  notTested,
  milliseconds,
}: CorpusScore['attacks'][number]) {
  return {
    attack,
    'leaks caught': `${caught} of ${leaks}`,
    'false alarms': `${falseAlarms} of ${of}`,
    'not tested': notTested,
    'a release, ms': Number(milliseconds.toPrecision(3)),
  };
}

function releases() {
  return all.map(({ one: { name, kind, findable, isPair }, tried }) => ({
    name,
    kind,
    findable,
    isPair,
    alarms: tried.filter(({ isAlarm }) => isAlarm).map(({ attack }) => attack),
  }));
}
