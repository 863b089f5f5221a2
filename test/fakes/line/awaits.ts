/**
 * Every `await` of a source file under a name of its own, `run/deliver.ts:74:3`, and a call on both of its sides: when what
 * is waited for has begun, and when it is there. The list of them is made by whoever builds, never by hand.
 */
import ts from 'typescript';

/** The folders that make up the line, from feed bytes to messages; the preview page is another chat. */
const IN_THE_LINE = /^(?:run|store|chat\/discord)\//;

/** Whether the file at `path` below `src/` is a part of the line. */
export function isOfTheLine(path: string): boolean {
  return IN_THE_LINE.test(path);
}

function nameOf(node: ts.Node, path: string, file: ts.SourceFile): string {
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return `${path}:${line + 1}:${character + 1}`;
}

function call(factory: ts.NodeFactory, moment: 'begun' | 'ended', name: string, value: ts.Expression): ts.Expression {
  const hooks = factory.createPropertyAccessExpression(factory.createIdentifier('globalThis'), 'deskAwaits');
  const hook = factory.createPropertyAccessExpression(hooks, moment);
  return factory.createCallExpression(hook, undefined, [factory.createStringLiteral(name), value]);
}

/** Wraps `await x` into `ended(name, await begun(name, x))`; `found` hears of each. */
export function wrappingAwaits(path: string, found: (name: string) => void): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    const visit = (node: ts.Node): ts.Node => {
      const inner = ts.visitEachChild(node, visit, context);
      if (ts.isForOfStatement(node) && node.awaitModifier) throw new Error(`${path}: a "for await" cannot be wrapped`);
      if (!ts.isAwaitExpression(inner)) return inner;
      const name = nameOf(node, path, file);
      found(name);
      const begun = call(factory, 'begun', name, inner.expression);
      return call(factory, 'ended', name, factory.updateAwaitExpression(inner, begun));
    };
    return ts.visitEachChild(file, visit, context);
  };
}
