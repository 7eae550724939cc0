import { doubleContract } from './testing/double-contract.js';

doubleContract('25.1.0', { severalStreams: true, checks: false });
