import type { SecretOf } from '../../node/sources/source-headers';
import type { Authentication, HttpSource } from '../../protocol/log-source';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Secrets come from the environment alone: a command line is seen by everybody on the machine. */
export function authenticationOf(kind: HttpSource['kind'], env: Environment): Authentication {
  const { apiKey, token, user, password } = namesOf(kind);
  if (kind === 'elastic' && env[apiKey]) return { kind: 'apiKey' };
  if (env[token]) return { kind: 'bearer' };
  return env[user] && env[password] !== undefined ? { kind: 'basic', user: env[user] } : { kind: 'none' };
}

export function secretsOf(env: Environment): SecretOf {
  return async ({ kind, authentication }) => {
    const { apiKey, token, password } = namesOf(kind);
    const name = { none: '', apiKey, bearer: token, basic: password }[authentication.kind];
    return env[name] ?? null;
  };
}

function namesOf(kind: HttpSource['kind']) {
  const prefix = `ODDLINE_${kind.toUpperCase()}`;
  return {
    apiKey: `${prefix}_API_KEY`,
    token: `${prefix}_TOKEN`,
    user: `${prefix}_USER`,
    password: `${prefix}_PASSWORD`,
  };
}
