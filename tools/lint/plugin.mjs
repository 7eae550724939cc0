/** A note for later without an issue is a note nobody finds again. */
const todoNeedsIssue = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'write the issue number: TODO #123: what is left' },
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (/\b(TODO|FIXME|XXX)\b(?!:? ?\(?#\d+)/.test(comment.value)) {
          context.report({ loc: comment.loc, messageId: 'missing' });
        }
      }
    },
  }),
};

export const safeconduct = { rules: { 'todo-needs-issue': todoNeedsIssue } };
