import { describe, expect, it } from '@jest/globals';
import { operations } from '@safeconduct/contracts';
import { languages, purposes } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { commandLineReader } from '../cli/reader.js';
import { accessWords } from './access-words.js';

/** The operations with these tags hand over nothing of a single case but what whoever asks has typed. */
const ofNoCase = [
  'drafts',
  'jobs',
  'operation',
  'people',
  'population',
  'reported figures',
  'saved lists',
  'sign-in',
  'verification',
  'workflows',
];
const entered = [
  ...Object.values(operations)
    .filter(({ tag }) => !ofNoCase.includes(tag))
    .map(({ id }) => id),
  commandLineReader.operation,
];
const classes = [...new Set(workflows.flatMap(({ access }) => access.classes))];

describe.each(languages)('what the report for the person says, in %s', (language) => {
  const say = accessWords[language];

  it.each([
    ['what was done', entered, say.operations],
    ['what for', purposes, say.purposes],
    ['which data', classes, say.dataClasses],
  ] as readonly (readonly [string, readonly string[], Readonly<Record<string, string>>])[])(
    'has words for all of: %s',
    (_what, codes, words) => {
      expect(codes.filter((code) => !Object.hasOwn(words, code))).toEqual([]);
      if (language === 'ar') expect(Object.values(words).join()).not.toMatch(/[A-Za-z]/);
    },
  );
});
