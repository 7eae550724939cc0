import { z } from 'zod';
import { InBothLanguages } from './commands.js';
import { Instant, PersonId, Position } from './scalars.js';

const nameLatin = z.string().nullable().meta({ description: 'In Latin letters.' });
const nameArabic = z.string().nullable().meta({ description: 'In Arabic letters.' });
const roles = z.array(z.string()).meta({ description: 'The names of the roles they hold now.' });
const unit = z.string().nullable().meta({ description: 'The unit they belong to, such as a camp.' });
const Day = z.iso.date();

export const Person = z
  .strictObject({
    id: PersonId,
    nameLatin,
    nameArabic,
    roles,
    unit,
    supervisor: PersonId.nullable(),
    deputy: PersonId.nullable().meta({ description: 'Who acts for them while they are absent.' }),
    absences: z.array(z.strictObject({ from: Day, until: Day })).meta({
      description: 'Days, both included, by their first day.',
    }),
    hasLeft: z.boolean().meta({ description: 'They left, and hold no role until they return.' }),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const PersonList = z.strictObject({ items: z.array(Person) }).meta({ id: 'PersonList' });
export type PersonList = z.infer<typeof PersonList>;

export const RoleList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        role: z.string(),
        titles: InBothLanguages,
        workflows: z.array(z.string()).meta({
          description: 'The workflows that have it; empty for a role of the directory itself.',
        }),
      }),
    ),
  })
  .meta({ id: 'RoleList' });
export type RoleList = z.infer<typeof RoleList>;

/** A form has a schema of its own; the server checks it. */
export const PersonChange = z
  .strictObject({
    data: z.record(z.string(), z.unknown()).default({}).meta({ description: 'The fields of the change.' }),
  })
  .meta({ id: 'PersonChange' });
export type PersonChange = z.infer<typeof PersonChange>;

export const PersonHistory = z
  .strictObject({
    items: z.array(
      z.strictObject({
        position: Position,
        recordedAt: Instant,
        person: PersonId,
        type: z.string().meta({ description: 'The type of the event, such as `RoleGiven`.' }),
        by: z.strictObject({ id: PersonId, role: z.string() }).meta({ description: 'Who made the change.' }),
        data: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .meta({ id: 'PersonHistory' });
export type PersonHistory = z.infer<typeof PersonHistory>;

export const Preferences = z
  .strictObject({
    language: z
      .enum(['en', 'ar'])
      .nullable()
      .meta({ description: 'Of texts. Screens ask for it with `Accept-Language`.' }),
    numerals: z
      .enum(['western', 'arabicIndic'])
      .nullable()
      .meta({ description: 'The digits of figures and dates on screens: 123 or ١٢٣.' }),
    calendar: z
      .enum(['gregorian', 'islamic'])
      .nullable()
      .meta({ description: 'Of dates on screens. What is recorded and sent is Gregorian.' }),
  })
  .meta({
    id: 'Preferences',
    description: 'How a person wants to be shown things. Null: as their device has it.',
  });
export type Preferences = z.infer<typeof Preferences>;

export const Session = z
  .strictObject({
    person: PersonId.nullable().meta({ description: 'Null for a program of the machine in nobody’s name.' }),
    nameLatin,
    nameArabic,
    roles,
    unit,
    means: z.enum(['operator', 'token', 'password', 'passkey', 'issuer']).meta({
      description:
        'How it was shown. `operator`: by the master key, on the machine of the server. `token`: by a token for a program. ' +
        '`issuer`: at another server, by OpenID Connect.',
    }),
    freshUntil: Instant.nullable().meta({
      description: 'Until when decisive steps can be taken without signing in again; null for a program.',
    }),
    scopes: z.array(z.string()).nullable().meta({
      description: 'What a program is restricted to; null: to nothing but the permissions of the person.',
    }),
    preferences: Preferences,
    purposes: z
      .array(
        z.strictObject({
          purpose: z.string().meta({ description: 'As `X-Purpose` takes it.' }),
          titles: InBothLanguages,
          isDefault: z.boolean().meta({ description: 'They read for it where a request names no purpose.' }),
          opensAccessReports: z.boolean().meta({
            description: 'For it they can read the access report of a case that they see.',
          }),
        }),
      )
      .meta({
        description:
          'What their roles let them read for: what they read for by default comes first. Empty for nobody in particular.',
      }),
    permissions: z.strictObject({
      commands: z
        .record(z.string(), z.array(z.string()))
        .meta({ description: 'By workflow: the commands that their roles may send.' }),
      confirms: z
        .record(z.string(), z.array(z.string()))
        .meta({ description: 'By workflow: the commands that they may confirm as the second person.' }),
      importsForOthers: z.boolean().meta({ description: 'May import decisions of other persons.' }),
      recordsFigures: z.array(z.string()).meta({
        description: 'The workflows about whose persons they may record what others stated.',
      }),
      verifiesLog: z.boolean().meta({ description: 'May have the log checked and see what was found.' }),
      keepsDirectory: z.boolean().meta({ description: 'May change the directory of people.' }),
      reviewsEmergency: z.boolean().meta({
        description: 'Reviews emergency access that others took; it waits among the exceptions.',
      }),
      emergency: z
        .array(
          z.strictObject({
            workflow: z.string(),
            classes: z.array(z.strictObject({ dataClass: z.string(), titles: InBothLanguages })),
          }),
        )
        .meta({
          description: 'The workflows of which they can take emergency access to a case, and to which data.',
        }),
    }),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;
