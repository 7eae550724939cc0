import { languages, type Language } from '@safeconduct/workflow';

/**
 * The language the caller reads best of those the product speaks (RFC 9110, section 12.5.4); English
 * otherwise.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'en';
  let best: { language: Language; quality: number } = { language: 'en', quality: 0 };
  for (const part of acceptLanguage.split(',', partsMax)) {
    const [range = '', ...parameters] = part.split(';');
    const language = languages.find((one) => one === range.trim().toLowerCase().split('-')[0]);
    const quality = Number(
      parameters
        .find((text) => text.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    if (language !== undefined && quality > best.quality) best = { language, quality };
  }
  return best.language;
}

const partsMax = 32;
