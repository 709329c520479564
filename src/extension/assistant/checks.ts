import type { LineNumber } from '../../engine/model/units';
import {
  type Door,
  longestQuestion,
  type Notice,
  type Question,
  type RevealPlace,
} from '../../protocol/assistant';
import { members, misunderstood, text, whole } from '../shared/contract-checks';

/** What comes out of the page is held to the contract before anything is done with it: answers of models and log text are drawn there. */
const longestId = 200;
const longestAddress = 4000;

const doors: Readonly<Record<Door['kind'], true>> = { local: true, vscode: true, endpoint: true };

type Action = NonNullable<Notice['action']>['id'];
const actions: Readonly<Record<Action, true>> = {
  key: true,
  model: true,
  settings: true,
  retry: true,
  resume: true,
};

export function checkedQuestion(value: unknown): Question {
  return { text: text(members(value).text, longestQuestion) };
}

export function checkedId(value: unknown): string {
  return text(value, longestId);
}

export function checkedEdit(value: unknown): { readonly turn: string; readonly text: string } {
  const { turn, text: question } = members(value);
  return { turn: checkedId(turn), text: text(question, longestQuestion) };
}

export function checkedDoor(value: unknown): Door['kind'] {
  return oneOf(value, doors);
}

export function checkedAct(value: unknown): { readonly turn: string; readonly action: Action } {
  const { turn, action } = members(value);
  return { turn: checkedId(turn), action: oneOf(action, actions) };
}

export function checkedPlace(value: unknown): RevealPlace {
  const { document, line } = members(value);
  return { document: checkedId(document), line: whole(line) as LineNumber };
}

/** Of the web alone: a model may write any address, and `command:` ones would do something. */
export function checkedAddress(value: unknown): URL {
  const address = text(value, longestAddress);
  if (!URL.canParse(address)) throw misunderstood();
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw misunderstood();
  return url;
}

function oneOf<Name extends string>(value: unknown, names: Readonly<Record<Name, true>>): Name {
  if (typeof value !== 'string' || !Object.hasOwn(names, value)) throw misunderstood();
  return value as Name;
}
