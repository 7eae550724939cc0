import type { AuditEventFacets, ReadFacets } from '@safeconduct/contracts';
import type { AuditBars, FacetValue } from '@safeconduct/engine';
import type { Language } from '@safeconduct/workflow';
import { accessWords } from '../../texts/access-words.js';
import type { Served } from '../tokens.js';
import { nameOf } from './case-answers.js';

export const countAnswer = <Value extends string>({ value, count }: FacetValue<Value>) => ({ value, count });

/** Persons and how many lines each has, with their names. */
export const actorAnswer = (
  { directory }: Served['people'],
  values: readonly FacetValue[],
): AuditEventFacets['actor'] =>
  values.map(({ value, count }) => ({ value, count, name: nameOf(directory.person(value)) }));

export const barsAnswer = ({ unit, bars }: AuditBars, zone: string): AuditEventFacets['bars'] => ({
  ...{ unit, zone },
  items: bars.map(({ from, to, lines }) => ({ from, to, count: lines })),
});

type Words = 'operations' | 'purposes' | 'dataClasses';

/** What a name from the code is called; one without words stands for itself. */
export const titlesIn = (words: Words, name: string) => {
  const titleIn = (language: Language): string => {
    const known: Readonly<Record<string, string>> = accessWords[language][words];
    return Object.hasOwn(known, name) ? (known[name] ?? name) : name;
  };
  return { en: titleIn('en'), ar: titleIn('ar') };
};

export const titledCounts = (words: Words, values: readonly FacetValue[]): ReadFacets['operation'] =>
  values.map(({ value, count }) => ({ value, titles: titlesIn(words, value), count }));
