import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Refusal } from '../../../shared/base/failure.ts';
import type { StatusAnswer } from '../../../shared/ipc/status.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import { loadExtract } from '../../../shared/workflow/load-extract.ts';
import { profileFiles } from '../../../shared/workflow/profile-files.ts';
import { statusLookUp } from '../../../shared/workflow/status-look-up.ts';
import { correctedMappings } from '../extract-arguments.ts';
import { LookUpJob, type LookUpResult } from './look-up-job.ts';
import { sourceReader } from '../../node/read-source.ts';
import { startEngine } from './start-engine.ts';

/** The only message is the job; the only answer ends the process. */
process.once('message', (raw) => void work(LookUpJob.parse(raw)));
process.once('disconnect', () => process.exit());

async function work(job: LookUpJob): Promise<void> {
  const result = await lookUp(job).then(
    (answer): LookUpResult => ({ ok: true, answer }),
    (error: unknown): LookUpResult => ({ ok: false, failure: failureOf(error) }),
  );
  process.send?.(result);
}

async function lookUp({ sources, paths, recipe, ...job }: LookUpJob): Promise<StatusAnswer> {
  const identifier = await identifierOf(job.idFile);
  const files = new Map(paths);
  const engine = await startEngine(job.choice, { paths: files });
  const reader = sourceReader(files);
  const { signal } = new AbortController();
  const profiles = await profileFiles(reader, sources, signal, { scan: engine.scan });
  const extract = await loadExtract({
    engine,
    reader,
    sources,
    mappings: correctedMappings(profiles, job.corrections),
    timeZone: recipe.timeZone,
    noRegisterReason: job.noRegisterReason,
    key: randomBytes(16).toString('hex'),
    signal,
    onProgress: () => undefined,
  });
  const counter = new Counter(extract, { take: (count) => randomBytes(count) });
  return statusLookUp({ extract, counter }, recipe, identifier);
}

async function identifierOf(file: string | undefined): Promise<string> {
  const written = file === undefined ? text(process.stdin) : readFile(file, 'utf8');
  const lines = (await written.catch(() => '')).split(/\r?\n/).filter((line) => line.trim() !== '');
  const [identifier, ...others] = lines;
  if (identifier !== undefined && others.length === 0) return identifier.replace(/^\uFEFF/, '').trim();
  throw new Refusal(
    'bad-identifier',
    'The identifier must stand alone on one line, in the file of --id-file or on standard input.',
  );
}

function failureOf(error: unknown): Extract<LookUpResult, { ok: false }>['failure'] {
  if (!(error instanceof Refusal))
    return {
      code: 'defect',
      message: 'Something went wrong while looking. Nothing was changed.',
      detail: {},
    };
  const { code, message, detail } = error.failure;
  return { code, message, detail: { ...detail } };
}
