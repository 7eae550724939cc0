import { z } from 'zod';

/**
 * Characters that can disguise a text: NUL and other controls, direction overrides, halves of surrogate
 * pairs.
 */
const hidden = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;
const notHidden = 'must not contain control or text-direction characters';
// At most fifteen digits: every JSON reader keeps them exact, and every store can count so far.
const wholeNumber = /^(?:0|[1-9]\d{0,14})$/;
const searchCharactersMax = 200;
const pageDefault = 50;
const pageMax = 500;

/** Index of an event in its case, from 0. Text, because JSON numbers lose large ones. */
export const Revision = z
  .string()
  .regex(wholeNumber, 'must be a whole number from 0, as text')
  .meta({
    id: 'Revision',
    description: 'Index of an event in its case, from 0. Text, because JSON numbers lose large ones.',
    examples: ['7'],
  });

/** Order over all events of the log. Text, because JSON numbers lose large ones. */
export const Position = z
  .string()
  .regex(wholeNumber, 'must be a whole number from 0, as text')
  .meta({
    id: 'Position',
    description: 'Position of an event in the log, over all cases. Only its order has a meaning.',
    examples: ['37494'],
  });

/** A time as the server writes it: UTC with milliseconds. */
export const Instant = z.string().meta({
  id: 'Instant',
  description: 'ISO 8601, UTC, with milliseconds.',
  format: 'date-time',
  examples: ['2024-12-07T03:13:39.000Z'],
});

const hasZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A time as a client writes it, in any zone. In a query a bare `+` arrives as a space; it is read as `+`. */
export const GivenInstant = z
  .string()
  .overwrite(signOfZone)
  .refine(isInstant, {
    message: 'must be an ISO 8601 time with its zone, such as 2025-01-31T00:00:00+03:00',
  })
  .meta({
    id: 'GivenInstant',
    description: 'ISO 8601 with a zone. A time without one is refused, never guessed at.',
    format: 'date-time',
    examples: ['2025-01-31T00:00:00+03:00'],
  });

function signOfZone(text: string): string {
  return text.replace(/ (?=\d{2}:\d{2}$)/, '+');
}

function isInstant(text: string): boolean {
  return hasZone.test(text) && isRealTime(text);
}

/** A state, or `none`, and a moment at which cases were there: `camped@2025-01-31T00:00:00+03:00`. */
export const EarlierState = z
  .string()
  .overwrite(signOfZone)
  .refine(
    (text) => {
      const { state, at } = earlierIn(text);
      return (state === null || StatePath.safeParse(state).success) && isInstant(at);
    },
    { message: 'must be a state and a time with its zone, such as camped@2025-01-31T00:00:00+03:00' },
  )
  .transform(earlierIn);

function earlierIn(text: string): { readonly state: string | null; readonly at: string } {
  const [state = '', at = ''] = text.split('@', 2);
  return { state: state === 'none' ? null : state, at };
}

const moved = /^([^:@]+):([^:@]+)@(.+)$/;

/** Two innermost states and a moment, after which cases went from the one to the other: `camped.settled:camped.counselling@2025-01-31T00:00:00+03:00`. */
export const MovedStates = z
  .string()
  .overwrite(signOfZone)
  .refine(
    (text) => {
      const { from, to, after } = movedIn(text);
      return [from, to].every((state) => StatePath.safeParse(state).success) && isInstant(after);
    },
    {
      message:
        'must be two states and a time with its zone, such as camped.settled:camped.counselling@2025-01-31T00:00:00+03:00',
    },
  )
  .transform(movedIn);

function movedIn(text: string): { readonly from: string; readonly to: string; readonly after: string } {
  const [, from = '', to = '', after = ''] = moved.exec(text) ?? [];
  return { from, to, after };
}

const days = /^(\d{1,5})-(\d{1,5})?$/;

/** For how many days something has lasted, such as `7-30`: seven or more, and less than thirty. `90-`: ninety or more. */
export const DaysInState = z
  .string()
  .regex(days, 'must be numbers of days, such as 7-30 or 90-')
  .transform((text) => {
    const [, least = '', below] = days.exec(text) ?? [];
    return { least: Number(least), below: below === undefined ? undefined : Number(below) };
  })
  .refine(({ least, below }) => below === undefined || least < below, {
    message: 'must have the smaller number first',
  });

/** `overdue`, `soon`, or a moment. One plain text, which every generator can put into an address. */
export const DueBefore = z
  .string()
  .overwrite(signOfZone)
  .refine((text) => text === 'overdue' || text === 'soon' || isInstant(text), {
    message: 'must be `overdue`, `soon` or an ISO 8601 time with its zone, such as 2025-01-31T00:00:00+03:00',
  })
  .meta({ examples: ['overdue', 'soon', '2025-01-31T00:00:00+03:00'] });

/** Date alone rolls the 31st of February over into March, so the day is read back. */
function isRealTime(text: string): boolean {
  const day = new Date(`${text.slice(0, 10)}T00:00:00.000Z`);
  const sameDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
  return sameDay && !Number.isNaN(Date.parse(text));
}

/** A calendar day. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, such as 2025-01-31')
  .refine((text) => isRealTime(`${text}T00:00:00Z`), 'must be a day that exists')
  .meta({ id: 'Day', format: 'date', examples: ['2025-01-31'] });

/** A calendar day, or a time with its zone. One plain text, which every generator can put into an address. */
export const DayOrInstant = z
  .string()
  .refine((text) => isInstant(text) || Day.safeParse(text).success, {
    message: 'must be a day, such as 2025-01-31, or an ISO 8601 time with its zone',
  })
  .meta({
    id: 'DayOrInstant',
    description: 'A day, as days are counted in the zone of the workflow; or ISO 8601 with a zone.',
    examples: ['2025-01-31', '2025-01-31T00:00:00+03:00'],
  });

const breaks = /[\n\r\t]/g;

/** A typed text on one line: trimmed, not empty, without characters that disguise it. */
export const PlainLine = (charactersMax: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(charactersMax)
    .refine((text) => !hidden.test(text), notHidden);

/** The same on several lines. */
export const PlainText = (charactersMax: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(charactersMax)
    .refine((text) => !hidden.test(text.replaceAll(breaks, ' ')), notHidden);

/** Which of the two clocks. */
export const Clock = z.enum(['occurred', 'recorded']).meta({
  id: 'Clock',
  description: '`occurred`: when it happened, as it was said. `recorded`: when the system learned it.',
});

/** Id of a case: a UUID derived from workflow and natural key. */
export const CaseId = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be the id of a case')
  .meta({ id: 'CaseId', format: 'uuid', examples: ['a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10'] });

/** A name that a workflow declares: of a command, an event, a role, a facility, an outcome. */
export const Name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'must be 1 to 64 letters, digits, hyphens or underscores')
  .meta({ id: 'Name', examples: ['ClearReturn'] });

/** Several values in one plain text, separated by commas, which every generator can put into an address. */
export const listOf = <Item extends z.ZodType<unknown, string>>(item: Item, most: number) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item).max(most));

/** A state as a dotted path. */
export const StatePath = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_-]{0,63}(?:\.[A-Za-z][A-Za-z0-9_-]{0,63}){0,7}$/,
    'must be a state, such as camped.returning',
  )
  .meta({ id: 'StatePath', examples: ['camped.returning'] });

/** An id that is kept with the events for ever: an actor, a command id, a purpose. Never personal. */
export const Id = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/,
    'must be 1 to 128 letters, digits, dots, colons, underscores or hyphens',
  )
  .meta({ id: 'Id', examples: ['co-01'] });

/** The id of a person who works with cases, in the form in which ids are compared. */
export const PersonId = Id.toLowerCase().meta({ id: 'PersonId', examples: ['co-01'] });

/** A person or a code that is asked for, in whatever form it was typed. */
const asked = z
  .string()
  .min(1)
  .max(searchCharactersMax)
  .refine((text) => !hidden.test(text), notHidden);

/** The id of a person to look for. */
export const AskedPerson = asked.meta({
  id: 'AskedPerson',
  description: 'The id of a person. Capitals, dashes and digits of other scripts make no difference.',
  examples: ['co-01'],
});

/** The officer of cases to look for. */
export const AskedAssignee = asked.meta({
  id: 'AskedAssignee',
  description: 'The id of a person; `me`: of who asks; `none`: cases that are assigned to nobody.',
  examples: ['me', 'none', 'co-01'],
});

/** A facility or an outcome to look for. */
export const AskedCode = asked.meta({
  id: 'AskedCode',
  description: 'A code that a workflow records, exactly.',
  examples: ['QAIM'],
});

const askedTag = '[A-Za-z][A-Za-z0-9_-]{0,63}:[A-Za-z][A-Za-z0-9_-]{0,63}';

/** Tags to narrow by. One plain text, which every generator can put into an address; read as codes by tag. */
export const AskedTags = z
  .string()
  .regex(
    new RegExp(`^${askedTag}(?:,${askedTag}){0,31}$`),
    'must be tags with their codes, such as intention:refuse,service:officer',
  )
  .transform((text) => {
    const codes: Record<string, string[]> = {};
    for (const [tag = '', code = ''] of text.split(',').map((one) => one.split(':')))
      (codes[tag] ??= []).push(code);
    return codes;
  })
  .meta({
    description:
      'Only with these tags, separated by commas. Of one tag that is named several times, one of the codes.',
    examples: ['intention:refuse,service:officer'],
  });

/** A time zone in which days are counted. */
export const Zone = z
  .string()
  .max(64)
  .refine(isZone, 'must be a time zone, such as Asia/Baghdad or UTC')
  .meta({ id: 'Zone', description: 'A time zone of the IANA database.', examples: ['Asia/Baghdad'] });

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const searched = z
  .string()
  .min(1)
  .max(searchCharactersMax)
  .refine((text) => !hidden.test(text), notHidden);

/** Words of references to search for. */
export const ReferenceText = searched.meta({
  id: 'ReferenceText',
  description:
    'Words of a reference, from their beginning. No name or other personal value: what is in an address is kept by ' +
    'browsers and proxies. To search by these, use `POST /api/v1/case-search`.',
  examples: ['QAIM-2024-00004'],
});

/** A text to search for, in any script. */
export const SearchText = searched.meta({
  id: 'SearchText',
  description:
    'Words, all of which a case must be found by: beginnings of words of its reference; names in Latin or Arabic script, ' +
    'from their first three letters on; a year of birth; the whole number of a document.',
  examples: ['QAIM-2024-00004', 'ابراهيم', 'Mohammed 1985'],
});

/** The natural key of a case. */
export const Reference = z
  .string()
  .min(1)
  .max(searchCharactersMax)
  .refine((text) => !hidden.test(text), notHidden)
  .meta({ id: 'Reference', description: 'The natural key, exactly.', examples: ['QAIM-2024-00004'] });

/** How many items a page has. */
export const Limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(pageMax)
  .default(pageDefault)
  .meta({
    description: `How many items at the most: 1 to ${pageMax}.`,
    examples: [pageDefault],
  });

/** Where a page begins: the `next` of the page before. Opaque. */
export const Cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,4096}$/, 'must be the `next` of an earlier page')
  .meta({
    id: 'Cursor',
    description: 'The `next` of the page before. Opaque; it stays valid while cases change.',
  });

const seen = z.union([z.string(), z.number(), z.boolean(), z.null()]);
// Typed, because `readonly()` would say `readOnly` in the document.
const seenList: z.ZodType<readonly string[]> = z.array(z.string());
/** The values a guard looked at, as they were recorded. */
export const GuardInputs = z.record(z.string(), z.union([seen, seenList])).meta({
  description:
    'The values the rule looked at, as data: instants in UTC, codes. `inputs` of the workflow says what each is.',
});
