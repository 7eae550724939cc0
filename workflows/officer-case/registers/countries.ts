import { codeFrom, meaning } from '@safeconduct/workflow';

/** The country of origin of the persons of this workflow. A return is the only way to it. */
export const countryOfOrigin = 'SY';

/** The country where the persons of this workflow are, and whose courts are no foreign ones. */
export const hostCountry = 'IQ';

/**
 * The register of countries: every code of ISO 3166-1 alpha-2. Its labels stand with all other texts, so that what a
 * person reads does not depend on the data of a browser or of a release of Node.
 */
export const countries: readonly string[] = [
  ...codes('AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ'),
  ...codes('BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ'),
  ...codes('CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ'),
  ...codes('DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR'),
  ...codes('GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY'),
  ...codes('HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP'),
  ...codes('KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY'),
  ...codes('MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ'),
  ...codes('NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA'),
  ...codes('RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ'),
  ...codes('TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ'),
  ...codes('VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'),
];

export const countryField = meaning('country', codeFrom('country', countries));

/** A country to which a person may relocate: any but the country of origin. */
export const thirdCountryField = meaning(
  'country',
  codeFrom(
    'thirdCountry',
    countries.filter((country) => country !== countryOfOrigin),
  ),
);

function codes(row: string): readonly string[] {
  return row.split(' ');
}
