import type { ReactNode } from 'react';
import { useFirstFocus } from './use-first-focus.ts';

interface ReadingProps {
  readonly heading: string;
  readonly children: ReactNode;
}

/** The part that is read and may scroll; reading begins at its heading, and arrow keys scroll it. */
export function Reading({ heading, children }: ReadingProps) {
  const start = useFirstFocus<HTMLHeadingElement>();
  return (
    // A part that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="reading" aria-labelledby="heading" tabIndex={0}>
      <h1 id="heading" tabIndex={-1} ref={start}>
        {heading}
      </h1>
      {children}
    </section>
  );
}
