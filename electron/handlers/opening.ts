import { Refusal } from '../../shared/base/failure.ts';
import type { FileKind } from '../../shared/extract/source.ts';
import type { Opening } from '../../shared/ipc/contract.ts';
import type { InspectedBundle } from '../../shared/ipc/inspected-bundle.ts';
import type { ExtractFiles } from './ports/extract-files.ts';

/** What arguments or menu ask for, in paths. `unclear`: arguments that make no sense, with the first that does not. */
export type OpenRequest =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'demo' }
  | { readonly kind: 'lookUp' }
  /** Several files of one kind are read as if they were one. */
  | {
      readonly kind: 'extract';
      readonly files: readonly { readonly kind: FileKind; readonly path: string }[];
    }
  | { readonly kind: 'bundle'; readonly path: string }
  | { readonly kind: 'unclear'; readonly argument: string };

/** Turns paths into what the desk may hold. Never throws a `Refusal`: that becomes an opening of kind `failed`. */
export async function resolveOpening(
  request: OpenRequest,
  ports: {
    readonly extractFiles: ExtractFiles;
    readonly readBundle: (path: string) => Promise<InspectedBundle>;
  },
): Promise<Opening> {
  try {
    switch (request.kind) {
      case 'nothing':
      case 'demo':
      case 'lookUp':
        return request;
      case 'bundle':
        return { kind: 'bundle', bundle: await ports.readBundle(request.path) };
      case 'extract': {
        const { files } = request;
        const kinds = [...new Set(files.map(({ kind }) => kind))];
        const pathsOf = (kind: FileKind) =>
          files.filter((file) => file.kind === kind).map(({ path }) => path);
        const registered = kinds.map(async (kind) => ({
          kind,
          source: await ports.extractFiles.register(kind, pathsOf(kind)),
        }));
        return { kind: 'extract', files: await Promise.all(registered) };
      }
      case 'unclear':
        throw new Refusal(
          'argument-unclear',
          `The argument ${request.argument} is not understood. Start with --demo, --events FILE or a bundle.`,
          { argument: request.argument },
        );
    }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'failed', failure: error.failure };
    throw error;
  }
}
