import { resolve } from 'node:path';
import type { Settings } from '../../shared/ipc/contract.ts';
import type { FileKind } from '../../shared/extract/source.ts';
import { bundleExtension } from '../../shared/bundle/names.ts';
import type { OpenRequest } from '../handlers/opening.ts';

export interface StartArguments {
  readonly request: OpenRequest;
  /** Settings for this run only. */
  readonly settings: Partial<Settings>;
}

const kinds: readonly FileKind[] = ['events', 'cells', 'persons', 'objections', 'zones'];
const languages: readonly Settings['language'][] = ['de', 'en'];
const themes: readonly Settings['theme'][] = ['light', 'dark', 'system'];

/**
 * Reads `--demo`, `--events F` and its companions, `--language`, `--theme` or the path of a bundle; `--name=value` works
 * as well. Switches of Chromium are none of its business. `directory` is what relative paths start from.
 */
export function parseArguments(args: readonly string[], directory: string): StartArguments {
  const options = new Map<string, string>();
  let demo = false;
  let bundle: string | undefined;
  for (let i = 0; i < args.length; i += 1) {
    const argument = args[i] ?? '';
    const [name = '', inline] = splitOption(argument);
    if (name === 'demo') demo = true;
    else if (takesValue(name)) options.set(name, inline ?? args[(i += 1)] ?? '');
    else if (!argument.startsWith('-') && argument.toLowerCase().endsWith(bundleExtension)) bundle = argument;
    else if (!argument.startsWith('-') && argument !== '')
      return { request: { kind: 'unclear', argument }, settings: settingsOf(options) };
  }
  return { request: requestOf({ options, demo, bundle, directory }), settings: settingsOf(options) };
}

interface Found {
  readonly options: ReadonlyMap<string, string>;
  readonly demo: boolean;
  readonly bundle: string | undefined;
  readonly directory: string;
}

function requestOf({ options, demo, bundle, directory }: Found): OpenRequest {
  if (bundle !== undefined) return { kind: 'bundle', path: resolve(directory, bundle) };
  const given = kinds.filter((kind) => options.has(kind));
  const empty = given.find((kind) => options.get(kind) === '');
  if (empty !== undefined) return { kind: 'unclear', argument: `--${empty}` };
  if (given.length === 0) return { kind: demo ? 'demo' : 'nothing' };
  if (!options.has('events')) return { kind: 'unclear', argument: `--${given[0] ?? ''}` };
  const files = given.map((kind) => ({ kind, path: resolve(directory, options.get(kind) ?? '') }));
  return { kind: 'extract', files };
}

function settingsOf(options: ReadonlyMap<string, string>): Partial<Settings> {
  const language = languages.find((each) => each === options.get('language'));
  const theme = themes.find((each) => each === options.get('theme'));
  return { ...(language && { language }), ...(theme && { theme }) };
}

function takesValue(name: string): boolean {
  return name === 'language' || name === 'theme' || kinds.some((kind) => kind === name);
}

function splitOption(argument: string): readonly [name?: string, value?: string] {
  if (!argument.startsWith('--')) return [];
  const at = argument.indexOf('=');
  return at < 0 ? [argument.slice(2)] : [argument.slice(2, at), argument.slice(at + 1)];
}
