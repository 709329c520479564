import { type Clue, firstRecordOf } from './clue';
import { type Group, groupOf } from './grouping';
import { originOf } from './origin';
import type { RequestRoutes } from './request-routes';
import type { ServiceId } from './service-names';

/** A follower may begin so much of `apart` before its leader: clocks and queues differ. */
const earlierShare = 0.25;

/**
 * Puts what only follows from another trouble with it: complaints that blame nobody by name, what stays away, what only comes
 * more often. It
 * goes with a trouble that began before and has not been over for long; of several with the one in whose services requests like
 * the failed ones end, else with the one that began last.
 */
export function withFollowers(groups: readonly Group[], apart: number, routes: RequestRoutes): Group[] {
  const leaders = groups.filter((group) => !isFollower(group));
  const clues = leaders.map((leader) => [...leader.clues]);
  const alone: Group[] = [];
  for (const follower of groups.filter(isFollower)) {
    const leader = leaderOf(follower, leaders, apart, routes);
    if (leader < 0) alone.push(follower);
    else clues[leader].push(...follower.clues);
  }
  return [...clues.map(groupOf), ...together(alone, apart)].sort((a, b) => a.from - b.from);
}

/** Those that follow from nothing known may follow from the same: by the service that writes them first. */
function together(followers: readonly Group[], apart: number): Group[] {
  const joined: Group[] = [];
  const latest = new Map<ServiceId, number>();
  for (const follower of [...followers].sort((a, b) => a.from - b.from)) {
    const { program } = follower.clues[0];
    const index = latest.get(program);
    const isNear = index !== undefined && follower.from - joined[index].until <= apart;
    if (isNear) joined[index] = groupOf([...joined[index].clues, ...follower.clues]);
    else latest.set(program, joined.push(follower) - 1);
  }
  return joined;
}

/** Whoever would have to be its origin passes on what ails another. */
function isFollower(group: Group): boolean {
  const origin = originOf(group);
  const own = group.clues.filter(({ service, peers }) => service === origin && peers.length === 0);
  return own.length > 0 && own.every(isPassedOn);
}

function isPassedOn({ blamesUnnamed, isAbsence, isRateAlone }: Clue): boolean {
  return blamesUnnamed || isAbsence || isRateAlone;
}

/** Index of the leader, or -1. */
function leaderOf(follower: Group, leaders: readonly Group[], apart: number, routes: RequestRoutes): number {
  const near = [...leaders.keys()].filter((index) => {
    const { from, until } = leaders[index];
    return from <= follower.from + apart * earlierShare && follower.from - until <= apart;
  });
  if (near.length === 0) return -1;
  const latest = near.reduce((best, index) => (leaders[index].from > leaders[best].from ? index : best));
  const taken = routes.servicesLike(firstRecordOf(follower.clues.filter(isPassedOn)));
  if (taken.size === 0) return latest;
  const mine = new Set(follower.clues.map(({ service }) => service));
  const shares = near.map((index) => ({ index, share: shareOf(leaders[index], taken, mine) }));
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share > 0 ? best.index : -1;
}

/** How many requests went through the service that ails most by itself. */
function shareOf(
  leader: Group,
  taken: ReadonlyMap<ServiceId, number>,
  except: ReadonlySet<ServiceId>,
): number {
  const ailing = leader.clues.filter(({ service, peers }) => peers.length === 0 && !except.has(service));
  return Math.max(0, ...ailing.map(({ service }) => taken.get(service) ?? 0));
}
