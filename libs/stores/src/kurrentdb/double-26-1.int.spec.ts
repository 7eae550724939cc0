import { doubleContract } from './testing/double-contract.js';

doubleContract('26.1.0', { severalStreams: true, checks: true });
