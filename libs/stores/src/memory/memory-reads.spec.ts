import { readLogContract } from '@safeconduct/engine/testing';
import { openMemoryReads } from './memory-reads.js';

readLogContract('memory', { open: () => Promise.resolve({ reads: openMemoryReads() }) });
