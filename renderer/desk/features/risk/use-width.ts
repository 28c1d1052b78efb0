import { useEffect, useState } from 'react';

/** Width in pixels of an element that may grow and shrink; hand `measured` to it as its ref. */
export function useWidth(): {
  readonly width: number;
  readonly element: HTMLElement | null;
  readonly measured: (element: HTMLElement | null) => void;
} {
  const [element, measured] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return { width, element, measured };
}
