import type { SealWords } from './seal-words.ts';

const roles = {
  preparer: 'preparer',
  'privacy-officer': 'privacy officer',
  'second-signer': 'second signer',
} as const;

function known(role: string): string {
  return role === 'preparer' || role === 'privacy-officer' || role === 'second-signer' ? roles[role] : role;
}

export const english: SealWords = {
  locale: 'en-GB',
  signHeading: 'Sign this release',
  signIntro: 'What stands here comes from the sealed file itself. Sign only what you mean.',
  decideHeadings: {
    approved: 'Approve this release',
    rejected: 'Reject this release',
    withdrawn: 'Withdraw this release',
  },
  decideIntro:
    'What stands here comes from the bundle as it lies on disk, verified again just now. Sign only what you mean.',
  demoBanner: 'DEMO: the key is public. This signature proves nothing.',
  digest: 'Release digest',
  digestHint: 'SHA-256. Your signature covers this number and nothing else.',
  release: 'Release',
  releaseId: 'Release number',
  organisation: 'Organisation',
  purpose: 'Purpose',
  recipient: 'Recipient',
  meantFor: 'Meant for',
  profiles: { buyer: 'a buyer', research: 'a research partner', public: 'the public' },
  assessment: 'Impact assessment',
  reviewBy: 'To be reviewed by',
  before: 'Signed before',
  roles,
  decidedAs: (person, decision, role) =>
    `${person} ${decision === 'prepare' ? 'prepared it' : 'approved it'} (${known(role)})`,
  groups: 'Groups',
  products: {
    footfall: 'Footfall',
    dwell: 'Dwell',
    frequency: 'Frequency',
    flows: 'Flows',
    catchment: 'Catchment',
  },
  groupCounts: (published, suppressed) => `${published} published, ${suppressed} hidden`,
  zones: 'Zones',
  rule: 'Rule',
  ruleInWords: (minimumPersons) =>
    `Published only from ${minimumPersons} distinct persons on, counted before noise, rounding and extrapolation.`,
  noisyRuleInWords: (minimumPersons) =>
    `Published only where the noisy count of distinct persons is at least ${minimumPersons}.`,
  guarantee: 'Guarantee',
  classical: 'Classical: exact counts and a minimum; what is hidden stays hidden.',
  classicalWithNoise:
    'Classical: a minimum, and cell-key noise. This is not differential privacy; what is hidden stays hidden.',
  differentialPrivacy: (epsilon, delta) =>
    `Differential privacy: epsilon ${epsilon}, delta ${delta}, per person for the whole release.`,
  literalRule: 'Rule, literally',
  policy: 'Policy',
  policyDemo: (title) => `${title}: no approvals; the bundle is marked DEMO everywhere.`,
  policySolo: (title) =>
    `${title}: one approval, which the preparer may give. Every reader is shown that one person did both.`,
  policyApprovals: (title, approvals) =>
    approvals === 1
      ? `${title}: one approval by a person other than the preparer.`
      : `${title}: ${approvals} approvals by persons other than the preparer.`,
  decision: 'You sign',
  decisions: {
    prepared: 'that you prepared it',
    approved: 'that you approve it',
    rejected: 'that you reject it',
    withdrawn: 'that it no longer holds',
  },
  role: 'In the role of',
  confirmed: 'You confirm',
  confirmations: {
    'digest-compared': 'to have compared the digest with the one you were told another way',
    'evidence-read': 'to have read the evidence',
    'tables-looked-at': 'to have looked at the tables',
    'changes-looked-at': 'to have looked at what changed since the last release',
  },
  outcomes: (missing) => ({
    release: 'After this the bundle is a release.',
    prepared:
      missing === 1
        ? 'After this the bundle is prepared. It becomes a release once one other person has approved it.'
        : `After this the bundle is prepared. It becomes a release once ${missing} other persons have approved it.`,
    demo: 'After this the bundle is a demo and never a release.',
    rejected: 'The bundle stays as it is. Your rejection is kept on this workstation.',
    withdrawn:
      'The bundle stays as it is and cannot say that it was withdrawn. The ledger of this workstation does, and a notice for recipients is written.',
  }),
  reason: 'Reason',
  elsewhere: 'Nothing is signed here: the statement is written to a file, for the key that is elsewhere.',
  elsewhereKey: 'is elsewhere:',
  writeStatement: 'Write the statement…',
  approve: 'Approve and sign',
  reject: 'Reject and sign',
  withdraw: 'Withdraw and sign',
  comment: 'Comment',
  noComment: 'none',
  time: 'Time',
  timeHint: 'by the clock of this machine',
  key: 'Key',
  demoKey: 'the public demo key',
  passphrase: 'Passphrase of this key',
  passphraseHint: 'It is used once, in a process of its own, and kept nowhere.',
  sign: 'Sign',
  signDemo: 'Sign as demo',
  cancel: 'Cancel',
  working: 'Unlocking the key and signing…',
  createHeading: 'Create a signing key',
  createIntro: (label) => `The key will be called “${label}”. You choose where its file is kept next.`,
  createRules: [
    'At least 14 characters, or at least five words.',
    'Nobody can recover it. Without it the key is lost.',
    'It is asked for at every signature and kept nowhere.',
  ],
  newPassphrase: 'New passphrase',
  repeat: 'The same passphrase again',
  different: 'The two passphrases differ.',
  tooShort: 'Use at least 14 characters or five words.',
  create: 'Create key',
  problems: {
    'wrong-passphrase':
      'The key did not open: the passphrase is wrong, or the key file was changed. Try again.',
    'weak-passphrase': 'The passphrase is too short: use at least 14 characters or five words.',
    'not-a-key-file': 'This file is not a key file of Freigabe. Cancel and choose another.',
  },
  problem: 'That did not work:',
};
