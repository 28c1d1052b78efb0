import { Refusal } from '../../shared/base/failure.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { LastExport } from './last-export.ts';

export function bundleReveal(ports: {
  readonly lastExport: LastExport;
  readonly reveal: (path: string) => void;
}): Handler<'bundle.reveal'> {
  return () => {
    const path = ports.lastExport.get();
    if (path === undefined)
      return Promise.reject(new Refusal('nothing-exported', 'Nothing has been exported since the start.'));
    ports.reveal(path);
    return Promise.resolve({});
  };
}
