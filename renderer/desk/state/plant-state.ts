import type { Failure } from '../../../shared/base/failure.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { Work } from './work.ts';

/** Invented people planted in a copy of the extract, to see whether attacks find them; gone when another recipe is shown. */
export interface PlantSlice {
  readonly planting: Work;
  /** What the attacks on persons came to, tried on the invented ones alone. */
  readonly planted: readonly AttackReport[] | undefined;
  /** Why it could not be tried; kept until it is tried again. */
  readonly plantFailure: Failure | undefined;
  readonly plantPeople: () => Promise<void>;
  readonly cancelPlant: () => void;
  /** Forgets what belonged to another recipe or extract. */
  readonly refreshPlant: () => void;
}
