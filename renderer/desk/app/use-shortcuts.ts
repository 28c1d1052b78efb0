import { useEffect } from 'react';
import { changesRecipe } from '../state/reach.ts';
import { useDesk } from '../state/use-desk.ts';

const notText = new Set(['range', 'radio', 'checkbox']);

/** Text has an undo of its own; a slider, a check or a select has not. */
function isText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !notText.has(target.type);
}

function walksHistory(event: KeyboardEvent, key: string): boolean {
  return (event.ctrlKey || event.metaKey) && !isText(event.target) && (key === 'z' || key === 'y');
}

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y walk the history where the recipe can be changed; Escape lets go of what is selected. */
export function useShortcuts(): void {
  const undo = useDesk((state) => state.undo);
  const redo = useDesk((state) => state.redo);
  const undoable = useDesk((state) => changesRecipe(state.step));
  const clear = useDesk((state) => state.clear);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === 'Escape') return clear();
      const key = event.key.toLowerCase();
      if (!undoable || !walksHistory(event, key)) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [undo, redo, undoable, clear]);
}
