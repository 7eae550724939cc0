import { doubleContract } from './testing/double-contract.js';

doubleContract('23.10.8', { severalStreams: false, checks: false });
