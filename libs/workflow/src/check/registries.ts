import { isSameJson } from '../canonical-json.js';
import type { AnyWorkflowSource } from '../define-workflow.js';
import { registriesOf, registryFieldsOf } from '../registry.js';
import { peopleRegistry } from '../registry-mark.js';
import { finder, type Finding } from './finding.js';

/** Finds fields that say different things of one registry, and a registry that has the name of the people. */
export function checkRegistries(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  const registries = registriesOf(source);
  return Object.entries(source.commands).flatMap(([command, { input }]) =>
    registryFieldsOf(input).flatMap((field) => {
      const { name } = field;
      if (name === peopleRegistry)
        return report(
          'registry-reserved',
          `command ${command}`,
          `has a registry '${name}', which is that of the people who work with cases`,
          'give it another name, or use personIn',
        );
      if (isSameJson(field, registries.get(name))) return [];
      return report(
        'registry-ambiguous',
        `command ${command}`,
        `has another registry '${name}' than a command before it`,
        'give each list a name of its own',
      );
    }),
  );
}
