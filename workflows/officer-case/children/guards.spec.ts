import { days } from '@safeconduct/workflow';
import { describeGuards } from '../testing/describe-guards.js';
import * as guards from './guards.js';

describeGuards(guards, [
  [guards.treatedAsChild, 'entered.childTrack', 'holds'],
  [guards.treatedAsChild, 'entered.childTrack', 'NOT_TREATED_AS_CHILD', { later: -days(1) }],
  [guards.treatedAsChild, 'entered.intake', 'NOT_TREATED_AS_CHILD'],
]);
