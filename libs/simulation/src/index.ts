export { explain, judge, type Failure } from './simulate.js';
export { simulateInThread } from './simulating-thread.js';
export { planOf, type Plan } from './plan.js';
export { runSeeds, type Seeds, type SeedsRun } from './threads.js';
export { violationsIn } from './model/check.js';
export type { Evidence, Violation } from './model/evidence.js';
export { Workload } from './workload/workload.js';
export { runPlan, type RunOptions } from './world/run.js';
export type { ProcessPorts } from './world/simulated-process.js';
