import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/base/failure.ts';
import type { StatusAnswer, StatusReason } from '../../../shared/ipc/status.ts';
import type { Command } from '../command.ts';
import { engineArgument, engineHelp, engineOptions } from '../engine-argument.ts';
import { extractFiles, extractHelp, extractOptions } from '../extract-arguments.ts';
import { correctionsOf } from '../mapping-argument.ts';
import { recipeArgument } from '../recipe-argument.ts';
import { LookUpResult, type LookUpJob } from '../vault/look-up-job.ts';

const help = `Say whether one identifier is in the objection register and whether it would count. Changes nothing.

  status --events F [options] --id-file F
  status --events F [options] < F

${extractHelp}
${engineHelp}
  --recipe R      a recipe file, or preset:NAME (default: preset:conservative)
  --set P=V       changes the recipe: --set aim=offers
  --id-file F     file with the identifier on its only line; without it, standard input is read.
                  An identifier is never an argument, because other users of a machine can read those.

Exit code 0: it would count; 1: it would not.
`;

/** `status`: the identifier is read, and the extract held, by a child process that ends with the answer. */
export const status: Command = async (args, progress) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...extractOptions,
      ...engineOptions,
      recipe: { type: 'string', default: 'preset:conservative' },
      set: { type: 'string', multiple: true },
      'id-file': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { exitCode: 0, json: { help }, text: help };
  const asked = await recipeArgument(values.recipe, values.set ?? []);
  const { sources, paths, noRegisterReason } = await extractFiles(values);
  const polygons = sources.zones !== undefined;
  const recipe =
    asked.zones.kind === 'polygons' && !polygons
      ? { ...asked, zones: { kind: 'h3' as const, resolution: 7 } }
      : asked;
  progress('reading the extract');
  const idFile = values['id-file'];
  const answer = await lookUp({
    sources,
    paths: [...paths],
    choice: engineArgument(values.engine, { sources, policy: undefined }),
    noRegisterReason,
    recipe,
    corrections: [...correctionsOf(values)],
    ...(idFile === undefined ? {} : { idFile: resolve(idFile) }),
  });
  return { exitCode: answer.wouldCount ? 0 : 1, json: { ...answer }, text: `${sentences(answer)}\n` };
};

async function lookUp(job: LookUpJob): Promise<StatusAnswer> {
  const entry = fileURLToPath(new URL('../vault/look-up-entry.ts', import.meta.url));
  const child = fork(entry, [], { serialization: 'advanced', stdio: ['inherit', 'ignore', 'ignore', 'ipc'] });
  const ended = once(child, 'exit');
  try {
    child.send(job);
    const [first]: unknown[] = await Promise.race([once(child, 'message'), ended]);
    const result = LookUpResult.parse(first);
    if (result.ok) return result.answer;
    const { code, message, detail } = result.failure;
    throw new Refusal(code, message, detail);
  } finally {
    if (child.connected) child.disconnect();
    await ended;
  }
}

const because: Readonly<Record<StatusReason, string>> = {
  counts: 'It would count.',
  objection: 'It would not count: an objection stands in the register.',
  notInExtract: 'It would not count: the extract has no usable event of it.',
  withoutConsent: 'It would not count: the release needs consent, and none is stated.',
  machineLike:
    'It would not count: it stands still and never sleeps, and the recipe leaves such devices out.',
  withoutCategory:
    'It would not count: its age or gender is not known, and the recipe leaves such people out.',
  outsideRelease: 'It would not count: it has no event in the period and the zones of the recipe.',
};

function sentences({ inRegister, inExtract, reason }: StatusAnswer): string {
  return [
    `In the objection register: ${inRegister ? 'yes' : 'no'}`,
    `In the extract: ${inExtract ? 'yes' : 'no'}`,
    because[reason],
  ].join('\n');
}
