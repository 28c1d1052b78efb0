import type { SealedForm } from '../../shared/ipc/seal-contract.ts';

/** Every sentence of this window. Functions take what fills them. */
export interface SealWords {
  readonly locale: string;
  readonly signHeading: string;
  readonly signIntro: string;
  readonly demoBanner: string;
  readonly digest: string;
  readonly digestHint: string;
  readonly release: string;
  readonly releaseId: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly recipient: string;
  readonly groups: string;
  /** What one table is called, and its groups by fate. */
  readonly products: Readonly<Record<SealedForm['tables'][number]['product'], string>>;
  readonly groupCounts: (published: string, suppressed: string) => string;
  readonly zones: string;
  readonly rule: string;
  readonly ruleInWords: (minimumPersons: string) => string;
  readonly noisyRuleInWords: (minimumPersons: string) => string;
  readonly guarantee: string;
  readonly classical: string;
  readonly classicalWithNoise: string;
  readonly differentialPrivacy: (epsilon: string, deltaExponent: string) => string;
  readonly literalRule: string;
  readonly policy: string;
  readonly policyDemo: (title: string) => string;
  readonly policySolo: (title: string) => string;
  readonly policyApprovals: (title: string, approvals: number) => string;
  readonly decision: string;
  readonly decisions: Readonly<Record<'prepared' | 'approved', string>>;
  readonly outcomes: (approvals: number) => Readonly<Record<'release' | 'prepared' | 'demo', string>>;
  readonly comment: string;
  readonly noComment: string;
  readonly time: string;
  readonly timeHint: string;
  readonly key: string;
  readonly demoKey: string;
  readonly passphrase: string;
  readonly passphraseHint: string;
  readonly sign: string;
  readonly signDemo: string;
  readonly cancel: string;
  readonly working: string;
  readonly createHeading: string;
  readonly createIntro: (label: string) => string;
  readonly createRules: readonly string[];
  readonly newPassphrase: string;
  readonly repeat: string;
  readonly different: string;
  readonly tooShort: string;
  readonly create: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly problem: string;
}
