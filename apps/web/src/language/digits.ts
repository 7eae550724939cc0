const eastern = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** The same text with the digits 0–9, whatever keyboard it was typed on: Arabic-Indic and Persian digits become Western ones. */
export const westernDigits = (text: string): string =>
  text.replace(eastern, (digit) => String(digit.charCodeAt(0) & 0xf));
