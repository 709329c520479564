import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

export interface Outcome {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: Uint8Array | string;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder it runs in; the tests' own unless told. */
  readonly cwd?: string;
  /** Flags of node itself, before the script. */
  readonly nodeFlags?: readonly string[];
  /** Who runs it; only root may say. */
  readonly uid?: number;
  readonly gid?: number;
}

export interface BuiltCli {
  readonly folder: string;
  readonly script: string;
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>;
  /** Writes a file beside the tests' others and answers its path. */
  file(name: string, content: Uint8Array | string): string;
}

const checkout = resolve(import.meta.dirname, '../..');

/** The command line as it is installed, built into a folder of its own; gone when the tests of the file are done. */
export function builtCli(): BuiltCli {
  const folder = mkdtempSync(join(tmpdir(), 'oddline-cli-test-'));
  const script = join(folder, 'dist', 'cli.js');
  beforeAll(async () => {
    copyFileSync(join(checkout, 'package.json'), join(folder, 'package.json'));
    cpSync(join(checkout, 'l10n'), join(folder, 'l10n'), { recursive: true });
    const entryPoints = [join(checkout, 'src/cli/main.ts')];
    await build({
      entryPoints,
      outfile: script,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    script,
    run: (args, options = {}) => runNode([...(options.nodeFlags ?? []), script, ...args], options),
    file(name, content) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
  };
}

function runNode(
  args: readonly string[],
  { input = '', env = {}, cwd, uid, gid }: RunOptions,
): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, LC_ALL: 'C', ...env },
      ...(cwd === undefined ? {} : { cwd }),
      ...(uid === undefined ? {} : { uid, gid }),
    });
    const texts = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      texts.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      texts.stderr += text;
    });
    child.on('error', fail).on('close', (code) => done({ code, ...texts }));
    // A program that ends without reading its input closes the pipe under us.
    child.stdin.on('error', () => undefined).end(input);
  });
}
