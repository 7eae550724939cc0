import type { Subject } from '@safeconduct/workflow';
import type { CaseEvent } from '../events/case-event.js';
import { defineTable, type RowOf } from '../ports/view-store.js';
import { isStandIn } from '../sealing/personal-values.js';
import { wordsOfReference } from '../search/search-words.js';
import type { TermTokens } from '../search/term-tokens.js';
import { dataInViews } from './data-in-views.js';
import type { Rows } from './projection.js';

/** One row for each word a case is found by: a word of its reference in the clear, or the keyed hash of a personal term. */
export const caseWords = defineTable({
  name: 'case_word',
  columns: { word: 'text', reference: 'text', case_id: 'case' },
  // By reference, as the list is, so that the first cases a word finds are those of a page.
  key: ['word', 'reference', 'case_id'],
  indexes: [],
});

/** The keyed hashes of what a case is found by, each with a space before it, so that those that change can be removed. */
export const caseSearch = defineTable({
  name: 'case_search',
  columns: { case_id: 'case', names: 'text', birth_year: 'text', documents: 'text' },
  key: ['case_id'],
  indexes: [],
});

type SearchRow = RowOf<typeof caseSearch>;

/** Whether an event may change by what its case is found: it names the person, or they are erased with it. */
export const isSearchedBy = ({ workflow: { source }, recorded: { type }, envelope }: CaseEvent): boolean =>
  source.subject[type] !== undefined || source.identifiers?.[type] !== undefined || envelope.erases === true;

/** The words of a reference as a row of the list has them. */
export const referenceWords = (reference: string): string => listText(wordsOfReference(reference));

interface ListedWords {
  readonly case_id: string;
  readonly reference: string;
  readonly words: string;
}

/** Keeps the words of the reference, in place of those of before. */
export function replaceReferenceWords(
  rows: Rows,
  before: ListedWords | undefined,
  { case_id, reference, words }: ListedWords,
): void {
  replaceWords(rows, { case_id, reference }, [textsOf(before?.words), textsOf(words)]);
}

/** Keeps the terms that an event tells, in place of those that it makes untrue. */
export function replaceTerms(
  event: CaseEvent,
  rows: Rows,
  { reference, tokens }: { readonly reference: string; readonly tokens: TermTokens },
): void {
  const { caseId } = event;
  const before = rows.get(caseSearch, [caseId]);
  // The events of a case may be taken from the beginning again. Then nothing that was known of it counts.
  const known = event.recorded.revision === 0n ? undefined : before;
  const after = searchRow(event, known, tokens);
  if (sameTerms(before, after)) return;
  replaceWords(rows, { case_id: caseId, reference }, [tokensOf(before), tokensOf(after)]);
  rows.put(caseSearch, after);
}

function searchRow(event: CaseEvent, known: SearchRow | undefined, tokens: TermTokens): SearchRow {
  const { workflow, caseId, recorded, envelope } = event;
  // A person who was erased is found by the reference alone.
  if (envelope.erases === true) return { case_id: caseId, names: '', birth_year: '', documents: '' };
  const data = dataInViews(event);
  const subject = workflow.subject(recorded.type, data);
  const { birthDate, documentNo } = workflow.identifiers(recorded.type, data) ?? {};
  const { names = '', birth_year = '', documents = '' } = known ?? {};
  return {
    case_id: caseId,
    names: subject === undefined ? names : namesText(subject, tokens),
    birth_year: birthDate === undefined ? birth_year : listText(ofValue(birthDate, tokens.ofBirthDate)),
    documents:
      documentNo === undefined
        ? documents
        : listText([...textsOf(documents), ...ofValue(documentNo, tokens.ofDocument)].slice(-documentsMax)),
  };
}

const namesText = ({ latin, arabic }: Subject, tokens: TermTokens): string =>
  listText([...ofValue(latin, tokens.ofName), ...ofValue(arabic, tokens.ofName)]);

/** A case is found by so many of its documents, the last ones. */
const documentsMax = 50;

/** A value that cannot be read is found by nothing. */
const ofValue = (value: unknown, tokens: (text: string) => readonly string[]): readonly string[] =>
  typeof value !== 'string' || isStandIn(value) ? [] : tokens(value);

function replaceWords(
  rows: Rows,
  { case_id, reference }: { readonly case_id: string; readonly reference: string },
  [known, wanted]: readonly [readonly string[], readonly string[]],
): void {
  for (const word of known) if (!wanted.includes(word)) rows.remove(caseWords, [word, reference, case_id]);
  for (const word of wanted) if (!known.includes(word)) rows.put(caseWords, { word, reference, case_id });
}

const sameTerms = (before: SearchRow | undefined, after: SearchRow): boolean =>
  before !== undefined &&
  before.names === after.names &&
  before.birth_year === after.birth_year &&
  before.documents === after.documents;

const tokensOf = (row: SearchRow | undefined): readonly string[] =>
  row === undefined
    ? []
    : [...new Set([...textsOf(row.names), ...textsOf(row.birth_year), ...textsOf(row.documents)])];

const listText = (texts: readonly string[]): string =>
  texts.length === 0 ? '' : ` ${[...new Set(texts)].join(' ')}`;
const textsOf = (list: string | undefined): readonly string[] => (list ?? '').split(' ').slice(1);
