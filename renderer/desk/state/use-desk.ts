import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { DeskState } from './desk-state.ts';
import type { DeskStore } from './store.ts';

export const DeskContext = createContext<DeskStore | undefined>(undefined);

/** Reads one thing of the desk's state and follows it. */
export function useDesk<T>(read: (state: DeskState) => T): T {
  const store = useContext(DeskContext);
  if (store === undefined) throw new Error('useDesk outside of the desk');
  return useStore(store, read);
}
