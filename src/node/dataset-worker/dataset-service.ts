import type {
  CheckDatasetRequest,
  DatasetWorkerApi,
  DatasetWorkerHostApi,
  GenerateDatasetRequest,
  GeneratedReport,
} from '../../protocol/dataset';
import type { JudgeRequest } from '../../protocol/model-evaluation';
import { type Port, Rpc } from '../../protocol/rpc';
import { checkDatasets } from '../datasets/check-datasets';
import { generateDataset, writeGenerated } from '../datasets/generate-dataset';
import { type GeneratePlan, sequencesPlan, studyPlan } from '../datasets/generate-wishes';
import { judgeByDetectors } from '../model-evaluation/judge-by-detectors';
import { tellerIn } from '../texts-of-language';

/** A share that differs by less is not told. */
const toldStep = 0.01;

/** Makes and checks data sets for the extension host; remembers nothing. */
export function answerDatasets(port: Port): void {
  const rpc = new Rpc<DatasetWorkerApi, DatasetWorkerHostApi>(port, {
    generateDataset: (request, signal) => generated(request, signal),
    checkDataset: ({ paths, maxTokens }: CheckDatasetRequest, signal) =>
      checkDatasets({
        ...{ paths, signal },
        maxTokens: maxTokens ?? undefined,
        onProgress: inSteps((share) => rpc.notify('progress', share)),
      }),
    judgeByDetectors: (request: JudgeRequest, signal) => judgeByDetectors(request, signal),
  });
}

async function generated(request: GenerateDatasetRequest, signal: AbortSignal): Promise<GeneratedReport> {
  const { out, replaces, language, installation, version } = request;
  const plan = planOf(request);
  const wishes = {
    ...plan,
    card: {
      version,
      preset: plan.preset,
      command: ['oddline', 'generate', ...plan.command],
      say: tellerIn(language, installation),
    },
    replaces,
  };
  const dataset = await generateDataset(out, wishes);
  await writeGenerated(out, dataset, wishes, signal);
  const anomalous = dataset.sequences.filter(({ label }) => label === 'anomalous').length;
  return { sequences: dataset.sequences.length, anomalous, leaks: dataset.leaks };
}

function planOf(request: GenerateDatasetRequest): GeneratePlan {
  const { preset, sequences: count, anomalies, format, language, services, seed } = request;
  if (preset === 'study') return studyPlan({ seed, language, services }, format);
  return sequencesPlan({ seed, count, language, services, anomalies }, format);
}

function inSteps(tell: (share: number) => void): (share: number) => void {
  let told = 0;
  return (share) => {
    if (share - told < toldStep) return;
    told = share;
    tell(share);
  };
}
