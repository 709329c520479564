import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const realPath = process.env.PATH;

afterEach(() => {
  process.env.PATH = realPath;
});

/**
 * Until the end of the test nothing is on PATH but these programs. Each is JavaScript, with the arguments it is given in `args`.
 * They stand for tools whose engines do not run here, and print what the documentation of these says.
 */
export function onlyPrograms(folder: string, programs: Readonly<Record<string, string>>): void {
  const path = mkdtempSync(join(folder, 'path-'));
  for (const [name, code] of Object.entries(programs)) {
    const text = `#!${process.execPath}\nconst args = process.argv.slice(2);\n${code}\n`;
    writeFileSync(join(path, name), text, { mode: 0o755 });
  }
  process.env.PATH = path;
}

/** A program that prints this. */
export function printing(text: string): string {
  return `process.stdout.write(${JSON.stringify(text)});`;
}

/** A program that says this on its standard error and fails. */
export function failing(words: string, code = 1): string {
  return `process.stderr.write(${JSON.stringify(words)}); process.exitCode = ${code};`;
}
