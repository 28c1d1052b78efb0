import type { ReactNode } from 'react';

export interface AttackPartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of an open card under its heading. */
export function AttackPart({ title, children }: AttackPartProps) {
  return (
    <section className="attack-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
