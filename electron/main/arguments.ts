import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Settings } from '../../shared/ipc/contract.ts';
import { FileKind } from '../../shared/extract/source.ts';
import { bundleExtension } from '../../shared/bundle/names.ts';
import type { OpenRequest } from '../handlers/opening.ts';

export interface StartArguments {
  readonly request: OpenRequest;
  /** Settings for this run only. */
  readonly settings: Partial<Settings>;
}

const kinds = FileKind.options;
const languages: readonly Settings['language'][] = ['de', 'en'];
const valued = [...kinds, 'language', 'theme'] as const;
const themes: readonly Settings['theme'][] = ['light', 'dark', 'system'];

/**
 * Reads `--demo`, `--events F` and its companions (given several times for several files), `--language`, `--theme` or the path of a
 * bundle; `--name=value` works
 * as well. Switches of Chromium are none of its business. `directory` is what relative paths start from.
 */
export function parseArguments(args: readonly string[], directory: string): StartArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: Object.fromEntries(valued.map((name) => [name, { type: 'string', multiple: true }])),
  });
  const options = new Map(
    valued.filter((name) => name in values).map((name) => [name, textsOf(values[name])] as const),
  );
  const given = positionals.filter((each) => each !== '');
  const strange = given.find((each) => !each.toLowerCase().endsWith(bundleExtension));
  const request: OpenRequest =
    strange === undefined
      ? requestOf({ options, demo: 'demo' in values, bundle: given.at(-1), directory })
      : { kind: 'unclear', argument: strange };
  return { request, settings: settingsOf(options) };
}

/** All values of an option; one without its value comes as `true`. */
function textsOf(values: unknown): readonly string[] {
  return [values].flat().map((value) => (typeof value === 'string' ? value : ''));
}

interface Found {
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly demo: boolean;
  readonly bundle: string | undefined;
  readonly directory: string;
}

function requestOf({ options, demo, bundle, directory }: Found): OpenRequest {
  if (bundle !== undefined) return { kind: 'bundle', path: resolve(directory, bundle) };
  const given = kinds.filter((kind) => options.has(kind));
  const empty = given.find((kind) => options.get(kind)?.includes(''));
  if (empty !== undefined) return { kind: 'unclear', argument: `--${empty}` };
  if (given.length === 0) return { kind: demo ? 'demo' : 'nothing' };
  if (!options.has('events')) return { kind: 'unclear', argument: `--${given[0] ?? ''}` };
  const files = given.flatMap((kind) =>
    (options.get(kind) ?? []).map((path) => ({ kind, path: resolve(directory, path) })),
  );
  return { kind: 'extract', files };
}

function settingsOf(options: Found['options']): Partial<Settings> {
  const language = languages.find((each) => each === options.get('language')?.at(-1));
  const theme = themes.find((each) => each === options.get('theme')?.at(-1));
  return { ...(language && { language }), ...(theme && { theme }) };
}
