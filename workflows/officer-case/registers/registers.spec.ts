import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { authorityField } from './authorities.js';
import { countries, countryField, countryOfOrigin, thirdCountryField } from './countries.js';
import { crossingPointField } from './crossing-points.js';
import { facilityField } from './facilities.js';
import { languageField, languages } from './languages.js';
import ar from '../messages/ar.json' with { type: 'json' };
import en from '../messages/en.json' with { type: 'json' };

const registers = {
  facilities: facilityField,
  crossingPoints: crossingPointField,
  authorities: authorityField,
  countries: countryField,
  thirdCountries: thirdCountryField,
  languages: languageField,
};

const issueOf = (register: keyof typeof registers, typed: unknown) =>
  registers[register].safeParse(typed).error?.issues[0]?.message;

describe('a register', () => {
  it.each(Object.entries(registers))('of %s has a label in both languages for each code', (_name, field) => {
    const { options } = field.out;
    expect(new Set(options).size).toBe(options.length);
    for (const { values } of [en, ar]) {
      expect(options.filter((code: string) => !Object.hasOwn(values, code))).toEqual([]);
    }
  });

  it('of few codes refuses another one by naming them and the nearest', () => {
    expect(issueOf('facilities', 'Qiam')).toBe('must be one of QAIM, RUTBA, BAGHDAD; did you mean QAIM?');
    expect(issueOf('crossingPoints', 'AL-QAIM')).toMatch(/did you mean AL_QAIM\?$/);
    expect(issueOf('authorities', 'the man himself')).not.toMatch(/man himself/);
  });

  it('of many codes refuses another one with the nearest alone, and with none for no text', () => {
    const known = `must be one of the ${languages.length} codes of its register`;
    expect(issueOf('languages', 'krm')).toBe(`${known}; did you mean kmr?`);
    expect(issueOf('languages', 'Kurmanji')).toBe(known);
    expect(issueOf('languages', 7)).toBe(known);
  });
});

describe('a code', () => {
  it('is the same with spaces around it and in another letter case', () => {
    expect(facilityField.parse(' qaim ')).toBe('QAIM');
    expect(languageField.parse('KMR')).toBe('kmr');
  });

  it('is required where its field is, and listed in the schema of the form', () => {
    const form = z.strictObject({ facility: facilityField, other: facilityField.optional() });
    expect(form.safeParse({}).success).toBe(false);
    expect(z.toJSONSchema(form, { io: 'input' })).toMatchObject({
      required: ['facility'],
      properties: { facility: { enum: ['QAIM', 'RUTBA', 'BAGHDAD'] } },
    });
  });
});

describe('the register of countries', () => {
  it('has every code of ISO 3166-1 alpha-2 that the runtime knows by name, and no other', () => {
    const named = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(countries).toHaveLength(249);
    expect(countries.filter((code) => !/^[A-Z]{2}$/.test(code) || named.of(code) === undefined)).toEqual([]);
  });

  it('offers every country but the one of origin as a third country', () => {
    expect(countries.filter((code) => !thirdCountryField.out.options.includes(code))).toEqual([
      countryOfOrigin,
    ]);
    expect(issueOf('thirdCountries', 'SY')).toMatch(/^must be one of the 248 codes/);
  });
});
