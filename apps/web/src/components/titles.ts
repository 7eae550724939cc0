import type { WorkflowFile } from '../api/queries.js';
import type { InBoth } from '../language/locale.js';

type Pick = (texts: InBoth) => string;

/** What a role is called; a role of no workflow stands for itself. */
export const roleTitle = (workflows: readonly WorkflowFile[], role: string, pick: Pick): string => {
  for (const { roles } of workflows) {
    const found = roles.find((one) => one.role === role);
    if (found !== undefined) return pick(found.titles);
  }
  return role;
};

/** The whole name of a state: of its top-level state and of each state inside it. */
export function stateTitles(workflow: WorkflowFile | undefined, path: string, pick: Pick): readonly string[] {
  const parts = path.split('.');
  return parts.map((part, depth) => {
    const found = workflow?.states.find((state) => state.path === parts.slice(0, depth + 1).join('.'));
    return found === undefined ? part : pick(found.titles);
  });
}

export const commandTitle = (workflow: WorkflowFile | undefined, command: string, pick: Pick): string => {
  const found = workflow?.commands.find((one) => one.command === command);
  return found === undefined ? command : pick(found.titles);
};

export const eventTitle = (workflow: WorkflowFile | undefined, type: string, pick: Pick): string => {
  const found = workflow?.events.find((one) => one.type === type);
  return found === undefined ? type : pick(found.titles);
};

export const guardTitle = (workflow: WorkflowFile | undefined, id: string, pick: Pick): string => {
  const found = workflow?.commands.flatMap(({ guards }) => guards).find((guard) => guard.id === id);
  return found === undefined ? id : pick(found.titles);
};

export const deadlineTitle = (workflow: WorkflowFile | undefined, name: string, pick: Pick): string => {
  const found = workflow?.deadlines.find((one) => one.name === name);
  return found === undefined ? name : pick(found.titles);
};

/** What a tag is called, given as `name:code`. */
export const tagTitle = (workflow: WorkflowFile | undefined, tag: string, pick: Pick): string => {
  const [name, code] = tag.split(':');
  const codes = workflow?.tags.find((one) => one.name === name)?.codes;
  const found = codes?.find((one) => one.code === code);
  return found === undefined ? tag : pick(found.titles);
};

/** What a code is called, such as that of a place; a code without a text stands for itself. */
export const valueTitle = (workflow: WorkflowFile | undefined, code: string, pick: Pick): string => {
  const found = workflow?.values[code];
  return found === undefined ? code : pick(found);
};
