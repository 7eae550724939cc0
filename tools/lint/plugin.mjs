/** A note for later without an issue number is never found again. */
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

/**
 * Positions have an order and no distance: a log may have gaps between them, and only the store assigns the
 * next one.
 */
const noPositionArithmetic = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { calculated: 'a position has an order and nothing else: compare it, or count events' },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const isPosition = (node) => isPositionType(services.getTypeAtLocation(node));
    const check = (node, ...operands) => {
      if (operands.some(isPosition)) context.report({ node, messageId: 'calculated' });
    };
    return {
      BinaryExpression(node) {
        if (calculations.has(node.operator)) check(node, node.left, node.right);
      },
      AssignmentExpression(node) {
        if (node.operator !== '=' && calculations.has(node.operator.slice(0, -1)))
          check(node, node.left, node.right);
      },
      UpdateExpression: (node) => check(node, node.argument),
      'UnaryExpression[operator="-"]': (node) => check(node, node.argument),
    };
  },
};

const calculations = new Set(['+', '-', '*', '/', '%', '**', '&', '|', '^', '<<', '>>']);

const isPositionType = (type) => type.aliasSymbol?.name === 'Position' && type.isIntersection();

export const safeconduct = {
  rules: { 'todo-needs-issue': todoNeedsIssue, 'no-position-arithmetic': noPositionArithmetic },
};
