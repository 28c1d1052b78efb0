import { type RefObject, useEffect, useRef } from 'react';

/** Focuses the element once it is drawn, so that reading or typing begins there. */
export function useFirstFocus<T extends HTMLElement>(): RefObject<T | null> {
  const place = useRef<T>(null);
  useEffect(() => place.current?.focus(), []);
  return place;
}
