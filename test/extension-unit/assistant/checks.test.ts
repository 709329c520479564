import { expect, test } from 'vitest';
import {
  checkedAct,
  checkedAddress,
  checkedDoor,
  checkedEdit,
  checkedId,
  checkedPlace,
  checkedQuestion,
} from '../../../src/extension/assistant/checks';

test.for<[string, () => unknown]>([
  ['a question that is no text', () => checkedQuestion({ text: 1 })],
  ['a question as long as a book', () => checkedQuestion({ text: 'x'.repeat(100_001) })],
  ['no question at all', () => checkedQuestion(null)],
  ['an id that is none', () => checkedId({})],
  ['an edit without its turn', () => checkedEdit({ text: 'Why?' })],
  ['a door nobody built', () => checkedDoor('terminal')],
  ['a door by its prototype', () => checkedDoor('constructor')],
  ['an action nobody offers', () => checkedAct({ turn: '1', action: 'workbench.action.quit' })],
  ['a line before the first', () => checkedPlace({ document: '', line: -1 })],
  ['a command as an address', () => checkedAddress('command:workbench.action.quit')],
  ['a file as an address', () => checkedAddress('file:///etc/passwd')],
  ['an editor’s address', () => checkedAddress('vscode://oddline.oddline/open')],
  ['script as an address', () => checkedAddress('javascript:alert(1)')],
  ['half an address', () => checkedAddress('docs.example/pool')],
])('%s is refused', ([, check]) => {
  expect(check).toThrow('not as agreed');
});

test('addresses of the web pass', () => {
  expect(checkedAddress('https://docs.example/pool?x=1').href).toBe('https://docs.example/pool?x=1');
});
