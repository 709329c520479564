import type { LevelName } from '../../engine/model/level';

/** What holds what a webview asks to the contract; each throws where it is not as it should be. */

/** 0 or more. */
export function whole(value: unknown): number {
  if (!Number.isSafeInteger(value) || Number(value) < 0) throw misunderstood();
  return Number(value);
}

export function text(value: unknown, longest: number): string {
  if (typeof value !== 'string' || value.length > longest) throw misunderstood();
  return value;
}

export function list(value: unknown, longest: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > longest) throw misunderstood();
  return value;
}

export function members(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw misunderstood();
  return value as Record<string, unknown>;
}

export function misunderstood(): Error {
  return new Error('What the view asks for is not as agreed.');
}

/** The engine's own list is a value this layer may not import. */
export const levels: Readonly<Record<LevelName, true>> = {
  none: true,
  trace: true,
  debug: true,
  info: true,
  warn: true,
  error: true,
  fatal: true,
};
