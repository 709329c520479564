import type { ReadContext } from '../formats/format';
import { cri } from './cri';
import { dockerCompose } from './docker-compose';
import { dockerJson } from './docker-json';
import { githubActions } from './github-actions';
import { gitlabCi } from './gitlab-ci';
import { journalExport } from './journal-export';
import { journalLines } from './journal-lines';
import { kubectlPrefix } from './kubectl-prefix';
import { labelledEntry } from './labelled-entry';
import { runtimeTime } from './runtime-time';
import type { Wrapper } from './wrapper';

/** The first that recognises a head is taken: the more specific come first. */
export const wrapperTable: readonly Wrapper[] = [
  dockerJson,
  cri,
  kubectlPrefix,
  dockerCompose,
  githubActions,
  journalExport,
  journalLines,
  gitlabCi,
  labelledEntry,
  runtimeTime,
];

/** What the first lines of a source (without ANSI sequences) are wrapped in, or undefined. */
export function recogniseWrapper(head: readonly Uint8Array[], context: ReadContext): Wrapper | undefined {
  return wrapperTable.find((wrapper) => wrapper.recognises(head, context));
}
