export { scenarios, type Given, type Outcome, type Sent } from './scenario.js';
