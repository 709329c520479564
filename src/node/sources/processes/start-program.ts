import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { homedir } from 'node:os';
import type { Readable } from 'node:stream';
import { findProgram } from './find-program';
import { endGroup, endWithThread } from './process-group';
import { programProblem } from './program-problems';

/** An exit code, or the name of the signal that ended it. */
export type ProgramEnd = number | string;

/** A program that runs. */
export interface Program {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** When it has ended and both outputs were read to their ends, or `stop` ended it. */
  readonly ended: Promise<ProgramEnd>;
  /** Asks it and all it started to end; kills them after a second. */
  stop(): void;
}

export interface ProgramOptions {
  readonly signal: AbortSignal;
  /** Besides the variables of this process. */
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * Starts the program `command[0]` with the rest as its arguments: no shell sees them. It reads nothing, runs in the user's home folder,
 * and ends with its whole group when the signal aborts. Rejects with InputError, or with the signal's reason.
 */
export async function startProgram(
  command: readonly string[],
  { signal, variables }: ProgramOptions,
): Promise<Program> {
  const [name = '', ...args] = command;
  if (command.some((word) => word.includes('\0'))) throw programProblem('program-nul', name);
  const file = await findProgram(name);
  signal.throwIfAborted();
  return attended(await spawned(file, args, { ...process.env, ...variables }), signal);
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

function attended(child: Child, signal: AbortSignal): Program {
  const stop = () => {
    endGroup(child);
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const ended = new Promise<ProgramEnd>((resolve) => {
    child.once('close', (code, endedBy) => {
      signal.removeEventListener('abort', stop);
      resolve(code ?? endedBy ?? 'SIGKILL');
    });
  });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  return { stdout: child.stdout, stderr: child.stderr, ended, stop };
}

function spawned(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Child> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) =>
      reject(programProblem('program-not-started', file, (error as Error).message));
    try {
      // A group of its own can be ended as one; on Windows `detached` would open a window.
      const detached = process.platform !== 'win32';
      const child = spawn(file, args, {
        cwd: homedir(),
        env,
        detached,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      });
      endWithThread(child);
      child.once('error', refuse).once('spawn', () => resolve(child));
    } catch (error) {
      refuse(error);
    }
  });
}
