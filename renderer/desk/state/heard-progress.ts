import { secondsLeft } from './seconds-left.ts';
import type { Progress } from '../../../shared/ipc/vault-contract.ts';
import type { WorkRun } from './work.ts';

/** Hears how far long work of the vault is. Progress comes many times a second: it is told when the difference can be seen. */
export function heardProgress(
  now: () => number,
  isOpen: () => boolean,
  tell: (run: WorkRun) => void,
): (progress: Progress) => void {
  let attack: WorkRun['attack'];
  let since = now();
  let told = '';
  return (progress) => {
    if (!isOpen() || 'bytes' in progress) return;
    const current = progress.stage === 'attacking' ? progress.attack : undefined;
    if (current !== attack) since = now();
    attack = current;
    const done = progress.total === 0 ? undefined : Math.min(1, progress.done / progress.total);
    const left = secondsLeft(now() - since, done);
    const line = `${attack} ${done === undefined ? '' : Math.floor(done * 200)} ${left}`;
    if (line === told) return;
    told = line;
    tell({ attack, done, secondsLeft: left });
  };
}
