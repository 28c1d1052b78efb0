import { useId } from 'react';
import type { ReactNode } from 'react';
import './ui.css';

export interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly card?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a page, with room for a figure at the right of the title. */
export function Section({ title, aside, card = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className={card ? 'section card' : 'section'} aria-labelledby={id}>
      <header className="section-head">
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <span className="section-aside">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
