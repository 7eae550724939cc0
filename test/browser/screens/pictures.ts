/** Where the pictures are that the README shows. */
export const pictureFolder = 'docs/pictures';

/** Their names; the tests of the screens make them, and `WRITE_GENERATED=1` puts them into the folder. */
export const picturesOfReadme: readonly string[] = [
  'whole-job-list-en',
  'whole-job-reasons-en',
  'whole-job-confirm-en',
  'whole-job-replay-ar',
  'insights-en-desk',
  'whole-job-figures-en',
  'whole-job-trail-en',
];

export const isOfReadme = (name: string): boolean => picturesOfReadme.includes(name);
