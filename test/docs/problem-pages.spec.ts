import { describe, expect, it } from '@jest/globals';
import {
  problemCodes,
  problemKinds,
  problemType,
  type ProblemCode,
  type ProblemKind,
} from '@safeconduct/contracts';
import { readdirSync } from 'node:fs';
import { problemTitle } from '../../apps/server/src/texts/problem-text.js';
import { expectInStep } from './generated.js';

const folder = 'docs/reference/problems';

function pageOf(code: ProblemCode): string {
  const { status, meaning, remedy, members }: ProblemKind = problemKinds[code];
  const statuses = code === 'REVISION_CONFLICT' ? `${status}, or 409` : String(status);
  const listed = members.length === 0 ? 'none' : members.map((member) => `\`${member}\``).join(', ');
  return `# ${code}

> ${problemTitle(code, 'en')}

| | |
|---|---|
| \`type\` | \`${problemType(code)}\` |
| status | ${statuses} |
| further members | ${listed} |

${meaning}

**What to do:** ${remedy}
`;
}

const overview = `# Problems

Every request that fails is answered with \`application/problem+json\` (RFC 9457). \`type\` leads to the page of the problem
on the server itself, \`code\` is what programs look at. \`title\`, \`detail\` and \`message\` are sentences for people, in the language
of \`Accept-Language\` (\`en\`, \`ar\`), with times in the zone of the workflow and codes by their names; all other members are
data: instants in UTC, codes, \`inputs\` as they are recorded. The pages here are made from one table, \`libs/contracts/src/problems.ts\`.

| code | status | meaning |
|---|---|---|
${problemCodes.map((code) => `| [${code}](${code}.md) | ${problemKinds[code].status} | ${problemKinds[code].meaning} |`).join('\n')}
`;

describe('docs/reference/problems', () => {
  it.each(problemCodes)('has the page of %s as the table says it', async (code) => {
    await expectInStep(`${folder}/${code}.md`, pageOf(code));
  });

  it('has an overview, and no page of a problem that is none', async () => {
    await expectInStep(`${folder}/README.md`, overview);
    expect(readdirSync(folder).sort()).toEqual(
      ['README.md', ...problemCodes.map((code) => `${code}.md`)].sort(),
    );
  });
});
