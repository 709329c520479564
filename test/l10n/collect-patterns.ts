import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import ts from 'typescript';

export interface FoundPattern {
  readonly pattern: string;
  readonly place: string;
}

export interface Scan {
  readonly found: readonly FoundPattern[];
  /** Places whose pattern the compiler does not know, which hides it from translators. */
  readonly unknown: readonly string[];
}

/** A parameter that becomes a pattern: what its callers pass are patterns. */
interface PatternParameter {
  readonly declaration: ts.SignatureDeclaration;
  readonly index: number;
}

/**
 * Every English pattern in the sources: first arguments of `l10n.t`, and `pattern` beside `values` in an
 * object. The compiler's literal types are asked rather than the text, so constants and tables (`as const`)
 * count; a pattern that comes in through a parameter is looked for at every call, through any number of functions.
 */
export function collectPatterns(sources: readonly string[]): Scan {
  const program = ts.createProgram([...sources], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node', 'vscode'],
  });
  return new Collector(program, new Set(sources)).collect();
}

export function allSources(): string[] {
  return ['src', 'webview'].flatMap((folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return files.filter((file) => file.endsWith('.ts')).map((file) => resolve(folder, file));
  });
}

class Collector {
  private readonly checker: ts.TypeChecker;
  private readonly found: FoundPattern[] = [];
  private readonly unknown: string[] = [];
  private readonly parameters: PatternParameter[] = [];

  constructor(
    private readonly program: ts.Program,
    private readonly sources: ReadonlySet<string>,
  ) {
    this.checker = program.getTypeChecker();
  }

  collect(): Scan {
    this.visitAll((node) => {
      const pattern = patternOf(node);
      if (pattern) this.take(pattern);
      else if (ts.isObjectLiteralExpression(node)) this.takeSpread(node);
    });
    // Grows while it is walked: a caller may pass on its own parameter.
    for (const parameter of this.parameters) this.visitAll((node) => this.takeArgument(node, parameter));
    return { found: this.found, unknown: this.unknown };
  }

  private visitAll(visitor: (node: ts.Node) => void): void {
    const visit = (node: ts.Node): void => {
      visitor(node);
      ts.forEachChild(node, visit);
    };
    for (const file of this.program.getSourceFiles()) if (this.sources.has(file.fileName)) visit(file);
  }

  private takeArgument(node: ts.Node, { declaration, index }: PatternParameter): void {
    if (!ts.isCallExpression(node)) return;
    const called = this.checker.getResolvedSignature(node)?.declaration;
    if (called === declaration && node.arguments[index]) this.take(node.arguments[index]);
  }

  private take(expression: ts.Expression): void {
    const literals = literalsOf(this.checker.getTypeAtLocation(expression));
    const place = placeOf(expression);
    if (literals) this.found.push(...literals.map((pattern) => ({ pattern, place })));
    else if (!this.passesOn(expression)) this.unknown.push(place);
  }

  /** `{ ...problems[code], values }`; spreading a sentence made elsewhere brings nothing new. */
  private takeSpread(object: ts.ObjectLiteralExpression): void {
    if (!memberOf(object, 'values')) return;
    for (const member of object.properties.filter(ts.isSpreadAssignment)) {
      const type = this.checker.getTypeAtLocation(member.expression);
      const pattern = this.checker.getPropertyOfType(type, 'pattern');
      const literals = pattern && literalsOf(this.checker.getTypeOfSymbol(pattern));
      this.found.push(...(literals ?? []).map((text) => ({ pattern: text, place: placeOf(member) })));
    }
  }

  /** Whether the pattern comes from elsewhere: a sentence made there, or a parameter, which is remembered. */
  private passesOn(expression: ts.Expression): boolean {
    if (ts.isPropertyAccessExpression(expression)) return expression.name.text === 'pattern';
    const declaration = this.symbolOf(expression)?.valueDeclaration;
    if (!declaration || !ts.isParameter(declaration)) return false;
    const called = declaration.parent as ts.SignatureDeclaration;
    const index = called.parameters.indexOf(declaration);
    const isKnown = this.parameters.some((one) => one.declaration === called && one.index === index);
    if (!isKnown) this.parameters.push({ declaration: called, index });
    return true;
  }

  /** In `{ pattern, values }` the name stands for a member and for a variable: the variable is meant. */
  private symbolOf(expression: ts.Expression): ts.Symbol | undefined {
    if (ts.isShorthandPropertyAssignment(expression.parent)) {
      return this.checker.getShorthandAssignmentValueSymbol(expression.parent);
    }
    return this.checker.getSymbolAtLocation(expression);
  }
}

function patternOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isCallExpression(node)) return isTranslation(node.expression) ? node.arguments[0] : undefined;
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const pattern = memberOf(node, 'values') && memberOf(node, 'pattern');
  if (pattern && ts.isPropertyAssignment(pattern)) return pattern.initializer;
  return pattern && ts.isShorthandPropertyAssignment(pattern) ? pattern.name : undefined;
}

function memberOf(object: ts.ObjectLiteralExpression, name: string): ts.ObjectLiteralElementLike | undefined {
  return object.properties.find((member) => member.name?.getText() === name);
}

function isTranslation(callee: ts.Expression): boolean {
  return /(?:^|\.)l10n\.t$/.test(callee.getText());
}

/** The strings a literal type or a union of them stands for. */
function literalsOf(type: ts.Type): string[] | undefined {
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => part.isStringLiteral()) ? parts.map((part) => part.value) : undefined;
}

function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${relative('', file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
