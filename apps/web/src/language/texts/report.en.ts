/** Texts around the report on who dealt with a case, in English. */
export const reportEn = {
  'report.back': 'Back to the case',
  'report.print': 'Print',
  'report.save': 'Save as a file',
};
