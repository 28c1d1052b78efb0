import { parseArgs } from 'node:util';
import type { Json } from '../../../shared/base/json.ts';
import type { FileProfile } from '../../../shared/extract/profile.ts';
import type { Understanding } from '../../../shared/extract/understanding.ts';
import { correctedMappings, extractFiles, extractHelp, extractOptions } from '../extract-arguments.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { findingLines } from '../findings-text.ts';
import { inVault, progressLine } from '../in-vault.ts';
import { correctionsOf } from '../mapping-argument.ts';
import { writeRejects } from '../rejects-argument.ts';
import { riskText } from '../risk-text.ts';
import type { Command } from '../command.ts';
import { engineArgument, engineHelp, engineOptions } from '../engine-argument.ts';

const help = `Show what is understood of an extract: columns, rows kept and dropped by reason, people, period. Shows no value.

  profile --events F [options]

${extractHelp}
${engineHelp}
  --time-zone Z   zone of local times and of the days shown (default: Europe/Berlin)
  --rejects F     writes the rejected lines to a file: file, line and reason, never what stood there
  --risk          also measures what losing the file would mean: whom a few moments single out, at ever coarser
                  places and times, and eight kinds of knowledge; says nothing about a release
`;

/** `profile`: what was understood. Exit code 0 when events were kept. */
export const profile: Command = async (args, progress) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...extractOptions,
      ...engineOptions,
      'time-zone': { type: 'string', default: 'Europe/Berlin' },
      risk: { type: 'boolean' },
      rejects: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { exitCode: 0, json: { help }, text: help };
  const files = await extractFiles(values);
  const zones = files.sources.zones
    ? ({ kind: 'polygons' } as const)
    : ({ kind: 'h3', resolution: 7 } as const);
  const mappingsOf = (profiles: readonly FileProfile[]) => {
    for (const found of profiles)
      for (const line of findingLines(found)) progress(`${found.kind}: ${line.trim()}`);
    return correctedMappings(profiles, correctionsOf(values));
  };
  const timeZone = values['time-zone'];
  const choice = engineArgument(values.engine, { sources: files.sources, policy: undefined });
  return inVault({ ...files, choice, timeZone, zones, mappingsOf, progress }, async (loaded) => {
    const { vault, profiles, understanding } = loaded;
    const recipe = { ...presets.conservative, zones, timeZone };
    await writeRejects(vault, values.rejects, progress);
    const risk =
      values.risk === true
        ? await vault.call('extractRisk', { recipe }, { onProgress: (done) => progress(progressLine(done)) })
        : undefined;
    return {
      exitCode: 0 as const,
      json: { files: profiles, understanding, ...(risk && { risk }) } as unknown as Json,
      text: wordsOf(profiles, understanding) + (risk ? `\n${riskText(risk)}` : ''),
    };
  });
};

function wordsOf(profiles: readonly FileProfile[], understanding: Understanding): string {
  const { rowsRead, rowsKept, dropped, persons, firstDay, lastDay, timeZone, objections } = understanding;
  const files = profiles.map((file) => {
    const { kind, name, dialect, columns } = file;
    const noHeader = dialect.header ? '' : '; no header line, columns are named by number';
    const lines = columns.map(
      (c) =>
        `  ${c.name.padEnd(20)} ${c.role.padEnd(10)} ${c.shape}; ${c.distinct} distinct, ${c.empty} empty, ${c.failing} do not fit`,
    );
    return [`${kind}: ${name} (${writtenAs(dialect)}${noHeader})`, ...lines, ...findingLines(file)].join(
      '\n',
    );
  });
  const reasons = Object.entries(dropped).filter(([, count]) => count > 0);
  const register =
    objections.kind === 'none'
      ? `no objection register${objections.reason === '' ? '' : `: ${objections.reason}`}`
      : `objection register: ${objections.matched} of ${objections.registered} entries found and removed`;
  return [
    ...files,
    `${rowsRead} rows read, ${rowsKept} kept`,
    ...reasons.map(([reason, count]) => `  ${count} dropped: ${reason}`),
    `${persons} persons, ${firstDay} to ${lastDay} (${timeZone})`,
    register,
    ...placeLines(understanding),
    ...populationLines(understanding),
    '',
  ].join('\n');
}

function writtenAs({ container, encoding, delimiter }: FileProfile['dialect']): string {
  if (container !== undefined) return container === 'parquet' ? 'Parquet' : 'DuckDB';
  return `${encoding}, delimiter ${JSON.stringify(delimiter)}`;
}

function placeLines({ places }: Understanding): readonly string[] {
  const counts = Object.entries(places);
  if (counts.length === 0) return [];
  return ['sensitive places:', ...counts.map(([category, count]) => `  ${count} ${category}`)];
}

function populationLines({ population }: Understanding): readonly string[] {
  return population ? [`population: ${population.persons} inhabitants in ${population.rows} rows`] : [];
}
