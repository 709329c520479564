import type { Sentence } from '../../../engine/model/finding';
import { InputError } from '../../../protocol/input-error';
import type { HttpSource } from '../../../protocol/log-source';
import type { HttpAnswer } from '../../../protocol/sources';
import { mostAnswerBytes, type TransportFailure } from '../transport';
import { said } from './server-words';
import { transportFailure } from './transport-failure';

const plainAtTls = /wrong version number|packet length too long|unknown protocol|EPROTO/i;

/** No answer came: why, and what helps. */
export function transportProblem(error: Error, source: HttpSource): InputError {
  const failure = transportFailure(error) ?? 'other';
  const isPlain = source.url.startsWith('https:') && plainAtTls.test(error.message);
  const sentence = isPlain ? speaksPlain(source) : transportSentences[failure](source.url, error.message);
  return new InputError({ code: `remote-${failure}`, sentence });
}

const transportSentences: Record<TransportFailure, (url: string, words: string) => Sentence> = {
  'unknown-host': (url) => ({
    pattern: 'No machine has the name in {0}. Check the address of the source, and the network.',
    values: [url],
  }),
  refused: (url) => ({
    pattern:
      'Nothing answers at {0}: no server runs there, or it listens on another port. Start it, or check the address of the source.',
    values: [url],
  }),
  unreachable: (url) => ({
    pattern: 'No way leads from here to {0}. Check the network, the VPN and the firewall.',
    values: [url],
  }),
  certificate: badCertificate,
  proxy: (url, words) => ({
    pattern:
      'The proxy did not let a request to {0} through: {1}. Check the proxy: http.proxy in the settings, HTTPS_PROXY and NO_PROXY in a terminal.',
    values: [url, words],
  }),
  timeout: (url) => ({
    pattern: '{0} did not answer in time. Ask for a shorter time range, or try again when it has less to do.',
    values: [url],
  }),
  cut: (url) => ({
    pattern:
      'The connection to {0} ended before the answer did. Try again; where it happens again, ask for a shorter time range.',
    values: [url],
  }),
  'too-large': (url) => ({
    pattern: 'An answer of {0} is larger than {1} MB. Ask for a shorter time range, or for fewer lines.',
    values: [url, mostAnswerBytes / 2 ** 20],
  }),
  other: (url, words) => ({
    pattern: 'A request to {0} failed: {1}. Check the address of the source.',
    values: [url, words],
  }),
};

/** `words` are OpenSSL's, or Node's of a name. */
function badCertificate(url: string, words: string): Sentence {
  const values = [url, words];
  if (/expired|not yet valid|revoked/i.test(words)) {
    return {
      pattern:
        'The certificate of {0} does not hold now: {1}. Have it renewed; where it is good, set the clock of this machine.',
      values,
    };
  }
  if (/altnames|hostname/i.test(words)) {
    return {
      pattern:
        'The certificate of {0} is made out to another name: {1}. Write a name it holds for into the address of the source.',
      values,
    };
  }
  return {
    pattern:
      'The certificate of {0} is not trusted: {1}. Name the file of its authority (CA) in the source, or let the system trust it.',
    values,
  };
}

function speaksPlain({ url }: HttpSource): Sentence {
  return {
    pattern:
      'The server at {0} speaks no TLS there. Write http:// in the address, or the port that speaks TLS.',
    values: [url],
  };
}

/** An answer of failure: what it means, and what helps. Servers' own meanings come first, in their readers. */
export function statusProblem(answer: HttpAnswer, source: HttpSource): InputError {
  return new InputError({ code: `remote-status-${answer.status}`, sentence: statusSentence(answer, source) });
}

function statusSentence(answer: HttpAnswer, { url }: HttpSource): Sentence {
  const { status, headers } = answer;
  const values = [url, said(answer)];
  if (status >= 300 && status < 400) return sentOn(url, headers.location ?? '');
  if (/HTTP request (?:was sent )?to (?:an )?HTTPS/i.test(said(answer))) {
    return { pattern: 'The server at {0} speaks TLS there. Write https:// in the address.', values: [url] };
  }
  const pattern = statusPatterns.find(([is]) => is(status))?.[1];
  if (pattern) return { pattern, values };
  return {
    pattern: 'The server at {0} did not take the request ({1}). Check the query and the address.',
    values,
  };
}

const statusPatterns = [
  [
    (status: number) => status === 401,
    'The server at {0} does not know who asks ({1}). Check the authentication of the source and its secret.',
  ],
  [
    (status: number) => status === 403,
    'The server at {0} lets this user not read that ({1}). Use another one, or ask its administrators.',
  ],
  [
    (status: number) => status === 404,
    'The server at {0} has nothing at that path ({1}). Check the address: a path in front of the API is missing, or too much.',
  ],
  [
    (status: number) => status === 407,
    'The proxy in front of {0} does not know who asks ({1}). Check the proxy settings.',
  ],
  [
    (status: number) => status === 429,
    'The server at {0} has too much to do ({1}). Wait a little, or ask for a shorter time range.',
  ],
  [
    (status: number) => status === 503,
    'The server at {0} is not ready ({1}). It may be starting: try again in a minute.',
  ],
  [
    (status: number) => status >= 500,
    'The server at {0} failed ({1}). Try again, ask for a shorter time range, or look into its own log.',
  ],
] as const;

function sentOn(url: string, location: string): Sentence {
  return {
    pattern:
      'The server at {0} sends requests on to {1}, which are not followed. Where you trust that address, write it into the source.',
    values: [url, location.slice(0, 200)],
  };
}

/** `told` in milliseconds. */
export function waitTooLong({ url }: HttpSource, told: number): InputError {
  return new InputError({
    code: 'remote-wait',
    sentence: {
      pattern: 'The server at {0} wants to be left alone for {1} seconds. Ask again then, or for less.',
      values: [url, Math.ceil(told / 1000)],
    },
  });
}

/** What answers is no such server: a page of a proxy, a log-in, another API. */
export function notItsApi({ url }: HttpSource): InputError {
  return new InputError({
    code: 'remote-not-its-api',
    sentence: {
      pattern:
        'What answers at {0} does not speak the API of this kind of source. Check the address: a log-in page or another server may stand there.',
      values: [url],
    },
  });
}
