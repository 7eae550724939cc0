import { describe, expect, it } from '@jest/globals';
import { prefixIdentity } from '@safeconduct/stores';
import { workflows } from '@safeconduct/workflows';
import { expectInStep } from './generated.js';

const identity = prefixIdentity(workflows);
const rows = workflows.flatMap(({ name, roles, texts }) =>
  roles.map((role) => {
    const begins = identity.prefixesOf(role).map((prefix) => `\`${prefix}\``);
    return `| ${name} | \`${role}\` | ${texts.en.roles[role] ?? ''} | ${begins.join(' ')} |`;
  }),
);

const page = `# Actors

Who holds which role, the directory of people says. In decisions that were recorded elsewhere and are imported, and for
programs of the machine where nobody is registered, the beginning of an id says it: \`co-1\` and \`co-02\` are case
officers. An id that begins otherwise and is not registered is refused with
[NOT_PERMITTED](problems/NOT_PERMITTED.md). In a workflow of your own, ids begin with the name of the role: \`clerk-1\` is
a clerk.

| workflow | role | is | ids begin with |
|---|---|---|---|
${rows.join('\n')}
`;

describe('docs/reference/actors.md', () => {
  it('is what the identity says of every role of every workflow', async () => {
    expect(rows.length).toBeGreaterThan(0);
    await expectInStep('docs/reference/actors.md', page);
  });
});
