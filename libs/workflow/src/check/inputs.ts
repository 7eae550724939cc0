import type { AnyWorkflowSource } from '../define-workflow.js';
import { allInputKinds, inputKinds } from '../inputs.js';
import { languages } from '../texts.js';
import { finder, type Finding } from './finding.js';
import { textsIn } from './missing-texts.js';
import { sections } from './text-keys.js';

/** Every placeholder of a code has a kind that there is, and no other text has a placeholder: nobody fills it. */
export const checkInputs = (source: AnyWorkflowSource): readonly Finding[] => [
  ...unknownKinds(source),
  ...undeclared(source),
  ...neverFilled(source),
];

const among = `one of ${inputKinds.join(', ')}`;

function unknownKinds(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'index.ts');
  return Object.entries(source.inputs ?? {})
    .filter(([, kind]) => !inputKinds.includes(kind))
    .map(([name, kind]) =>
      report('input-kind', `inputs.${name}`, `is '${kind}', which is no kind`, `use ${among}`),
    );
}

function undeclared(source: AnyWorkflowSource): readonly Finding[] {
  const known = allInputKinds(source.inputs);
  const texts = languages.flatMap((language) => Object.entries(textsIn(source, language).codes));
  const where = new Map(texts.flatMap(([code, text]) => placeholdersIn(text).map((name) => [name, code])));
  const report = finder(source, 'index.ts');
  return [...where]
    .filter(([name]) => !Object.hasOwn(known, name))
    .map(([name, code]) =>
      report(
        'input-kind',
        `inputs.${name}`,
        `is missing, and the text codes.${code} shows {${name}}`,
        `say what it is: ${among}`,
      ),
    );
}

function neverFilled(source: AnyWorkflowSource): readonly Finding[] {
  return languages.flatMap((language) => {
    const texts = textsIn(source, language);
    const report = finder(source, `messages/${language}.json`);
    return sections
      .filter((section) => section !== 'codes')
      .flatMap((section) => Object.entries(texts[section]).map(([key, text]) => ({ section, key, text })))
      .filter(({ text }) => placeholdersIn(text).length > 0)
      .map(({ section, key, text }) =>
        report(
          'text-placeholders',
          `text ${section}.${key}`,
          `has the placeholder {${placeholdersIn(text)[0] ?? ''}}, which nothing fills in`,
          'only texts of codes have placeholders; say it without a value',
        ),
      );
  });
}

const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
