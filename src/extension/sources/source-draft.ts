import * as vscode from 'vscode';
import { checkedAddress } from '../../node/sources/source-definition';
import { InputError } from '../../protocol/input-error';
import type { Authentication, LogSource, SourceKind } from '../../protocol/log-source';
import { localise } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import { type DraftStep, emptyDraft, filled, type SourceDraft } from './draft';
import { sshSteps } from './ssh-steps';
import { askPick, askText, back } from './steps';

const isHttp = ({ kind }: SourceDraft) => Object.hasOwn(usualAddresses, kind);
/** Where such a server listens that nobody set up otherwise. */
const usualAddresses: Readonly<Partial<Record<SourceKind, string>>> = {
  loki: 'http://localhost:3100',
  elastic: 'http://localhost:9200',
  prometheus: 'http://localhost:9090',
};
const hasSecret = (draft: SourceDraft) => isHttp(draft) && draft.authentication !== 'none';

/** A step that asks for one text of the draft. */
function textStep(
  member: 'user' | 'tenant' | 'index' | 'path' | 'url' | 'name',
  applies: DraftStep['applies'],
  question: (draft: SourceDraft) => {
    readonly prompt: string;
    readonly placeholder?: string;
    readonly problemOf?: (value: string) => string | undefined;
  },
): DraftStep {
  return {
    applies,
    async ask(place, draft) {
      const text = await askText(place, { value: draft[member], ...question(draft) });
      return typeof text === 'string' ? { [member]: text.trim() } : text;
    },
  };
}

const kindStep: DraftStep = {
  applies: () => true,
  async ask(place) {
    const items: readonly (vscode.QuickPickItem & {
      readonly kind_: SourceKind;
      readonly isOverSsh?: true;
    })[] = [
      { label: 'Loki', description: vscode.l10n.t('Grafana Loki, queried with LogQL'), kind_: 'loki' },
      {
        label: 'Elasticsearch / OpenSearch',
        description: vscode.l10n.t('queried with Lucene text or Query DSL'),
        kind_: 'elastic',
      },
      {
        label: 'Prometheus',
        description: vscode.l10n.t('metrics beside a log, queried with PromQL'),
        kind_: 'prometheus',
      },
      {
        label: vscode.l10n.t('Journal'),
        description: vscode.l10n.t('of systemd, on this machine or from a file'),
        kind_: 'journal',
      },
      {
        label: vscode.l10n.t('Command'),
        description: vscode.l10n.t('what a program prints, such as kubectl logs'),
        kind_: 'command',
      },
      {
        label: vscode.l10n.t('Log of another machine'),
        description: vscode.l10n.t('a file there, followed over ssh'),
        kind_: 'command',
        isOverSsh: true,
      },
    ];
    const chosen = await askPick(place, items, vscode.l10n.t('Where do the logs come from?'));
    if (chosen === back || chosen === undefined) return chosen;
    return { kind: chosen.kind_, isOverSsh: chosen.isOverSsh === true };
  },
};

const authenticationStep: DraftStep = {
  applies: isHttp,
  async ask(place, { kind, authentication }) {
    const items: readonly (vscode.QuickPickItem & { readonly way: Authentication['kind'] })[] = [
      { label: vscode.l10n.t('None'), way: 'none' },
      { label: vscode.l10n.t('User and password'), description: 'Basic', way: 'basic' },
      { label: vscode.l10n.t('Token'), description: 'Bearer', way: 'bearer' },
      ...(kind === 'elastic'
        ? [{ label: vscode.l10n.t('API key'), description: 'ApiKey', way: 'apiKey' as const }]
        : []),
    ];
    const chosen = await askPick(place, items, vscode.l10n.t('How does the server know who asks?'));
    if (chosen === back || chosen === undefined) return chosen;
    return { authentication: chosen.way, ...(chosen.way !== authentication && { secret: undefined }) };
  },
};

const secretStep: DraftStep = {
  applies: hasSecret,
  async ask(place, draft) {
    const names = {
      basic: vscode.l10n.t('Password'),
      bearer: vscode.l10n.t('Token'),
      apiKey: vscode.l10n.t('API key (the encoded one)'),
      none: '',
    };
    const where = vscode.l10n.t(
      "{0}. It is kept in VS Code's secret storage on this machine, in no file of settings.",
      names[draft.authentication],
    );
    const isKept = draft.kept === draft.authentication || draft.secret !== undefined;
    const secret = await askText(place, {
      prompt: isKept ? `${where} ${vscode.l10n.t('Leave it empty to keep the one there is.')}` : where,
      password: true,
      ...(!isKept && { problemOf: filled }),
    });
    return typeof secret === 'string' ? { secret: secret === '' ? draft.secret : secret } : secret;
  },
};

const caStep: DraftStep = {
  applies: (draft) => isHttp(draft) && draft.url.startsWith('https:'),
  async ask(place, { caFile }) {
    const items: readonly (vscode.QuickPickItem & { readonly file: 'none' | 'kept' | 'choose' })[] = [
      { label: vscode.l10n.t("This machine's certificates"), file: 'none' },
      ...(caFile === '' ? [] : [{ label: quickPickText(caFile), file: 'kept' as const }]),
      { label: `$(folder-opened) ${vscode.l10n.t('A PEM file besides…')}`, file: 'choose' },
    ];
    const chosen = await askPick(place, items, vscode.l10n.t('Which certificates are trusted?'));
    if (chosen === back || chosen === undefined) return chosen;
    if (chosen.file !== 'choose') return { caFile: chosen.file === 'none' ? '' : caFile };
    const [file] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Certificates (PEM)') })) ?? [];
    return file ? { caFile: file.fsPath } : back;
  },
};

const commandStep: DraftStep = {
  applies: ({ kind, isOverSsh }) => kind === 'command' && !isOverSsh,
  async ask(place, { command }) {
    const text = await askText(place, {
      prompt: vscode.l10n.t(
        'The program and its arguments as a JSON list; no shell reads them. It is shown once more before it first runs.',
      ),
      placeholder: '["kubectl", "logs", "-f", "deploy/web"]',
      value: command.length === 0 ? '' : JSON.stringify(command),
      problemOf: (value) =>
        wordsOf(value) ? undefined : vscode.l10n.t('Write a list such as {0}.', '["journalctl", "-f"]'),
    });
    return typeof text === 'string' ? { command: wordsOf(text) ?? [] } : text;
  },
};

export const draftSteps: readonly DraftStep[] = [
  kindStep,
  textStep('url', isHttp, ({ kind }) => ({
    prompt: vscode.l10n.t('Address of the server, without user and password'),
    placeholder: usualAddresses[kind] ?? '',
    problemOf: addressProblem,
  })),
  authenticationStep,
  textStep(
    'user',
    (draft) => isHttp(draft) && draft.authentication === 'basic',
    () => ({
      prompt: vscode.l10n.t('User'),
      problemOf: filled,
    }),
  ),
  secretStep,
  textStep(
    'tenant',
    ({ kind }) => kind === 'loki' || kind === 'prometheus',
    () => ({
      prompt: vscode.l10n.t('Tenant (X-Scope-OrgID); empty where the server has none'),
    }),
  ),
  textStep(
    'index',
    ({ kind }) => kind === 'elastic',
    () => ({
      prompt: vscode.l10n.t('Index pattern to begin with'),
      problemOf: filled,
    }),
  ),
  caStep,
  textStep(
    'path',
    ({ kind }) => kind === 'journal',
    () => ({
      prompt: vscode.l10n.t("A journal file or a folder of them; empty is this machine's own journal"),
    }),
  ),
  commandStep,
  ...sshSteps,
];

/** The last step: under which name the source is kept. */
export function nameStep(isTaken: (name: string) => boolean): DraftStep {
  return {
    applies: () => true,
    async ask(place, draft) {
      const text = await askText(place, {
        prompt: vscode.l10n.t('A name for it'),
        value: draft.name === '' ? suggestedName(draft) : draft.name,
        problemOf: (value) =>
          filled(value) ??
          (value.trim() !== draft.name && isTaken(value.trim())
            ? vscode.l10n.t('There is a log source of this name. Choose another.')
            : undefined),
      });
      return typeof text === 'string' ? { name: text.trim() } : text;
    },
  };
}

export function sourceOf(draft: SourceDraft, former: LogSource | undefined): LogSource {
  const { kind, name } = draft;
  if (kind === 'journal') return { kind, name, path: draft.path === '' ? null : draft.path };
  if (kind === 'command') return { kind, name, command: draft.command };
  const http = {
    name,
    url: checkedAddress(draft.url),
    authentication: authenticationOf(draft),
    caFile: draft.caFile === '' ? null : draft.caFile,
  };
  const tenant = draft.tenant === '' ? null : draft.tenant;
  if (kind === 'prometheus') return { kind, ...http, tenant };
  if (kind === 'loki') {
    const grafana = former?.kind === 'loki' ? former.grafana : null;
    return { kind, ...http, tenant, grafana };
  }
  const same = former?.kind === 'elastic' ? former : undefined;
  return {
    kind,
    ...http,
    index: draft.index,
    messageField: same?.messageField ?? null,
    timeField: same?.timeField ?? null,
    kibana: same?.kibana ?? null,
  };
}

export function draftOf(source: LogSource): SourceDraft {
  const { kind, name } = source;
  if (kind === 'journal') return { ...emptyDraft, kind, name, path: source.path ?? '' };
  if (kind === 'command') return { ...emptyDraft, kind, name, command: source.command };
  const { authentication } = source;
  return {
    ...emptyDraft,
    kind,
    name,
    url: source.url,
    authentication: authentication.kind,
    kept: authentication.kind,
    user: authentication.kind === 'basic' ? authentication.user : '',
    caFile: source.caFile ?? '',
    ...(kind === 'elastic' ? { index: source.index } : { tenant: source.tenant ?? '' }),
  };
}

function authenticationOf({ authentication, user }: SourceDraft): Authentication {
  return authentication === 'basic' ? { kind: 'basic', user } : { kind: authentication };
}

function addressProblem(value: string): string | undefined {
  try {
    checkedAddress(value);
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return localise(error.sentence);
    throw error;
  }
}

function suggestedName(draft: SourceDraft): string {
  if (isHttp(draft)) return new URL(draft.url).host;
  if (draft.isOverSsh) return `${draft.host} ${draft.path.split('/').at(-1)}`;
  return draft.kind === 'journal' ? vscode.l10n.t('Journal') : draft.command.slice(0, 3).join(' ');
}

function wordsOf(text: string): readonly string[] | undefined {
  try {
    const words: unknown = JSON.parse(text);
    const isList =
      Array.isArray(words) && words.length > 0 && words.every((word) => typeof word === 'string');
    return isList ? (words as string[]) : undefined;
  } catch {
    return undefined;
  }
}
