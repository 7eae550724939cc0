import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { pictureFolder, picturesOfReadme } from '../browser/screens/pictures.js';

it('the README shows the pictures that the tests of the screens make, and no others are kept', () => {
  const made = picturesOfReadme.map((name) => `${name}.png`);
  const shown = [...readFileSync('README.md', 'utf8').matchAll(/!\[[^\]]+\]\(docs\/pictures\/([^)]+)\)/g)];
  expect(shown.map(([, file]) => file)).toEqual(made);
  expect(readdirSync(pictureFolder).sort()).toEqual(made.sort());
});
