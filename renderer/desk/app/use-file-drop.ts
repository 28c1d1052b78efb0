import { useContext, useEffect, useState } from 'react';
import { takeDropped } from '../state/take-dropped.ts';
import { DeskContext } from '../state/use-desk.ts';

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
      if (store !== undefined && files.length > 0) void takeDropped(store.getState, files);
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
