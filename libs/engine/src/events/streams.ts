import { identityForm } from '@safeconduct/workflow';
import { uuidOf } from './ids.js';
import type { KeyedHashes } from '../ports/key-ring.js';

const casePrefix = 'case-';
const refusalsPrefix = 'refusals-';
const proposalsPrefix = 'proposals-';
/** Where the changes of the directory of people are recorded, all in one stream. */
export const peopleStream = 'people-directory';
/** Where it is recorded that keys are to be destroyed and that they are, of all cases in one stream. */
export const erasuresStream = 'erasures-of-cases';
/** Where the heads of the log of reads are noted. */
export const readHeadsStream = 'reads-heads';
/** Where emergency access is recorded, all of it in one stream. */
export const emergencyStream = 'emergency-access';
/** Where figures from outside are recorded, all of them in one stream. */
export const reportedFiguresStream = 'reported-figures';
/** What the names of all streams begin with. A store that others use too tells its own by them. */
export const streamPrefixes: readonly string[] = [
  ...[casePrefix, refusalsPrefix, proposalsPrefix],
  ...[peopleStream, erasuresStream, readHeadsStream, emergencyStream, reportedFiguresStream],
];

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The id of the case with a natural key. Derived with a keyed hash, so that the same key always leads to the
 * same stream, "no stream" makes duplicates impossible on every store, and the id tells nobody the key. Keys of one
 * identity form are one key.
 */
export const caseIdOf = (keys: KeyedHashes, workflow: string, naturalKey: string): string =>
  uuidOf(keys.keyedHash('case-id', JSON.stringify([workflow, identityForm(naturalKey)]), 'hex'));

export const isCaseId = (text: string): boolean => uuid.test(text);

export const caseStream = (caseId: string): string => casePrefix + caseId;

/** Where the commands that a case refused are recorded, so that they do not change its revision. */
export const refusalsStream = (caseId: string): string => refusalsPrefix + caseId;

/** Where the steps that wait for a second person are recorded, so that they do not change the revision of their case. */
export const proposalsStream = (caseId: string): string => proposalsPrefix + caseId;

/** The case a stream belongs to, when it is the stream of a case. */
export const caseOfStream = (stream: string): string | undefined =>
  stream.startsWith(casePrefix) ? stream.slice(casePrefix.length) : undefined;

/** The case whose refusals a stream holds, when it is such a stream. */
export const caseOfRefusals = (stream: string): string | undefined =>
  stream.startsWith(refusalsPrefix) ? stream.slice(refusalsPrefix.length) : undefined;

/** The case whose proposals a stream holds, when it is such a stream. */
export const caseOfProposals = (stream: string): string | undefined =>
  stream.startsWith(proposalsPrefix) ? stream.slice(proposalsPrefix.length) : undefined;

/** The case that a stream is about, whichever of its streams it is. */
export const caseOfAnyStream = (stream: string): string | undefined =>
  caseOfStream(stream) ?? caseOfRefusals(stream) ?? caseOfProposals(stream);
