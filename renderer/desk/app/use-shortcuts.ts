import { useEffect } from 'react';
import { useDesk } from '../state/use-desk.ts';

/** Text has an undo of its own; a slider or a select has not. */
function isText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'radio';
}

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y walk the history; Escape lets go of what is selected. */
export function useShortcuts(): void {
  const undo = useDesk((state) => state.undo);
  const redo = useDesk((state) => state.redo);
  const clear = useDesk((state) => state.clear);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === 'Escape') return clear();
      if (!(event.ctrlKey || event.metaKey) || isText(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [undo, redo, clear]);
}
