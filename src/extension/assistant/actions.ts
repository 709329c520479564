import * as vscode from 'vscode';
import type { AssistantHostApi } from '../../protocol/assistant';
import type { Handlers } from '../../protocol/rpc';
import { modelSettings } from '../shared/model-settings';
import { attachSource } from './attach-source';
import { pieceOfChip } from './attachable';
import {
  checkedAct,
  checkedAddress,
  checkedDoor,
  checkedEdit,
  checkedId,
  checkedPlace,
  checkedQuestion,
} from './checks';
import { openDoor } from './doors';
import { failureNotice } from './failure-notice';
import type { LogAssistant } from './log-assistant';
import type { AssistantParts } from './parts';
import { privacyOf } from './privacy';
import { reveal } from './reveal';
import { copyTurn, saveConversation } from './saving';

type ActionsApi = Omit<AssistantHostApi, 'ready'>;

/** What the page asks for. What takes long is not waited for: the page is told of it as it comes. */
export function assistantActions(
  assistant: () => Promise<LogAssistant>,
  uri: () => vscode.Uri,
  parts: AssistantParts,
): Handlers<ActionsApi> {
  const begin = async (work: (one: LogAssistant) => unknown): Promise<void> => {
    void told(async () => work(await assistant()));
  };
  return {
    ask: (question) => {
      const { text } = checkedQuestion(question);
      return begin((one) => one.ask(text));
    },
    stop: () => begin((one) => one.stop()),
    retry: (turn) => {
      const id = checkedId(turn);
      return begin((one) => one.retry(id));
    },
    resume: (turn) => {
      const id = checkedId(turn);
      return begin((one) => one.resume(id));
    },
    edit: (edited) => {
      const { turn, text } = checkedEdit(edited);
      return begin((one) => one.retry(turn, text));
    },
    estimate: async (question, signal) => {
      const { text } = checkedQuestion(question);
      const one = await assistant();
      return one.inquiries.estimate(text, one.attached(), signal);
    },
    preview: async (question, signal) => {
      const { text } = checkedQuestion(question);
      const one = await assistant();
      return one.inquiries.preview(text, one.attached(), signal);
    },
    newConversation: () => begin((one) => one.begin()),
    openConversation: (id) => {
      const wanted = checkedId(id);
      return begin((one) => one.open(wanted));
    },
    deleteConversation: (id) => {
      const wanted = checkedId(id);
      return begin((one) => askedToDelete(one, wanted));
    },
    addChip: (id) => {
      const piece = pieceOfChip(checkedId(id), uri(), parts);
      return begin((one) => piece && attach(one, piece, parts));
    },
    removeChip: (id) => {
      const wanted = checkedId(id);
      return begin((one) => one.detach(wanted));
    },
    openDoor: (kind) => {
      const door = checkedDoor(kind);
      void told(() => openDoor(door, parts));
    },
    summarise: () => begin((one) => one.summarise()),
    chooseModel: async () => void vscode.commands.executeCommand('oddline.chooseModel'),
    privacySettings: async () =>
      privacyOf(modelSettings()).decidedBy === 'policy'
        ? void vscode.commands.executeCommand('oddline.showPrivacyPolicy')
        : void vscode.commands.executeCommand('workbench.action.openSettings', 'oddline.privacy'),
    act: (acted) => {
      const { turn, action } = checkedAct(acted);
      const done: Readonly<Record<typeof action, () => unknown>> = {
        key: () => vscode.commands.executeCommand('oddline.changeModelKey'),
        model: () => vscode.commands.executeCommand('oddline.chooseModel'),
        settings: () => vscode.commands.executeCommand('workbench.action.openSettings', 'oddline.assistant'),
        retry: () => begin((one) => one.retry(turn)),
        resume: () => begin((one) => one.resume(turn)),
      };
      void told(async () => done[action]());
    },
    reveal: (place) => {
      const wanted = checkedPlace(place);
      return begin((one) => reveal(wanted, uri(), one, parts));
    },
    copy: (turn) => {
      const id = checkedId(turn);
      return begin((one) => copyTurn(one, id));
    },
    save: () => begin((one) => saveConversation(one, uri())),
    openLink: async (address) => {
      const url = checkedAddress(address);
      void told(async () => openConfirmed(url, await (await assistant()).inquiries.holdsHidden(url)));
    },
  };
}

/** Nobody waits for what the page began, so what goes wrong with it is told here. */
async function told(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    void vscode.window.showErrorMessage(failureNotice(error).text);
  }
}

async function attach(
  assistant: LogAssistant,
  piece: NonNullable<ReturnType<typeof pieceOfChip>>,
  parts: AssistantParts,
): Promise<void> {
  if (piece.kind !== 'source' || (await attachSource(piece.name, parts))) assistant.attach(piece);
}

async function askedToDelete(assistant: LogAssistant, id: string): Promise<void> {
  const conversation = assistant.conversations.all.find((one) => one.id === id);
  if (!conversation) return;
  const remove = vscode.l10n.t('Delete');
  const title = vscode.l10n.t('Delete the conversation “{0}”?', conversation.title);
  if ((await vscode.window.showWarningMessage(title, { modal: true }, remove)) === remove)
    await assistant.delete(id);
}

/**
 * A model wrote it, maybe after what a log says: the whole of it is shown first. What the model put a placeholder into holds the value by
 * now, and whoever serves the address would learn it.
 */
async function openConfirmed(url: URL, holdsHidden: boolean): Promise<void> {
  const open = vscode.l10n.t('Open');
  const title = vscode.l10n.t('Open this address in your browser? A model wrote it.');
  const warning = vscode.l10n.t(
    'It holds what was hidden from the model: opening it tells that to {0}.',
    url.host,
  );
  const detail = holdsHidden ? `${warning}\n\n${url.href}` : url.href;
  if ((await vscode.window.showWarningMessage(title, { modal: true, detail }, open)) === open)
    await vscode.env.openExternal(vscode.Uri.parse(url.href, true));
}
