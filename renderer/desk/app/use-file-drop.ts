import { useContext, useEffect, useState } from 'react';
import { guessKind } from '../state/guess-kind.ts';
import { DeskContext } from '../state/use-desk.ts';
import type { DeskStore } from '../state/store.ts';

const bundleName = /\.freigabe\.zip$/i;

async function take(store: DeskStore, dropped: readonly File[]): Promise<void> {
  const files = dropped.filter((file) => !bundleName.test(file.name));
  const bundle = dropped.find((file) => bundleName.test(file.name));
  if (bundle !== undefined && files.length === 0) return store.getState().refuseDroppedBundle(bundle.name);
  store.getState().go('extract');
  for (const file of files) {
    const { sources, dropFile } = store.getState();
    // oxlint-disable-next-line no-await-in-loop -- what a file is taken for depends on those before it
    await dropFile(file, guessKind(file.name, sources));
  }
}

/** Files dropped anywhere on the window join the extract. Says whether some are being dragged over it. */
export function useFileDrop(): boolean {
  const store = useContext(DeskContext);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setDragging(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (store !== undefined && files.length > 0) void take(store, files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [store]);
  return dragging;
}
