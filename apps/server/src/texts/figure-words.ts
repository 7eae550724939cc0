import type { FigureRelation, FigureVerdict } from '@safeconduct/engine';
import type { Language } from '@safeconduct/workflow';

/** What the lines about figures of others are called. */
interface FigureWords {
  readonly figure: string;
  readonly source: string;
  readonly said: string;
  readonly ledger: string;
  readonly verdict: string;
  readonly known: string;
  readonly gap: string;
  readonly withdrawn: string;
  readonly relations: Readonly<Record<FigureRelation | 'unknown', (figure: string) => string>>;
  readonly verdicts: Readonly<Record<FigureVerdict, string>>;
  readonly reasons: Readonly<Record<'OTHER_PLACES' | 'NOTHING_RECORDED', string>>;
  readonly offBy: (count: string) => string;
}

const english: FigureWords = {
  figure: 'figure',
  source: 'source',
  said: 'said',
  ledger: 'ledger',
  verdict: 'by what happened',
  known: 'by what was known then',
  gap: 'gap to its parts',
  withdrawn: 'withdrawn',
  relations: {
    exactly: (figure) => figure,
    about: (figure) => `about ${figure}`,
    atLeast: (figure) => `at least ${figure}`,
    moreThan: (figure) => `over ${figure}`,
    atMost: (figure) => `up to ${figure}`,
    unknown: (figure) => `${figure}, open both ways`,
  },
  verdicts: {
    borneOut: 'borne out',
    withinAbout: 'within what "about" means',
    contradicted: 'contradicted',
    possible: 'possible, by rounded figures',
    notComparable: 'not comparable',
  },
  reasons: {
    OTHER_PLACES: 'it is also about other places',
    NOTHING_RECORDED: 'nothing was recorded then',
  },
  offBy: (count) => `by ${count}`,
};

const arabic: FigureWords = {
  figure: 'الرقم',
  source: 'المصدر',
  said: 'القول',
  ledger: 'السجل',
  verdict: 'بما حدث',
  known: 'بما كان معروفًا وقت النشر',
  gap: 'الفارق عن أجزائه',
  withdrawn: 'مسحوب',
  relations: {
    exactly: (figure) => figure,
    about: (figure) => `نحو ${figure}`,
    atLeast: (figure) => `${figure} على الأقل`,
    moreThan: (figure) => `أكثر من ${figure}`,
    atMost: (figure) => `${figure} على الأكثر`,
    unknown: (figure) => `${figure}، مفتوح من الجهتين`,
  },
  verdicts: {
    borneOut: 'يؤيده السجل',
    withinAbout: 'ضمن معنى «نحو»',
    contradicted: 'يخالفه السجل',
    possible: 'ممكن بحسب أرقام مقرّبة',
    notComparable: 'لا يمكن مقارنته',
  },
  reasons: {
    OTHER_PLACES: 'يشمل أماكن أخرى',
    NOTHING_RECORDED: 'لم يكن شيء مسجلًا حينها',
  },
  offBy: (count) => `بفارق ${count}`,
};

export const figureWords: Readonly<Record<Language, FigureWords>> = { en: english, ar: arabic };
