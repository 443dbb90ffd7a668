import type { Callback, CallbackStep, StepOf } from './callback.ts';

/** What the KCC employee who asked must know: the citizen may call again. */
export interface RegistrarNews {
  readonly step: StepOf<'done' | 'handedOver' | 'reopened'>;
  /** The department that had the callback until then. */
  readonly department: string;
  /** The revision that the callback got by it. */
  readonly revision: number;
}

/**
 * What the registrar must be told: the last that happened and still holds; what was overtaken is
 * skipped. Not what they did themselves. Of handing over only that by the department to which they
 * addressed it: then it was the wrong one.
 *
 * @param toldRevision of the last news that they were told; 0 when there was none.
 */
export function registrarNews(callback: Callback, toldRevision: number): RegistrarNews | undefined {
  const [{ by: registrar }] = callback.steps;
  const { latest } = callback.steps.reduce((heard, step, index) => {
    const revision = index + 1;
    return hear(heard, step, {
      revision,
      isOwn: step.by.id === registrar.id,
      isTold: revision <= toldRevision,
    });
  }, nothingHeard);
  return latest !== undefined && latest.revision > toldRevision ? latest : undefined;
}

/** Whether there can be anything to tell: somebody else did something. */
export function isTouchedByOthers({ steps }: Callback): boolean {
  const [{ by: registrar }] = steps;
  return steps.some(({ by }) => by.id !== registrar.id);
}

interface Heard {
  readonly department: string;
  /** The department to which the registrar sent it. */
  readonly addressed: string;
  readonly latest: RegistrarNews | undefined;
  /** What holds again when the end is taken back. */
  readonly beforeDone: RegistrarNews | undefined;
  readonly knowsItIsDone: boolean;
}

const nothingHeard: Heard = {
  department: '',
  addressed: '',
  latest: undefined,
  beforeDone: undefined,
  knowsItIsDone: false,
};

interface Circumstances {
  readonly revision: number;
  readonly isOwn: boolean;
  readonly isTold: boolean;
}

function hear(heard: Heard, step: CallbackStep, { revision, isOwn, isTold }: Circumstances): Heard {
  const { department, addressed, latest, beforeDone, knowsItIsDone } = heard;
  switch (step.kind) {
    case 'asked':
      return { ...nothingHeard, department: step.department, addressed: step.department };
    case 'handedOver': {
      if (isOwn) return { ...nothingHeard, department: step.department, addressed: step.department };
      const isWronglyAddressed = department === addressed;
      return {
        ...heard,
        department: step.department,
        latest: isWronglyAddressed ? { step, department, revision } : latest,
      };
    }
    case 'done':
      return {
        ...heard,
        latest: isOwn ? undefined : { step, department, revision },
        beforeDone: latest,
        knowsItIsDone: isOwn || isTold,
      };
    case 'reopened': {
      const news = isOwn ? undefined : { step, department, revision };
      return { ...heard, latest: knowsItIsDone ? news : beforeDone };
    }
    case 'withdrawn':
      return { ...heard, latest: undefined };
    case 'taken':
    case 'attempted':
    case 'corrected':
      return heard;
  }
}
