import { prepareMachine } from './prepare.ts';
import { reportFailure } from './report-failure.ts';

await prepareMachine().catch(reportFailure);
