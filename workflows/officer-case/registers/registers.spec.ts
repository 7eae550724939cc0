import { describe, expect, it } from '@jest/globals';
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
    const { options } = field;
    expect(new Set(options).size).toBe(options.length);
    for (const { values } of [en, ar]) {
      expect(options.filter((code: string) => !Object.hasOwn(values, code))).toEqual([]);
    }
  });

  it('of few codes refuses another one by naming them and the nearest', () => {
    expect(issueOf('facilities', 'Qaim')).toBe('must be one of QAIM, RUTBA, BAGHDAD; did you mean QAIM?');
    expect(issueOf('crossingPoints', 'AL-QAIM')).toMatch(/did you mean AL_QAIM\?$/);
    expect(issueOf('authorities', 'the man himself')).not.toMatch(/man himself/);
  });

  it('of many codes refuses another one with the nearest alone, and with none for no text', () => {
    expect(issueOf('countries', 'om')).toBe('must be one of the 249 codes of its register; did you mean OM?');
    expect(issueOf('languages', 7)).toBe(`must be one of the ${languages.length} codes of its register`);
  });
});

describe('the register of countries', () => {
  it('has every code of ISO 3166-1 alpha-2 that the runtime knows by name, and no other', () => {
    const named = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(countries).toHaveLength(249);
    expect(countries.filter((code) => !/^[A-Z]{2}$/.test(code) || named.of(code) === undefined)).toEqual([]);
  });

  it('offers every country but the one of origin as a third country', () => {
    expect(countries.filter((code) => !thirdCountryField.options.includes(code))).toEqual([countryOfOrigin]);
    expect(issueOf('thirdCountries', 'SY')).toMatch(/^must be one of the 248 codes/);
  });
});
