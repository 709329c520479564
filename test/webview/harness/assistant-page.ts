import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type {
  AssistantHostApi,
  AssistantState,
  AssistantViewApi,
  Preview,
  QuestionEstimate,
} from '../../../src/protocol/assistant';
import { type Handlers, Rpc } from '../../../src/protocol/rpc';
import { assistantState } from './assistant-states';
import { type Look, servePage } from './served-page';

export interface OpenedAssistant {
  readonly page: Page;
  /** Tells the page what its host would: `host.notify('turn', …)`. */
  readonly host: Rpc<AssistantHostApi, AssistantViewApi>;
  readonly complaints: readonly string[];
}

/** What the extension host is to the page, by a script: it answers with what it was given and remembers what was asked of it. */
export class ScriptedAssistant {
  readonly asked: { readonly what: keyof AssistantHostApi; readonly with: unknown }[] = [];
  readonly state: AssistantState;
  estimate: QuestionEstimate = { promptTokens: 3412, mostAnswerTokens: 2000, cost: 'about 0.004 USD' };
  preview: Preview = {
    destination: 'https://api.example.com/v1/chat/completions',
    redacted: ['3 IP addresses', '1 e-mail address'],
    payload: JSON.stringify(
      { model: 'example-large', messages: [{ role: 'user', content: 'Why?' }] },
      null,
      2,
    ),
  };

  constructor(state: Partial<AssistantState> = {}) {
    this.state = assistantState(state);
  }

  get handlers(): Handlers<AssistantHostApi> {
    const heard = (what: keyof AssistantHostApi) => (parameter: unknown) => {
      this.asked.push({ what, with: parameter });
    };
    return {
      ready: () => this.state,
      estimate: () => this.estimate,
      preview: () => this.preview,
      ask: heard('ask'),
      stop: heard('stop'),
      retry: heard('retry'),
      resume: heard('resume'),
      edit: heard('edit'),
      newConversation: heard('newConversation'),
      openConversation: heard('openConversation'),
      deleteConversation: heard('deleteConversation'),
      addChip: heard('addChip'),
      removeChip: heard('removeChip'),
      openDoor: heard('openDoor'),
      summarise: heard('summarise'),
      chooseModel: heard('chooseModel'),
      privacySettings: heard('privacySettings'),
      act: heard('act'),
      reveal: heard('reveal'),
      copy: heard('copy'),
      save: heard('save'),
      openLink: heard('openLink'),
    };
  }

  /** The parameters of all that was asked by this name, in order. */
  askedFor(name: keyof AssistantHostApi): readonly unknown[] {
    return this.asked.filter(({ what }) => what === name).map((one) => one.with);
  }
}

/** Opens the page on a scripted conversation and waits until it stands. */
export async function openAssistant(
  browser: Browser,
  assistant: ScriptedAssistant,
  look: Look = {},
): Promise<OpenedAssistant> {
  const { page, port, complaints, open } = await servePage(browser, 'assistant', { width: 1000, ...look });
  const host = new Rpc<AssistantHostApi, AssistantViewApi>(port, assistant.handlers);
  await open();
  await page.waitForSelector('.assistant');
  return { page, host, complaints };
}

/** The page's words in Chinese, as the host sends them. */
export function chineseTexts(): Readonly<Record<string, string>> {
  const file = path.resolve(__dirname, '../../../l10n/bundle.l10n.zh-cn.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}
