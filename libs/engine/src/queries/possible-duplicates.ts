import { compareText, type ComparedFields, type Workflow } from '@safeconduct/workflow';
import type { EventCodec } from '../events/codec.js';
import type { CaseFilter, ListedCase, ViewQueries, VisibleCases } from '../ports/view-queries.js';
import { nameMatch, type NameMatch } from '../search/name-match.js';
import {
  termsOfBirthDate,
  termsOfDocument,
  wordsSearched,
  type SearchedWord,
} from '../search/search-words.js';
import { caseFilter, type CaseFilterPorts } from './case-filter.js';
import { Candidates } from './rank-cases.js';
import type { Reader } from './reader.js';

/** The form of an opening command, as far as it is filled in. */
export interface DuplicatesRequest {
  readonly workflow: Workflow;
  readonly data: Readonly<Record<string, unknown>>;
  /** Only among these; said by the policy alone. */
  readonly visible?: VisibleCases | undefined;
}

/** How a field is that of a case. Of a day of birth it is `similar` that the year is the same: the views know no more. */
export interface FieldMatch {
  readonly field: string;
  readonly kind: NameMatch;
}

/** A case that may be of the same person. */
export interface PossibleDuplicate {
  readonly row: ListedCase;
  /** From `scoreMin` to 100. */
  readonly score: number;
  readonly matches: readonly FieldMatch[];
}

/** What each match counts. Of a name in two scripts the better one counts. */
const points = {
  reference: 100,
  documentNo: 60,
  name: { same: 50, transliteration: 45, similar: 25 },
  birthYear: 30,
} as const;

/** From here on a case is named: a whole name or a document alone, or a similar name with the year of birth. */
const scoreMin = 45;
const scoreMax = 100;
/** So many are named, the likeliest first. */
const duplicatesMax = 10;
const documentMin = 5;
/** Of so many words of a name, every two are looked for beside the year. */
const pairedMax = 4;

/**
 * The cases of the workflow that may be of the person whom a form is about, by the fields that it declares (`compared`)
 * and by its natural key. What is not filled in or no text is not compared.
 */
export async function possibleDuplicates(
  ask: ViewQueries,
  ports: CaseFilterPorts,
  { reader, workflow, data, visible }: DuplicatesRequest & { readonly reader: Reader },
): Promise<readonly PossibleDuplicate[]> {
  const form = formOf(workflow, data);
  const named =
    form.reference === undefined
      ? undefined
      : await caseFilter(ports, reader, { workflow: workflow.name, reference: form.reference.value });
  const among = { ask, visible, workflow: workflow.name };
  const byKey = named === undefined ? [] : await rowsOf(among, [named]);
  const { year, documentNo } = wordsOfForm(form, ports.codec);
  const byDocument = documentNo === undefined ? [] : await rowsOf(among, [{ words: [documentNo] }]);
  const byYear = await rowsOf(among, yearSearches(form, year, ports.codec));
  const byName = await rowsOf(among, nameSearches(form, ports.codec));
  const ofYear = year === undefined ? [] : await withYear(among, [...byKey, ...byDocument, ...byName], year);
  const isOf = (rows: readonly ListedCase[]) => new Set(rows.map(({ caseId }) => caseId));
  const known = { byKey: isOf(byKey), byDocument: isOf(byDocument), byYear: isOf([...byYear, ...ofYear]) };
  const rows = new Map([...byKey, ...byDocument, ...byYear, ...byName].map((row) => [row.caseId, row]));
  return [...rows.values()]
    .map((row) => comparedCase(form, row, known))
    .filter(({ score }) => score >= scoreMin)
    .sort((one, other) => other.score - one.score || compareText(one.row.reference, other.row.reference))
    .slice(0, duplicatesMax);
}

/** A field that is filled in. */
interface Given {
  readonly field: string;
  readonly value: string;
}

type ComparedForm = Partial<Record<keyof ComparedFields | 'reference', Given>>;

function formOf({ opening, source }: Workflow, data: DuplicatesRequest['data']): ComparedForm {
  const fields = { ...source.compared, reference: opening.opens };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = Object.hasOwn(data, field) ? data[field] : undefined;
      return typeof value === 'string' && value.trim() !== '' ? [[name, { field, value: value.trim() }]] : [];
    }),
  );
}

/** What was asked, to be entered in the log of reads. */
export const comparedText = (request: DuplicatesRequest): string =>
  Object.values(formOf(request.workflow, request.data))
    .map(({ value }) => value)
    .join('\n');

interface Among {
  readonly ask: ViewQueries;
  readonly visible: VisibleCases | undefined;
  readonly workflow: string;
}

async function rowsOf(
  { ask, visible, workflow }: Among,
  filters: readonly CaseFilter[],
): Promise<readonly ListedCase[]> {
  const found = new Candidates(ask, visible);
  for (const filter of filters) await found.add({ ...filter, workflow });
  return found.rows;
}

const wordOf = (term: string | undefined, { searchToken }: EventCodec): SearchedWord | undefined => {
  if (term === undefined) return undefined;
  const token = searchToken(term);
  // No reference begins with a hash: the term is looked for among personal ones alone.
  return { begins: token, tokens: [token] };
};

const wordsOfForm = ({ birthDate, documentNo }: ComparedForm, codec: EventCodec) => ({
  year: wordOf(birthDate && termsOfBirthDate(birthDate.value)[0], codec),
  documentNo: wordOf(documentNo && documentTerm(documentNo.value), codec),
});

/** A short number has the hash of a year of birth, and one without digits that of a name: these are not compared. */
const documentTerm = (value: string): string | undefined =>
  termsOfDocument(value).find((term) => term.length >= documentMin && /\d/.test(term));

const namesOf = ({ latin, arabic }: ComparedForm): readonly string[] =>
  [latin, arabic].flatMap((name) => name?.value ?? []);

/** Those that have every word of the name in one script. */
const nameSearches = (form: ComparedForm, { searchToken }: EventCodec): readonly CaseFilter[] =>
  namesOf(form)
    .map((name) => ({ words: wordsSearched(name, searchToken) }))
    .filter(({ words }) => words.length > 0);

/** Those that have two words of the name and the year of birth. */
function yearSearches(
  form: ComparedForm,
  year: SearchedWord | undefined,
  { searchToken }: EventCodec,
): readonly CaseFilter[] {
  if (year === undefined) return [];
  return namesOf(form).flatMap((name) => {
    const words = wordsSearched(name, searchToken).slice(0, pairedMax);
    return words.flatMap((one, at) => words.slice(at + 1).map((other) => ({ words: [one, other, year] })));
  });
}

/** Those of some cases that are found by the year. */
const withYear = async (among: Among, rows: readonly ListedCase[], year: SearchedWord) =>
  rows.length === 0 ? [] : rowsOf(among, [{ caseIds: rows.map(({ caseId }) => caseId), words: [year] }]);

interface KnownOf {
  readonly byKey: ReadonlySet<string>;
  readonly byDocument: ReadonlySet<string>;
  readonly byYear: ReadonlySet<string>;
}

function comparedCase(
  { reference, latin, arabic, birthDate, documentNo }: ComparedForm,
  row: ListedCase,
  { byKey, byDocument, byYear }: KnownOf,
): PossibleDuplicate {
  const { caseId, subject } = row;
  const matches: FieldMatch[] = [];
  let score = 0;
  const count = (given: Given | undefined, kind: NameMatch, value: number): void => {
    if (given === undefined) return;
    matches.push({ field: given.field, kind });
    score += value;
  };
  if (byKey.has(caseId)) count(reference, 'same', points.reference);
  if (byDocument.has(caseId)) count(documentNo, 'same', points.documentNo);
  const names = [
    { given: latin, match: latin && nameMatch(latin.value, subject?.latin ?? '') },
    { given: arabic, match: arabic && nameMatch(arabic.value, subject?.arabic ?? '') },
  ];
  for (const { given, match } of names) if (match !== undefined) count(given, match, 0);
  score += Math.max(0, ...names.flatMap(({ match }) => (match === undefined ? [] : points.name[match])));
  if (byYear.has(caseId)) count(birthDate, 'similar', points.birthYear);
  return { row, score: Math.min(score, scoreMax), matches };
}
