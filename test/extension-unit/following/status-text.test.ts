import { describe, expect, it } from 'vitest';
import { followingText } from '../../../src/extension/following/status-text';
import { sentenceText } from '../../../src/protocol/sentence';

describe('what the status bar says of a followed log', () => {
  const state = { isAtEnd: true, isEdited: false, happened: undefined, missedLines: 0 };

  it.each([
    ['at the end', state, 'Following', 'oddline.stopFollowing'],
    ['further up', { ...state, isAtEnd: false }, 'Paused: not at the end', 'oddline.followLog'],
    ['edited', { ...state, isEdited: true }, 'Paused: edited', 'oddline.followLog'],
    [
      'with a line missed',
      { ...state, missedLines: 1 },
      'Following · 1 line missed',
      'oddline.stopFollowing',
    ],
    ['with more', { ...state, missedLines: 1204 }, 'Following · 1,204 lines missed', 'oddline.stopFollowing'],
  ])('%s', (_, shown, text, command) => {
    const said = followingText(shown);
    expect([said.text.map((one) => sentenceText(one)).join(' · '), said.command]).toEqual([text, command]);
  });

  it.each([
    ['replaced', /rotated/],
    ['cut', /emptied/],
    ['gone', /gone/],
    ['back', /back/],
  ] as const)('tells that the file was %s', (happened, sentence) => {
    const { tooltip } = followingText({ ...state, happened });
    expect(tooltip.map((one) => sentenceText(one)).join('\n')).toMatch(sentence);
  });
});
