import * as vscode from 'vscode';
import type { OwnPattern } from '../../engine/redact/own-patterns';
import type { SecretForm } from '../../engine/redact/secret';
import type { ModelDestination } from '../../node/llm/chat-model';
import type { Policy } from '../../node/policy/policy';
import { readPolicy } from '../../node/policy/read-policy';
import { type Redaction, redactionFor } from '../../node/policy/redaction';
import { formsOf, PrivacyShield } from '../../node/privacy/shield';
import { localise } from './localise';

/**
 * | setting                    | type                       | default | what it does |
 * |----------------------------|----------------------------|---------|--------------|
 * | oddline.privacy.redact     | boolean                    | true    | hides secrets and personal data from models |
 * | oddline.privacy.exemptLocal | boolean                   | false   | … but not from a server on this machine |
 * | oddline.privacy.patterns   | array of {name, pattern}   | []      | what is hidden, too, wherever Oddline hides anything |
 *
 * All are machine-scoped: a workspace must not decide what of this machine is told. A policy of the machine decides over them.
 */
const section = 'oddline';

let policy: Policy | undefined;

/** What the administrators of this machine say, read once. */
export function machinePolicy(): Policy {
  policy ??= readPolicy();
  return policy;
}

/** Whether secrets are hidden from whoever serves a model, who decided so, and how it is said. */
export function redactionOf(destination: ModelDestination): Redaction {
  const settings = vscode.workspace.getConfiguration(section);
  return redactionFor({
    setting: settings.get('privacy.redact') !== false,
    exemptLocal: settings.get('privacy.exemptLocal') === true,
    destination,
    policy: machinePolicy(),
  });
}

/** VS Code passes on values of the wrong type as they are written: what is no pattern is left out. */
export function ownPatterns(): readonly OwnPattern[] {
  const written: unknown = vscode.workspace.getConfiguration(section).get('privacy.patterns');
  return Array.isArray(written) ? written.flatMap(patternOf) : [];
}

/** A shield with the reader's own patterns. One for the life of a conversation or a report. */
export async function newShield(): Promise<PrivacyShield> {
  return new PrivacyShield(await ownForms());
}

/** The reader's own patterns for whatever hides secrets; those that are none are told about. */
export async function ownForms(): Promise<readonly SecretForm[]> {
  const { forms, problems } = await formsOf(ownPatterns());
  for (const problem of problems) void vscode.window.showWarningMessage(localise(problem));
  return forms;
}

function patternOf(entry: unknown): readonly OwnPattern[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const pattern = 'pattern' in entry ? entry.pattern : undefined;
  const name = 'name' in entry ? entry.name : '';
  if (typeof pattern !== 'string') return [];
  return [{ name: typeof name === 'string' ? name : '', pattern }];
}
