import type { Sentence } from '../../engine/model/finding';
import type { FileStep } from '../../node/files/watched-file';
import { counted } from '../../protocol/sentence';
import type { FollowerState } from './follower';

/** What the status bar says of a followed log; pure. */
export interface FollowingText {
  readonly icon: 'arrow-circle-down' | 'debug-pause';
  readonly text: readonly Sentence[];
  readonly tooltip: readonly Sentence[];
  readonly command: 'oddline.followLog' | 'oddline.stopFollowing';
}

const happenings: Readonly<Partial<Record<FileStep, Sentence>>> = {
  replaced: { pattern: 'The log was rotated; the new file goes on here.', values: [] },
  cut: { pattern: 'The log was emptied; what is written since goes on here.', values: [] },
  gone: { pattern: 'The file is gone; it is waited for.', values: [] },
  back: { pattern: 'The file is back.', values: [] },
};

export function followingText(state: FollowerState): FollowingText {
  const missed =
    state.missedLines > 0 ? [counted(state.missedLines, '1 line missed', '{0} lines missed')] : [];
  const happened = state.happened && happenings[state.happened];
  const details = happened ? [happened] : [];
  if (state.isEdited) {
    const edited = { pattern: 'Paused: edited', values: [] };
    const cure = { pattern: 'Save the log or undo what was typed: it is read on then.', values: [] };
    return paused([edited, ...missed], [cure, ...details]);
  }
  if (!state.isAtEnd) {
    const text = { pattern: 'Paused: not at the end', values: [] };
    return paused([text, ...missed], [{ pattern: 'Click to go to the end.', values: [] }, ...details]);
  }
  return {
    icon: 'arrow-circle-down',
    text: [{ pattern: 'Following', values: [] }, ...missed],
    tooltip: [{ pattern: 'Click to stop following.', values: [] }, ...details],
    command: 'oddline.stopFollowing',
  };
}

function paused(text: readonly Sentence[], tooltip: readonly Sentence[]): FollowingText {
  return { icon: 'debug-pause', text, tooltip, command: 'oddline.followLog' };
}
