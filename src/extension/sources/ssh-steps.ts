import * as vscode from 'vscode';
import { remoteCommand, remoteWords } from '../../node/sources/command/known-commands';
import { InputError } from '../../protocol/input-error';
import { localise } from '../shared/localise';
import { type DraftStep, filled, type SourceDraft } from './draft';
import { askText } from './steps';

/** A log that is followed begins with so many of its lines. */
const firstLines = 1000;

const hostStep: DraftStep = {
  applies: ({ isOverSsh }) => isOverSsh,
  async ask(place, { host }) {
    const text = await askText(place, {
      prompt: vscode.l10n.t(
        'The machine as ssh knows it: box, user@box, or a name of ~/.ssh/config. It must let you in without a password.',
      ),
      value: host,
      problemOf: hostProblem,
    });
    return typeof text === 'string' ? { host: text.trim() } : text;
  },
};

const fileStep: DraftStep = {
  applies: ({ isOverSsh }) => isOverSsh,
  async ask(place, { host, path }) {
    const text = await askText(place, {
      prompt: vscode.l10n.t('The log file on {0}', host),
      placeholder: '/var/log/syslog',
      value: path,
      problemOf: filled,
    });
    return typeof text === 'string' ? { path: text, command: following(host, text) } : text;
  },
};

/** They make the command of a source. */
export const sshSteps: readonly DraftStep[] = [hostStep, fileStep];

function following(host: string, path: string): SourceDraft['command'] {
  const remote = remoteWords.follow(path, firstLines);
  return remoteCommand({ host, port: null, identityFile: null, remote });
}

function hostProblem(value: string): string | undefined {
  try {
    following(value.trim(), '/');
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return localise(error.sentence);
    throw error;
  }
}
