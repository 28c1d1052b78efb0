import type { Failure } from '../../../shared/base/failure.ts';
import type { ExtractRisk, RiskPart } from '../../../shared/ipc/extract-risk.ts';

/** How far measuring the extract is. */
export interface RiskRun {
  /** The part that is under way; absent until the vault names one. */
  readonly part: RiskPart | undefined;
  /** Share of the whole measurement that is done, 0 to 1; absent while nothing is known. */
  readonly done: number | undefined;
  /** Seconds until it is done, estimated; absent while nothing is known. */
  readonly secondsLeft: number | undefined;
}

export type MeasuringRisk =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'running' } & RiskRun)
  | ({ readonly kind: 'cancelling' } & RiskRun);

/** A measurement and the zones and time zone it was made in. */
export interface RiskMeasured {
  readonly key: string;
  readonly report: ExtractRisk;
}

export interface ExtractRiskSlice {
  readonly measuringRisk: MeasuringRisk;
  /** The last measurement of the open extract, be it in other zones than the recipe's. */
  readonly extractRisk: RiskMeasured | undefined;
  /** Why it could not be measured; kept until it is tried again. */
  readonly extractRiskFailure: Failure | undefined;
  /** Measures the open extract in the zones of the recipe; runs when somebody asks for it. */
  readonly measureRisk: () => Promise<void>;
  readonly cancelRisk: () => void;
  /** Forgets what belonged to another extract. */
  readonly refreshRisk: () => void;
}
