import type { Sentence } from '../../engine/model/finding';
import { retryAfterMs } from '../sources/http/backoff';
import { oneLine } from '../sources/http/server-words';
import type { TransportError, TransportFailure } from '../sources/transport';
import { ModelError, type ModelFailure } from './chat-model';
import { isPage, type RefusedRequest, type ServerError, serverError, withoutKey } from './refused-request';
import { type AskedWith, type Refusal, type RefusedFor, refusalFor } from './server-dialects';

/** What is known of the exchange that failed. */
export interface Asked extends AskedWith {
  readonly host: string;
  /** '' where no model was asked, but which there are. */
  readonly model: string;
  readonly key: string | null;
  readonly nowMs: number;
}

/** Why there is no answer, and whether the same may get one later. */
export interface ModelProblem {
  readonly error: ModelError;
  readonly mayPass: boolean;
  /** What the server asks to wait. */
  readonly afterSeconds: number | null;
}

const passing: readonly TransportFailure[] = ['refused', 'unreachable', 'cut', 'other'];
/** Where a server that takes no more names no time. */
const usualPauseSeconds = 5;

export function problemOfTransport(error: TransportError, { host }: Asked): ModelProblem {
  const { code, sentence } = unreachable(error, host);
  const mayPass = passing.includes(error.code);
  return { error: new ModelError(code, sentence), mayPass, afterSeconds: null };
}

export function problemOfRefusal(refused: RefusedRequest, asked: Asked): ModelProblem {
  const said = serverError(refused.body, asked.key);
  const refusal = refused.status === 413 ? tooLong : refusalFor(said, asked);
  if (refusal !== null) return final(errorOfRefusal(refusal, said, asked));
  return problemOfStatus(refused, said, asked);
}

/** Of an error that comes within a stream, where a status of success was sent before. */
export function problemOfWords(said: ServerError, asked: Asked): ModelProblem {
  const refusal = refusalFor(said, asked);
  return final(refusal ? errorOfRefusal(refusal, said, asked) : serverFailed(said.message, '200', asked));
}

const tooLong: Refusal = { why: 'context', contextTokens: null };
const final = (error: ModelError): ModelProblem => ({ error, mayPass: false, afterSeconds: null });

function problemOfStatus(refused: RefusedRequest, said: ServerError, asked: Asked): ModelProblem {
  const { status, headers, body } = refused;
  if (status === 401 || status === 403) return final(unauthorised(status, said, asked));
  if (status === 402) return final(noCredit(asked, said));
  if (status === 429) return rateLimited(headers, asked);
  if (status >= 500 || status === 408 || status === 425) {
    const afterSeconds = retryAfterSeconds(headers, asked.nowMs);
    return { error: serverFailed(said.message, String(status), asked), mayPass: true, afterSeconds };
  }
  if (status < 400 || status === 404 || status === 405 || isPage(body))
    return final(noModelServer(refused, asked));
  return final(serverFailed(said.message, String(status), asked));
}

function rateLimited(headers: Readonly<Record<string, string>>, asked: Asked): ModelProblem {
  const afterSeconds = retryAfterSeconds(headers, asked.nowMs);
  const sentence = takesNoMore(asked.host, Math.ceil((afterSeconds ?? 0) / 60));
  const details = afterSeconds === null ? {} : { retryAfterSeconds: afterSeconds };
  const error = new ModelError('rate-limited', sentence, details);
  return { error, mayPass: true, afterSeconds: afterSeconds ?? usualPauseSeconds };
}

/** A server that names days has a clock of its own. */
const mostMinutes = 24 * 60;

function takesNoMore(host: string, minutes: number): Sentence {
  if (minutes <= 1 || minutes > mostMinutes) {
    return {
      pattern: '{0} takes no more questions for now. Ask again in a minute, or choose another model.',
      values: [host],
    };
  }
  return {
    pattern: '{0} takes no more questions for {1} minutes. Ask again then, or choose another model.',
    values: [host, minutes],
  };
}

/** `Retry-After`, or the finer header OpenAI sends beside it. */
function retryAfterSeconds(headers: Readonly<Record<string, string>>, nowMs: number): number | null {
  const fine = headers['retry-after-ms'];
  const milliseconds =
    fine && /^\d{1,9}$/.test(fine) ? Number(fine) : retryAfterMs(headers['retry-after'], nowMs);
  return milliseconds === null ? null : Math.ceil(milliseconds / 1000);
}

function errorOfRefusal({ why, contextTokens }: Refusal, said: ServerError, asked: Asked): ModelError {
  if (why === 'credit') return noCredit(asked, said);
  const details = contextTokens === null ? {} : { contextTokens };
  return new ModelError(failureFor[why], refusalSentence(why, asked), details);
}

const failureFor: Readonly<Record<Exclude<RefusedFor, 'credit'>, ModelFailure>> = {
  context: 'context-too-long',
  tools: 'no-tools',
  schema: 'no-schema',
  model: 'unknown-model',
};

function refusalSentence(why: Exclude<RefusedFor, 'credit'>, { host, model }: Asked): Sentence {
  const values = [model, host];
  switch (why) {
    case 'context':
      return {
        pattern:
          'All this together is too long for {0}. Take some of the context away, or choose a model that takes more.',
        values,
      };
    case 'tools':
      return {
        pattern:
          '{0} cannot use tools on {1}. It is asked without them; choose another model for one that looks into the log itself.',
        values,
      };
    case 'schema':
      return {
        pattern:
          '{1} cannot hold {0} to a form. It is asked in words; choose another model if the report stays empty.',
        values,
      };
    case 'model':
      return { pattern: '{1} has no model {0}. Choose one that it lists.', values };
  }
}

function noCredit({ host }: Asked, { message }: ServerError): ModelError {
  return new ModelError('rate-limited', {
    pattern: 'The account at {0} has nothing left to spend ({1}). Add to it there, or choose another model.',
    values: [host, message || '402'],
  });
}

/** What it said stays untold: some servers repeat the key in it. */
function unauthorised(status: 401 | 403, said: ServerError, { host, key }: Asked): ModelError {
  if (key === null) {
    return new ModelError('unauthorised', { pattern: '{0} asks for a key. Enter yours.', values: [host] });
  }
  if (status === 401) {
    return new ModelError('unauthorised', {
      pattern: '{0} does not accept the key. Enter another one.',
      values: [host],
    });
  }
  return new ModelError('unauthorised', {
    pattern:
      '{0} does not allow this with the key ({1}). Look there what the key may do, or enter another one.',
    values: [host, said.code || said.type || String(status)],
  });
}

function noModelServer({ status, headers, body }: RefusedRequest, { host, key }: Asked): ModelError {
  if (status >= 300 && status < 400) {
    return new ModelError('not-a-model-server', {
      pattern:
        '{0} sends whoever asks on to {1}. Oddline does not follow, since the key would go along: write the new address into the setting.',
      values: [host, oneLine(withoutKey(headers.location ?? '', key))],
    });
  }
  return new ModelError('not-a-model-server', {
    pattern: isPage(body)
      ? '{0} answers with a page for browsers, not as a model server does. Check its address; it often ends in /v1.'
      : '{0} serves no models at this address ({1}). Check it; it often ends in /v1.',
    values: [host, status],
  });
}

function serverFailed(message: string, status: string, { host }: Asked): ModelError {
  const said = message === '' ? status : `${status}: ${message}`;
  return new ModelError('server', {
    pattern:
      '{0} could not answer ({1}). Ask again, look into the server’s own log, or choose another model.',
    values: [host, said],
  });
}

function unreachable(
  { code, message }: TransportError,
  host: string,
): { readonly code: ModelFailure; readonly sentence: Sentence } {
  if (code === 'timeout') {
    return {
      code: 'timeout',
      sentence: {
        pattern:
          '{0} said nothing for {1}. Ask again, choose a smaller model, or set oddline.assistant.timeoutSeconds higher.',
        values: [host, message],
      },
    };
  }
  return { code: 'unreachable', sentence: { pattern: unreachablePatterns[code], values: [host, message] } };
}

const plain = '{0} cannot be reached ({1}). Start the server, or check its address.';

const unreachablePatterns = {
  'unknown-host': 'Nobody knows a host {0}. Check the address, or the network.',
  refused: 'Nothing listens at {0}. Start the server, or check its address.',
  unreachable: plain,
  certificate:
    '{0} shows a certificate that is not trusted here ({1}). Let this machine trust its authority, or name the file in NODE_EXTRA_CA_CERTS.',
  proxy: 'The proxy on the way to {0} lets nothing through ({1}). Check the proxy settings.',
  cut: '{0} broke the connection before it said anything ({1}). Ask again, or look into the server’s own log.',
  'too-large': '{0} sends an answer without an end. Choose another model, or look into the server’s own log.',
  other: plain,
} as const satisfies Record<Exclude<TransportFailure, 'timeout'>, string>;
