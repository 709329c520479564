import type { Sentence } from '../engine/model/finding';
import type { InputProblem } from './analysis';
import { InputError } from './input-error';

/** How an error crosses a port: structured cloning would drop its class and own fields. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  /** Of errors that are told apart by one. */
  readonly code?: string;
  readonly problem?: InputProblem;
}

export type RpcMessage =
  | { readonly rpc: 'call'; readonly id: number; readonly method: string; readonly parameter: unknown }
  | { readonly rpc: 'cancel'; readonly id: number }
  | { readonly rpc: 'result'; readonly id: number; readonly value: unknown }
  | { readonly rpc: 'failure'; readonly id: number; readonly failure: Failure }
  | { readonly rpc: 'notice'; readonly method: string; readonly parameter: unknown };

/** The message in `data`, or undefined where it is not one of ours: ports are shared and peers may be newer. */
export function parseMessage(data: unknown): RpcMessage | undefined {
  if (!isObject(data)) return undefined;
  const { rpc, id, method } = data;
  if (rpc === 'notice') return typeof method === 'string' ? (data as RpcMessage) : undefined;
  if (!Number.isSafeInteger(id)) return undefined;
  if (rpc === 'cancel' || rpc === 'result') return data as RpcMessage;
  if (rpc === 'call') return typeof method === 'string' ? (data as RpcMessage) : undefined;
  if (rpc === 'failure') return { rpc, id: id as number, failure: readFailure(data.failure) };
  return undefined;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof InputError) {
    const { name, message, code, sentence } = error;
    return { name, message, problem: { code, sentence } };
  }
  // An AbortError is a DOMException, which is no Error in every realm: its fields are what counts.
  if (isObject(error) && typeof error.message === 'string') {
    const name = typeof error.name === 'string' ? error.name : 'Error';
    return { name, message: error.message, ...codeOf(error) };
  }
  return { name: 'Error', message: String(error) };
}

export function errorOf(failure: Failure): Error {
  if (failure.problem) return new InputError(failure.problem);
  const error = new Error(failure.message);
  error.name = failure.name;
  return Object.assign(error, codeOf(failure));
}

/** A number, as a DOMException has, is no code of ours. */
function codeOf({ code }: { readonly code?: unknown }): { code?: string } {
  return typeof code === 'string' ? { code } : {};
}

function readFailure(data: unknown): Failure {
  if (!isObject(data)) return { name: 'Error', message: 'The other side failed without saying why.' };
  const failure = { name: String(data.name), message: String(data.message), ...codeOf(data) };
  return isProblem(data.problem) ? { ...failure, problem: data.problem } : failure;
}

function isProblem(data: unknown): data is InputProblem {
  return isObject(data) && typeof data.code === 'string' && isSentence(data.sentence);
}

function isSentence(data: unknown): data is Sentence {
  return isObject(data) && typeof data.pattern === 'string' && Array.isArray(data.values);
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}
