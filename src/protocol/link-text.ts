/** Endings of files people have in a workspace; of these a path is a link without a line number too. */
const sourceEndings = new Set(
  (
    'ts tsx mts cts js jsx mjs cjs vue svelte py pyi pyx java kt kts scala groovy clj go rs rb erb rake php phtml cs fs vb ' +
    'cshtml razor c h cc cpp cxx hh hpp m mm swift dart lua pl pm r jl ex exs erl hs ml sql sh bash ps1 psm1 bat cmd html ' +
    'htm css scss less json jsonc json5 yaml yml toml ini conf cfg cnf xml properties md rst txt log out proto graphql tf ' +
    'gradle cmake mk csv tsv sol zig nim cr'
  ).split(' '),
);

/** Also top-level domains: `shop.example.rs:443` is no file, `main.rs:44` is one. */
const domainEndings = new Set('cc cr h ml md mk pl pm py rs sh sol r m'.split(' '));

/** Their compilers name a file without its folders, which are those of the package. */
const packagedEndings = new Set(['java', 'kt', 'kts', 'scala', 'groovy', 'clj']);

const ending = /\.([A-Za-z][A-Za-z0-9]{0,9})$/;

function endingOf(path: string): string | undefined {
  return ending.exec(path)?.[1].toLowerCase();
}

export function isPackaged(path: string): boolean {
  return packagedEndings.has(endingOf(path) ?? '');
}

/** Whether `path` could be meant as a file; one with a position needs to look less like it. */
export function isFilePath(path: string, hasPosition: boolean): boolean {
  const kind = endingOf(path);
  if (kind === undefined) return false;
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  if (name.length <= kind.length + 1) return false;
  if (name.length < path.length) return hasPosition || sourceEndings.has(kind);
  if (!hasPosition || !sourceEndings.has(kind)) return false;
  return !domainEndings.has(kind) || name.indexOf('.') === name.length - kind.length - 1;
}

export interface Position {
  readonly line: number | null;
  readonly column: number | null;
  /** UTF-16 units it takes behind the path. */
  readonly length: number;
}

export const nowhere: Position = { line: null, column: null, length: 0 };

/** `:12`, `:12:5`, `:line 12` (.NET), `(12,5)` (compilers), `#L12`, ` on line 12` (PHP), ` line 12` (Perl). */
const positions = [
  /:(\d{1,7})(?::(\d{1,5}))?(?![\w.])/y,
  /:line (\d{1,7})\b/y,
  /\((\d{1,7})(?:,(\d{1,5}))?\)/y,
  /#L(\d{1,7})\b/y,
  / (?:on )?line (\d{1,7})\b/y,
];

/** Of a line that counts from 1; `nowhere` where none is named at `at`. */
export function positionAt(text: string, at: number): Position {
  for (const form of positions) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found && Number(found[1]) > 0) return positionOf(found);
  }
  return nowhere;
}

function positionOf([whole, line, column]: RegExpExecArray): Position {
  return { line: Number(line), column: Number(column) || null, length: whole.length };
}
