import { ReleasedNumbers } from './ReleasedNumbers.tsx';
import { Gates } from './Gates.tsx';
import { SigningKey } from './SigningKey.tsx';
import { Terms } from './Terms.tsx';
import type { ReactNode } from 'react';
import './approve.css';

/** The review before signing: what it is for, what it shows, what speaks against it, and who signs. */
export function ApprovePage({
  pending,
  budget,
  trust,
}: {
  readonly pending: ReactNode;
  readonly trust: ReactNode;
  readonly budget: ReactNode;
}) {
  return (
    <div className="page approve-page">
      <div className="approve-column">
        <Terms />
        {trust}
        <SigningKey />
        {pending}
        {budget}
      </div>
      <div className="approve-column">
        <ReleasedNumbers />
        <Gates />
      </div>
    </div>
  );
}
