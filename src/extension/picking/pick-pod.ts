import * as vscode from 'vscode';
import { podLogs } from '../../node/sources/command/known-commands';
import { type FoundPod, findPods } from '../../node/sources/found/pods';
import { quickPickText } from '../shared/quick-pick-text';
import type { RemoteWish } from '../shared/remote-opening';
import { type Manner, manners } from './manners';
import { ageText, type Found, pickSeveral } from './pick-several';

/** Pods of all namespaces of the cluster kubectl is set to. Undefined where it was given up. */
export async function pickPods(): Promise<readonly RemoteWish[] | undefined> {
  const picked = await pickSeveral({
    title: vscode.l10n.t('Pick Pod'),
    find: async (signal) => {
      const pods = await findPods({ context: null, namespace: 'all' }, signal);
      return { items: pods.map(itemOf), problems: [] };
    },
    manners,
  });
  return picked?.chosen.map((pod) => wishOf(pod, picked.manner));
}

function itemOf(pod: FoundPod): Found<FoundPod> {
  const { name, namespace, state, created, restarts, hasPrevious } = pod;
  const told = [
    namespace,
    state,
    ageText(created),
    restarts > 0 ? vscode.l10n.t('{0} restarts', restarts) : '',
    hasPrevious ? vscode.l10n.t('crashed before') : '',
  ];
  return {
    label: quickPickText(name),
    description: quickPickText(told.filter(Boolean).join(' · ')),
    found: pod,
  };
}

function wishOf({ name, namespace }: FoundPod, { follow, previous, since }: Manner): RemoteWish {
  const logs = {
    pod: name,
    namespace,
    context: null,
    container: null,
    follow,
    previous,
    timestamps: true,
    since: since(),
  };
  const source = { kind: 'command', name, command: podLogs(logs) } as const;
  return { source, query: { kind: 'command' }, live: follow, isPicked: true, title: `${name}.log` };
}
