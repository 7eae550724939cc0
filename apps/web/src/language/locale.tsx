import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { askIn } from '../api/client.js';
import { formatOf, localeOf, type Format, type Language, type Manner } from './format.js';
import { say, type Message, type Values } from './message.js';
import type { TextKey } from './texts/en.js';

type Texts = Readonly<Record<TextKey, Message>>;

const firstTexts = {
  en: async () => (await import('./texts/en.js')).en,
  ar: async () => (await import('./texts/ar.js')).ar,
};
const laterTexts = {
  en: async () => (await import('./texts/later.en.js')).laterEn,
  ar: async () => (await import('./texts/later.ar.js')).laterAr,
};

/** What is loaded of each language. A screen finds the later texts there once they have come. */
const loadedTexts = new Map<Language, Partial<Texts>>();
let needsLater = false;

/** Only the language that is shown is loaded, and the later texts only once a screen needs them. */
export async function loadTexts(language: Language): Promise<Texts> {
  const texts = loadedTexts.get(language) ?? {};
  loadedTexts.set(language, texts);
  const parts = [firstTexts[language](), ...(needsLater ? [laterTexts[language]()] : [])];
  return Object.assign(texts, ...(await Promise.all(parts))) as Texts;
}

/** A screen that says something of the later texts: it is there when they are. */
export async function withLaterTexts<Screen>(load: () => Promise<Screen>): Promise<Screen> {
  needsLater = true;
  const [screen] = await Promise.all([load(), ...[...loadedTexts.keys()].map(loadTexts)]);
  return screen;
}

export interface Locale {
  readonly manner: Manner;
  readonly direction: 'ltr' | 'rtl';
  readonly t: (key: TextKey, values?: Values) => string;
  readonly format: Format;
  /** The one of two texts that is of the language shown. */
  readonly pick: (texts: InBoth) => string;
}

export interface InBoth {
  readonly en: string;
  readonly ar: string;
}

const Current = createContext<Locale | undefined>(undefined);

export function useLocale(): Locale {
  const locale = use(Current);
  if (locale === undefined) throw new Error('there is no language around this part');
  return locale;
}

/** Shows what is inside in a language, as soon as its texts are there. */
export function InLanguage({ manner, children }: { readonly manner: Manner; readonly children: ReactNode }) {
  const loaded = useTexts(manner.language);
  const { numerals, calendar, zone } = manner;
  const locale = useMemo(
    () => loaded && localeFor({ language: loaded.language, numerals, calendar, zone }, loaded.texts),
    [loaded, numerals, calendar, zone],
  );
  if (locale === undefined) return null;
  return (
    <I18nProvider locale={localeOf(locale.manner)}>
      <Current value={locale}>{children}</Current>
    </I18nProvider>
  );
}

interface Loaded {
  readonly language: Language;
  readonly texts: Texts;
}

/** Those of the language that was shown before stay until the others are there. */
function useTexts(language: Language): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let wanted = true;
    askIn(language);
    void loadTexts(language).then((texts) => {
      if (!wanted) return;
      document.documentElement.lang = language;
      document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
      setLoaded({ language, texts });
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return loaded;
}

function localeFor(manner: Manner, texts: Texts): Locale {
  const format = formatOf(manner);
  return {
    manner,
    direction: manner.language === 'ar' ? 'rtl' : 'ltr',
    t: (key, values = {}) => say(texts[key], values, format),
    format,
    pick: (both) => both[manner.language],
  };
}
