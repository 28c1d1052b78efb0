import { EngineName, engineAsked, engineFor } from '../../shared/policy/engine-choice.ts';

/**
 * The choice of an engine. A test may name one in `FREIGABE_TEST_ENGINE`; then it reads every file that is no demo, where the policy
 * does not forbid it. A packaged application does not look at the variable.
 */
export function chosenForTest(
  isPackaged: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): typeof engineFor {
  const asked = EngineName.safeParse(environment['FREIGABE_TEST_ENGINE']);
  if (isPackaged || !asked.success) return engineFor;
  return (question) =>
    question.sources.events?.kind === 'demo' || question.policy?.nativeEngine === false
      ? engineFor(question)
      : engineAsked(asked.data, question.policy);
}
