import type { Failure } from '../../../shared/base/failure.ts';
import type { Desk, Reading } from './desk-state.ts';

/** Whether an extract is being read: what is added then would be listed as part of it without having been read. */
export const isReading = ({ kind }: Reading): boolean => kind === 'loading' || kind === 'cancelling';

/** What is said of files, by name, that are not added for that reason. */
export function whileReading(files: readonly { readonly name: string }[]): Failure {
  const names = files.map(({ name }) => name).join(', ');
  return {
    code: 'added-while-reading',
    message: `Not added, because the extract is being read: ${names}. Add it again once reading has ended, or cancel reading first.`,
    detail: { names },
  };
}

/** Keeps reading from beginning while somebody chooses a file, and until it is known. */
export async function whileChoosing<T>({ get, set }: Desk, choose: () => Promise<T>): Promise<T> {
  if (get().reading.kind === 'idle') set({ reading: { kind: 'choosing' } });
  try {
    return await choose();
  } finally {
    if (get().reading.kind === 'choosing') set({ reading: { kind: 'idle' } });
  }
}
