/** How long functions are and how much of a file is comment, read from its syntax tree. */
import ts from 'typescript';

/**
 * Everything with a body of statements: declared functions, methods, constructors, accessors, and function expressions
 * and arrows with a block, nested ones too. An arrow that is one expression is part of the function around it.
 */
function isFunction(node) {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && ts.isBlock(node.body);
}

function nameOf(node, around) {
  const { parent } = node;
  const name = node.name ?? (isNaming(parent) ? parent.name : undefined);
  const own =
    name?.getText() ?? (ts.isConstructorDeclaration(node) ? 'constructor' : `function at line ${lineOf(node)}`);
  return around === '' ? own : `${around} > ${own}`;
}

function isNaming(node) {
  return ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node);
}

function lineOf(node) {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

function linesOf(node) {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - lineOf(node);
}

function scopeOf(node, around) {
  return ts.isClassDeclaration(node) && node.name ? node.name.text : around;
}

function functionsIn(node, around) {
  const isOne = isFunction(node);
  const name = isOne ? nameOf(node, around) : scopeOf(node, around);
  const own = isOne ? [{ name, line: lineOf(node), lines: linesOf(node) }] : [];
  const inside = [];
  ts.forEachChild(node, (child) => {
    inside.push(...functionsIn(child, name));
  });
  return [...own, ...inside];
}

function tokensOf(node) {
  const children = node.getChildren().filter((child) => child.kind !== ts.SyntaxKind.JSDoc);
  return children.length === 0 ? [node] : children.flatMap(tokensOf);
}

function commentsOf(file) {
  const ranges = tokensOf(file).flatMap((token) => [
    ...(ts.getLeadingCommentRanges(file.text, token.pos) ?? []),
    ...(ts.getTrailingCommentRanges(file.text, token.end) ?? []),
  ]);
  return [...new Map(ranges.map((range) => [range.pos, range])).values()];
}

function commentLinesOf(file) {
  const lineAt = (position) => file.getLineAndCharacterOfPosition(position).line;
  const lines = commentsOf(file).flatMap(({ pos, end }) => {
    const first = lineAt(pos);
    return Array.from({ length: lineAt(end) - first + 1 }, (_, index) => first + index);
  });
  return new Set(lines).size;
}

/**
 * A TypeScript file in figures: `lines` and `commentLines` as an editor numbers them (a line of code with a comment
 * behind it counts as both), and each function with its name as people would call it, its first line and its length
 * in lines, docstring left out.
 */
export function measureFile(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lines = text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
  const functions = functionsIn(file, '').map((each) => ({ ...each, file: path }));
  return { path, lines, commentLines: commentLinesOf(file), functions };
}

/** The smallest of `numbers` that at least `share` (0..1) of them do not exceed; 0 of none. */
export function percentile(numbers, share) {
  const inOrder = [...numbers].sort((a, b) => a - b);
  return inOrder[Math.max(0, Math.ceil(share * inOrder.length) - 1)] ?? 0;
}

/** Median, 90th percentile and maximum; zeros of no numbers. */
export function spreadOf(numbers) {
  return { median: percentile(numbers, 0.5), p90: percentile(numbers, 0.9), max: percentile(numbers, 1) };
}
