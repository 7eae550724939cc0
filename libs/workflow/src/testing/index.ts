export { luggage } from './luggage/index.js';
export { judgeChart, type Judged } from './judge-chart.js';
export { type JudgeOptions } from './judge-histories.js';
export { namedActor } from './named-actor.js';
export { scenarios, type Given, type Outcome, type Sent } from './scenario.js';
export { lookAlikesOf } from './look-alikes.js';
